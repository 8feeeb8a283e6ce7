import { messages } from '#ui/index.ts'

export const useText = messages('report', {
  '举报索要好处、故意刁难': 'Report that somebody asked for favours or made things difficult',
  '您是谁、写了什么，被举报的单位和它的上下级都看不到。姓名和电话可以不填。':
    'Neither the unit nor those above and below it see who you are or what you wrote. Name and telephone may be left out.',
  哪个单位: 'Which unit',
  请选择: 'Please choose',
  发生了什么: 'What happened',
  '什么时候、在哪里、谁、要了什么。至少 5 个字。':
    'When, where, who, and what was asked for. At least 5 characters.',
  '哪一天（可以不填）': 'On which day (may be left out)',
  '姓名（可以不填）': 'Name (may be left out)',
  '电话（可以不填）': 'Telephone (may be left out)',
  提交举报: 'Send the report',
  查询已提交的举报: 'Ask about a report you made',
  举报已收到: 'The report was received',
  '请记下编号和查询码：只显示这一次，丢失后无法找回。':
    'Note the number and the code: they are shown once and cannot be found again.',
  '用的是别人的手机或者电脑，看完请关掉页面并清除浏览记录。':
    'On somebody else’s phone or computer, close the page afterwards and clear its history.',
  编号: 'Number',
  查询码: 'Code',
  看办理情况: 'How it stands',
  查询: 'Ask',
  '已收到，待移送': 'received, to be transferred',
  已移送纪检监察机关: 'transferred to the discipline body',
  已有办理结果: 'there is a result',
  已办结: 'closed',
  举报: 'Report',
  重新输入: 'Type it again',
  办理情况: 'How it stands',
  收到: 'Received',
  移送: 'Transferred',
  最迟移送: 'To be transferred by',
  '这是一场误会吗？只有您能这样说；您不说，谁也不能以误会了结。':
    'Was it a misunderstanding? Only you can say so; unless you do, nobody may close it as one.',
  不是误会: 'It was not',
  是误会: 'It was one',
})
