import { messages } from '#ui/index.ts'

export const useText = messages('contact', {
  效能监督卡: 'Supervision card',
  '输入卡上的卡号和校验码。您填的内容直接送到效能投诉中心，不经过办事单位。':
    'Enter the number and the code on the card. What you write goes straight to the complaint centre, not through the office.',
  卡号: 'Number of the card',
  校验码: 'Code',
  打开: 'Open',
  '您在 {{unit}} 办的事': 'About your visit to {{unit}}',
  '工作人员的工号（工作牌上有，不知道可不填）': 'Badge of the officer (on the badge; may be left out)',
  哪一天去的: 'Which day you were there',
  什么时候: 'When',
  上午: 'Morning',
  下午: 'Afternoon',
  记不清: 'I do not remember',
  '您的评价（必选一项）': 'Your opinion (choose one)',
  满意: 'Satisfied',
  一般: 'Fair',
  不满意: 'Dissatisfied',
  '有什么要说的（不满意的请写明是什么事）': 'What you want to say (if dissatisfied, say with what)',
  单位要我把卡交回给他们: 'The office asked me to hand the card back to them',
  直接送投诉中心: 'Send it to the complaint centre',
  '已经送到效能投诉中心。谢谢！': 'It has reached the complaint centre. Thank you!',
  '凭这张卡的卡号和校验码，以后可以看处理结果。':
    'With the number and the code of this card you can see later what became of it.',
  '处理结果：{{outcome}}': 'What became of it: {{outcome}}',
  重新输入: 'Enter another',
})
