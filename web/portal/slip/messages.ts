import { messages } from '#ui/index.ts'

export const useText = messages('slip', {
  转办单: 'Referral slip',
  '输入转办单上的编号和确认码，看去哪里办；到了以后点“我到了”。':
    'Type the number and the code of the slip to see where to go; once there, press "I am here".',
  转办单编号: 'Number of the slip',
  确认码: 'Code',
  打开: 'Open',
  '您问的是：{{matter}}': 'You asked for: {{matter}}',
  请到: 'Please go to',
  电话: 'Telephone',
  原因: 'Reason',
  首问责任人: 'Who answers for it until you arrive',
  我到了: 'I am here',
  '已确认到达：': 'Arrival confirmed:',
  '到了没人接待？请拨打 12345，首问责任人仍对您的事负责。':
    'Nobody receives you there? Call 12345: whoever you asked first still answers for it.',
  重新输入: 'Type again',
})
