import { messages } from '../language/catalogue.ts'

export const useText = messages('project', {
  手续: 'Permits',
  单位: 'Unit',
  天数: 'Days',
  计划: 'Planned',
  进展: 'Standing',
  到期: 'Due',
  办件: 'Case',
  等待前置手续: 'waits for others',
  可以申请: 'can be applied for',
  办理中: 'being handled',
  已办结: 'done',
  未获准予: 'denied',
  已过计划日: 'past its planned day',
  卡点: 'Blockers',
  没有卡点: 'Nothing blocks it',
  '应由 {{unit}} 解决': '{{unit}} owes it',
  '已解除：{{how}}': 'cleared: {{how}}',
  周报: 'Weekly reports',
  还没有周报: 'No report yet',
  企业自己跑的: 'Trips the company made itself',
  '下列手续由企业自己到窗口办理，没有代理：':
    'The company brought these to a counter itself, though it has an agent:',
  应交费用: 'Fees',
  '全过程 {{done}}/{{all}} 项已办结': '{{done}} of {{all}} permits are done',
})
