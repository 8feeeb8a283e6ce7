import { messages } from '#ui/index.ts'

export const useText = messages('portal-track', {
  查办件进度: 'Track an application',
  '不清楚怎么补，请问：': 'Not clear how to supply it? Ask:',
  '您已确认看懂要补什么。': 'You have said that it is clear what to supply.',
  我看懂了要补什么: 'It is clear what to supply',
  看示范文本: 'See a filled-in example',
  '编号和查询码印在收件凭证上，也在发给您的短信里。':
    'The number and the code are on your receipt and in the message we sent you.',
  办件编号: 'Application number',
  '如 261122-480913-7': 'such as 261122-480913-7',
  查询码: 'Tracking code',
  '8 位字母和数字': '8 letters and digits',
  查一查: 'Look',
  '丢了查询码？用手机验证码登录后，在“我的办件”里也能看到；在窗口办的，请带证件到窗口补打。':
    'Lost the code? Sign in with your phone and see "My applications"; if you applied at the counter, bring your document and have it printed again.',
  我的办件: 'My applications',
  '办件 {{caseNo}}': 'Application {{caseNo}}',
  '{{item}} · {{unit}}': '{{item}} · {{unit}}',
  现在到了哪一步: 'Where it stands',
  收到材料: 'Received',
  申请表: 'Application form',
  '您填写的申请表（PDF）': 'What you filled in (PDF)',
  '申请表有填错的？现在可以更正': 'Something wrong in the form? It can be corrected now',
  更正申请表: 'Correct the application form',
  '申请表里还有要改的地方，改好才能送交。':
    'Something in the form is still wrong; mend it before you hand it in.',
  '不更正，保留原来填的': 'Leave it as it was',
  办结时间: 'Concluded',
  结果: 'Result',
  准予: 'granted',
  不予许可: 'denied',
  '逾期没有告知，依法视为受理': 'accepted by law, because nobody answered in time',
  什么时候办完: 'When it will be done',
  '应在 {{due}} 前答复您是否受理': 'You are to be told by {{due}} whether it is accepted',
  '承诺 {{due}} 前办完': 'Promised by {{due}}',
  '法律规定最晚 {{due}}': 'By law {{due}} at the latest',
  '结果应在 {{due}} 前送达': 'The result is to be delivered by {{due}}',
  '要求听证的，请在 {{due}} 前提出': 'You may ask for a hearing until {{due}}',
  '是否准予延续，应在 {{due}} 前决定；逾期视为准予延续':
    'The renewal is decided by {{due}}; if nobody decides, it is granted by law',
  '听证会应在 {{due}} 前举行': 'The hearing is to be held by {{due}}',
  '暂停计时，恢复后重新推算': 'the clock is suspended; the date follows when it runs again',
  '该日期所在年份的放假安排还没有公布，公布后可能调整':
    'holidays of that year have not been announced; the date may move when they are',
  '已有结果，不再计时': 'there is a result; the clock has stopped',
  '已经超期，系统已自动通知监察部门': 'the limit has passed; supervision was told automatically',
  '为什么是这一天：{{reasons}}': 'Why this date: {{reasons}}',
  如果超期会怎样: 'What if it is late',
  '五个工作日内没有答复您，就从收到材料之日起视为受理，时限照算。':
    'If nobody answers within five working days, it counts as accepted from the day of receipt and the limits run.',
  '超过承诺期限，系统自动亮黄牌；超过法定期限，亮红牌，由监察部门追究。您不用催，也可以投诉。':
    'Past the promise the system raises a yellow card, past the law a red one, and supervision follows it up. You need not press anybody, and you may complain.',
  '投诉：{{phone}}，或 12345。投诉不影响办理。':
    'Complaints: {{phone}}, or 12345. A complaint does no harm to your application.',
  '投诉：12345。投诉不影响办理。': 'Complaints: 12345. A complaint does no harm to your application.',
  听证: 'Hearing',
  '这件事涉及：{{matter}}': 'It concerns: {{matter}}',
  '期限内没有人要求听证。': 'Nobody asked for a hearing in time.',
  '已经要求听证。时间、地点至少提前七个工作日通知您。':
    'A hearing was asked for. You are told time and place at least seven working days before.',
  '听证已经举行，决定将根据听证笔录作出。': 'The hearing was held; the decision will rest on its minutes.',
  '听证已经放弃，继续办理。': 'The hearing was given up; the application goes on.',
  '作出决定之前，您可以要求听证，最晚 {{until}}。':
    'Before anything is decided you may ask for a hearing, until {{until}} at the latest.',
  '听证会上您可以当面说明、举证。不收任何费用，所用时间不算在办理期限里。也可以书面寄来，以交邮日为准。':
    'There you can explain and prove things in person. It costs nothing, and its time is not counted. You may also ask by letter: the day of posting counts.',
  我要求听证: 'I ask for a hearing',
  听证时间: 'Time of the hearing',
  听证地点: 'Place of the hearing',
  主持人: 'Chair',
  方式: 'How',
  '不公开，因涉及{{ground}}': 'not in public, because it concerns {{ground}}',
  '公开举行，可以旁听': 'in public; anybody may listen',
  每一步: 'Every step',
  办好了: 'done',
  正在办: 'under way',
  还没轮到: 'to come',
  经过和文书: 'What happened, with papers',
  '文书 {{number}}（PDF）': 'Paper {{number}} (PDF)',
  需要您补交材料: 'Please hand in what is missing',
  '只要这些，补齐一次就好。可以在这里上传，也可以送到窗口。':
    'Only these, once. Send them here or bring them to the counter.',
  '存在问题：{{wrong}}': 'What is wrong: {{wrong}}',
  送交补正材料: 'Hand in these materials',
  '还有 {{count}} 份没有上传；没有的可以之后送到窗口。':
    '{{count}} still without a file; what you do not have can be brought to the counter later.',
  请您评价: 'Please rate us',
  '点一下就好，也可以不评。每件只评一次，不影响今后办事。':
    'One tap, or none at all. Once for each application; it has no effect on later ones.',
  '等您补齐材料。补齐以后就应当受理，办理时限从受理的第二天起算。':
    'Waiting for your materials. Once they are complete it must be accepted; the limits count from the day after that.',
  '谢谢，您的评价是：{{grade}}': 'Thank you. Your rating: {{grade}}',
  撤回申请: 'Withdraw the application',
  '撤回后这件申请就结束了，不再办理；以后可以重新申请。':
    'The application ends with this and will not be handled; you may apply again later.',
  '撤回的原因（可以不写）': 'Reason (optional)',
  已撤回: 'Withdrawn',
  打印: 'Print',
  '没有时限正在计算。': 'No limit is running.',
  重新输入: 'Type it again',
})
