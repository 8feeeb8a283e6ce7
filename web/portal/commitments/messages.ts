import { messages } from '#ui/index.ts'

export const useText = messages('commitments', {
  整改公开承诺: 'What offices promise to mend',
  '问题、措施、责任人、期限和进展，改过的和逾期的都在这里；您可以说解决了没有。':
    'Problem, measure, person, date and state; what was changed and what is late stands here too. You can say whether it is solved.',
  还没有公开的承诺: 'Nothing has been promised in public yet.',
  只看逾期的: 'Only the overdue',
  看全部: 'All',
  问题: 'Problem',
  措施: 'What is done',
  成效: 'What you will see',
  责任单位和责任人: 'Who answers for it',
  责任单位: 'Office that answers for it',
  '已收到，谢谢。您可以再说一次，以最后一次为准。':
    'Received, thank you. You may speak again; the last word counts.',
  '单位答复以后会发短信给您，到时请在这里说一说解决了没有。':
    'You get a message when the office has replied; then say here whether it is solved.',
  期限: 'By',
  进展: 'State',
  '■ 已逾期': '■ overdue',
  '{{count}} 人反映没有解决': {
    one: '{{count}} reader says it is not solved',
    other: '{{count}} readers say it is not solved',
  },
  '修改过 {{count}} 次': { one: 'changed once', other: 'changed {{count}} times' },
  以前公开的内容: 'What stood here before',
  您的意见: 'What you say',
  没有解决: 'Not solved',
  解决了: 'Solved',
  '您看到的情况（可不填，请不要写个人信息）': 'What you saw (may stay empty; no personal data please)',
  '意见直接送监察室，单位看不到也删不掉；答复后在本页公开。':
    'It goes to the supervision office; the unit neither sees nor deletes it. Once answered it stands on this page.',
  '已收到，谢谢。': 'Received, thank you.',
  监察室的答复: 'Answered by the supervision office',
  全部承诺: 'All commitments',
  我反映的问题: 'The problem I raised',
  '输入短信里的编号和查询码，看整改到了哪一步，并说一说解决了没有。':
    'Type the number and the code from the message to see how far it is, and to say whether it is solved.',
  编号: 'Number',
  查询码: 'Code',
  查看: 'Show',
  分类: 'Class',
  整改期限: 'Mended by',
  单位的答复: 'What the office replied',
  还没有答复: 'There is no reply yet.',
  您说过: 'What you said',
  '您的意见决定能不能销号。': 'It is not closed out without your word.',
  重新输入: 'Type again',
})
