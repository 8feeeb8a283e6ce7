import { messages } from '../language/catalogue.ts'

export const useText = messages('rulings', {
  待落实: 'To be carried out',
  已报告待确认: 'Reported, to be confirmed',
  已落实: 'Carried out',
  不再执行: 'Let go',
  已逾期: 'overdue',
  '{{conference}} 第 {{number}} 项': '{{conference}}, ruling {{number}}',
  责任单位: 'Unit',
  责任人: 'Answers for it',
  完成期限: 'By',
  '退回：{{reason}}': 'Sent back: {{reason}}',
  '报告：{{text}}': 'Reported: {{text}}',
  '了结：{{text}}': 'Ended: {{text}}',
})
