import { messages } from '#ui/index.ts'

export const useText = messages('own-cases', {
  个案与提醒: 'Cases and reminders',
  '监察告知本单位的个案、到期的提醒谈话、典型个案通报：都在期限内答复。':
    'Cases that supervision told the unit of, reminder talks that are due, circulars on typical cases: each is answered in time.',
  告知本单位的个案: 'Cases the unit was told of',
  '没有告知本单位的个案。': 'The unit was told of no case.',
  提醒谈话: 'Reminder talks',
  '没有到期的提醒谈话。': 'No reminder talk is due.',
  典型个案通报: 'Circulars on typical cases',
  '没有典型个案通报。': 'There is no circular on typical cases.',
  已答复: 'Answered',
  答复期限: 'Answer by',
  本单位的答复: "The unit's answer",
  答复: 'Answer',
  '小节问题 {{count}} 件': '{{count}} small findings',
  超过期限: 'over its limit',
  已谈话: 'Held',
  谈话期限: 'Held by',
  谈话日期: 'Held on',
  谈话内容: 'What was said',
  登记谈话: 'Record the talk',
  本单位改什么: 'What the unit changes',
  提交: 'Send',
})
