import { messages } from '#ui/index.ts'

export const useText = messages('portal-agency', {
  代办: 'Somebody acts for me',
  '跑不动、不会办，可以找村里或大厅的代办员。要签一份委托书，代办不收费。':
    'An agent of your village or of the hall can do it for you. You sign a mandate; it costs nothing.',
  代办编号: 'Number on the slip',
  查询码: 'Code',
  看进度: 'Show how far it is',
  代办员: 'Agents',
  '{{count}} 项可以代办：{{items}}': '{{count}} items: {{items}}',
  '还没有公布代办员，请到镇便民服务中心或大厅。':
    'No agents are published yet: ask at the service centre or the hall.',
  '{{agent}}（{{phone}}）为您代办': '{{agent}} ({{phone}}) acts for you',
  委托书: 'Mandate',
  '有效期至 {{day}}': 'valid until {{day}}',
  材料: 'Papers',
  办件编号: 'Case',
  受托: 'Taken on',
  送出: 'Handed over',
  镇中心签收: 'Arrived at the township',
  收件: 'Case received',
  结果取回: 'Result collected',
  送交: 'Delivered to you',
  '已超过应有的时间 {{days}} 个工作日（规定 {{most}} 个）。':
    'It has waited {{days}} working days; {{most}} are allowed.',
  评价代办: 'Rate the agent',
  评价: 'Rate',
  '谢谢，您的评价是：{{grade}}': 'Thank you. You said: {{grade}}',
  撤回委托: 'Take the mandate back',
  '撤回后代办停止，材料退还给您。': 'The agent stops and the papers come back to you.',
  '代办收钱了？': 'Did the agent take money?',
  '收了多少（元）': 'How much (yuan)',
  怎么说的: 'What was said',
  反映: 'Tell supervision',
  '已告知监察。代办不收费，请不要再付。': 'Supervision has been told. Pay nothing: agents take no money.',
})
