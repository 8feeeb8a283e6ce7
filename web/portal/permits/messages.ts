import { messages } from '#ui/index.ts'

export const useText = messages('permits', {
  项目全流程手续: 'What a project goes through',
  '从立项到竣工要办哪些手续、找哪个部门、各要几天。':
    'Which formalities from approval to completion, at which department, how many days each.',
  '还没有公布手续图。': 'No map has been published yet.',
  '{{permits}} 项手续，最长 {{days}} 个工作日':
    '{{permits}} formalities, {{days}} working days at the longest',
  '图上没有的手续，可以不办；有人要求，请拨打 12345。':
    'What is not on the map you need not do; call 12345 if somebody demands it.',
  打印: 'Print',
  其他项目: 'Other kinds of project',
})
