import { messages } from '#ui/index.ts'

export const useText = messages('badge', {
  查工作牌: 'Look up a badge',
  '输入窗口人员胸前工作牌的号码，看是不是本人、是哪个单位的。':
    'Type the number on the badge of whoever serves you, to see who it is and of which unit.',
  工作牌号码: 'Number on the badge',
  查一查: 'Look up',
  '没有这个号码的工作牌。请再看一眼号码；确实查不到，请拨打 12345。':
    'There is no badge with this number. Look at it again; if it is not here, call 12345.',
  在用的工作牌: 'A badge in use',
  '这个工作牌已经收回，不能再用。有人还戴着它，请拨打 12345。':
    'This badge was taken back. If somebody still wears it, call 12345.',
  '这个工作牌已经挂失，不能再用。有人还戴着它，请拨打 12345。':
    'This badge was reported lost. If somebody wears it, call 12345.',
  '这个工作牌的借用期已满，不能再用。': 'The loan of this badge is over; it is not valid.',
  姓名: 'Name',
  单位: 'Unit',
  职责: 'Duties',
  现在在: 'Now at',
  现在没有在窗口: 'Not at a counter now',
  '与面前的人对不上，就是有人冒用，请拨打 12345。':
    'If it does not fit the person before you, somebody else uses it: call 12345.',
})
