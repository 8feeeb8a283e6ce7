import { messages } from '#ui/index.ts'

export const useText = messages('desk-accountability', {
  问责: 'Accountability',
  '对本人或者本单位的处理：可以看、可以陈述申辩、可以申诉。':
    'Measures against you or your unit: read them, state your case, appeal.',
  发给本单位的通报: 'Circulars to this unit',
  没有通报: 'No circulars',
  已阅签: 'acknowledged',
  阅签: 'Acknowledge',
  本单位改什么: 'What changes in this unit',
  '已阅签。': 'Acknowledged.',
  效能监督卡: 'Supervision cards',
  '把卡交给办事人以后在这里登记。填好的卡直接送投诉中心，不经过本单位。':
    'Enter a card here once it was given to somebody. What comes back goes straight to the complaint centre.',
  卡号: 'Number of the card',
  登记已交给办事人: 'Given to somebody',
  '已登记。': 'Entered.',
})
