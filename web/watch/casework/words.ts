import type { ActName } from './act-forms.ts'

export type ActWord =
  | '立案'
  | '不立案'
  | '换人承办'
  | '制定方案'
  | '完成一个节点'
  | '报告本周进展'
  | '登记证据'
  | '登记谈话'
  | '加入责任链'
  | '查到头了'
  | '作出结论'
  | '认定事实'
  | '认定后果'
  | '听取陈述申辩'
  | '告知被查单位'
  | '改案由'
  | '提出处理意见'
  | '移送'
  | '登记回执'
  | '登记退款'
  | '登记会议记录'
  | '任务改期'
  | '任务完成'
  | '答复来源'
  | '告知受害人'
  | '向上级报送结果'
  | '登记申诉'
  | '指定复核人'
  | '立问责卷'
  | '结案'

export const ACT_WORDS: Readonly<Record<ActName, ActWord>> = {
  open: '立案',
  drop: '不立案',
  team: '换人承办',
  plan: '制定方案',
  milestone: '完成一个节点',
  report: '报告本周进展',
  evidence: '登记证据',
  interview: '登记谈话',
  node: '加入责任链',
  top: '查到头了',
  result: '作出结论',
  facts: '认定事实',
  consequence: '认定后果',
  hear: '听取陈述申辩',
  notify: '告知被查单位',
  rename: '改案由',
  propose: '提出处理意见',
  transfer: '移送',
  receipt: '登记回执',
  refund: '登记退款',
  minutes: '登记会议记录',
  moveTask: '任务改期',
  taskDone: '任务完成',
  reply: '答复来源',
  tellHarmed: '告知受害人',
  sendUp: '向上级报送结果',
  appeal: '登记申诉',
  reviewer: '指定复核人',
  file: '立问责卷',
  close: '结案',
}

export const isAct = (name: string): name is ActName => name in ACT_WORDS
