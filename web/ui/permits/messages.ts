import { messages } from '../language/catalogue.ts'

export const useText = messages('permit-bars', {
  手续: 'Formality',
  部门: 'Department',
  天数: 'Days',
  前置: 'After',
  最早: 'At the earliest',
  可以晚: 'Slack',
  '第 {{from}}–{{until}} 天': 'days {{from}}–{{until}}',
  '{{days}} 天': '{{days}} d',
  关键: 'critical',
  全流程手续: 'Formalities from approval to completion',
  '最长 {{days}} 个工作日：{{chain}}': '{{days}} working days at the longest: {{chain}}',
})
