import { messages } from '#ui/index.ts'

export const useText = messages('observing', {
  监督报告: 'My reports',
  '效能监督员、监测点联络人在这里报告所见、完成任务、评价单位的答复。只看得到本人的记录。':
    'Report what you saw, finish your tasks and rate the replies of units. You see what is yours and nothing else.',
})
