import type { InvestigationAct } from '#modules/accountability/contract.ts'
import {
  HARM_LEVELS,
  INVESTIGATION_KINDS,
  NODE_RESULTS,
  NODE_ROLES,
  PROOFS,
} from '#modules/accountability/contract.ts'
import type { Bilingual } from '#kernel/refusal.ts'

export type ActName = InvestigationAct['act']
type Words = Readonly<Record<string, Bilingual>>

/** One field of the form of an act; what is optional may stay empty. */
export interface ActField {
  readonly name: string
  readonly label: FieldLabel
  readonly kind:
    | 'line'
    | 'text'
    | 'day'
    | 'instant'
    | 'tick'
    | 'unit'
    | 'node'
    | 'evidence'
    | 'people'
    | 'person'
    | 'yuan'
    | 'hash'
    | 'measures'
    | 'milestones'
  readonly choices?: Words
  readonly optional?: boolean
}

export type FieldLabel =
  | '理由'
  | '内容'
  | '承办人'
  | '其他承办人员'
  | '决定人'
  | '期限'
  | '节点'
  | '方案'
  | '本周进展'
  | '下一步'
  | '证明什么'
  | '说明'
  | '出处'
  | '文件'
  | '对象'
  | '谈话人'
  | '时间'
  | '单位'
  | '人员'
  | '姓名或名称'
  | '在其中的作用'
  | '指使、批准了谁'
  | '个人还是单位'
  | '证据'
  | '结论'
  | '查明的事实'
  | '后果等次'
  | '本人放弃陈述'
  | '陈述申辩'
  | '案由'
  | '处理'
  | '移送到'
  | '回执文号'
  | '接收人'
  | '日期'
  | '金额（元）'
  | '缴费人'
  | '凭证'
  | '会议记录所称日期'
  | '改到'
  | '批准人'
  | '走样之处'
  | '依据'
  | '单位不承担责任的理由'
  | '完成节点'
  | '复核人'

const NODE_KINDS = { person: { zh: '个人', en: 'a person' }, unit: { zh: '单位', en: 'a unit' } } as const

const reason = { name: 'reason', label: '理由', kind: 'text' } as const
const text = { name: 'text', label: '内容', kind: 'text' } as const
const node = { name: 'node', label: '对象', kind: 'node' } as const
const evidence = { name: 'evidence', label: '证据', kind: 'evidence', optional: true } as const
const team = [
  { name: 'lead', label: '承办人', kind: 'person' },
  { name: 'members', label: '其他承办人员', kind: 'people', optional: true },
  { name: 'decider', label: '决定人', kind: 'person' },
] as const

/** What each act asks for, as data: the page has one form for all of them. */
export const ACT_FIELDS: Readonly<Record<ActName, readonly ActField[]>> = {
  open: [
    ...team,
    { name: 'dueOn', label: '期限', kind: 'day', optional: true },
    { name: 'because', label: '理由', kind: 'text' },
  ],
  drop: [reason],
  team: [...team, reason],
  plan: [
    { name: 'text', label: '方案', kind: 'text' },
    { name: 'milestones', label: '节点', kind: 'milestones' },
  ],
  milestone: [
    { name: 'code', label: '完成节点', kind: 'line' },
    { name: 'note', label: '说明', kind: 'text', optional: true },
  ],
  report: [
    { name: 'text', label: '本周进展', kind: 'text' },
    { name: 'next', label: '下一步', kind: 'text' },
  ],
  evidence: [
    { name: 'proves', label: '证明什么', kind: 'line', choices: PROOFS },
    { name: 'text', label: '说明', kind: 'text' },
    { name: 'reference', label: '出处', kind: 'line', optional: true },
    { name: 'sha256', label: '文件', kind: 'hash' },
  ],
  interview: [
    node,
    { name: 'by', label: '谈话人', kind: 'people' },
    { name: 'heldAt', label: '时间', kind: 'instant' },
    text,
    { name: 'sha256', label: '文件', kind: 'hash' },
  ],
  node: [
    { name: 'unit', label: '单位', kind: 'unit' },
    { name: 'kind', label: '个人还是单位', kind: 'line', choices: NODE_KINDS },
    { name: 'account', label: '人员', kind: 'person', optional: true },
    { name: 'name', label: '姓名或名称', kind: 'line' },
    { name: 'role', label: '在其中的作用', kind: 'line', choices: NODE_ROLES },
    { name: 'of', label: '指使、批准了谁', kind: 'node', optional: true },
    { name: 'because', label: '理由', kind: 'text' },
  ],
  top: [node, reason, { ...evidence, optional: false }],
  result: [node, { name: 'result', label: '结论', kind: 'line', choices: NODE_RESULTS }, reason, evidence],
  facts: [{ name: 'text', label: '查明的事实', kind: 'text' }],
  consequence: [{ name: 'level', label: '后果等次', kind: 'line', choices: HARM_LEVELS }, reason, evidence],
  hear: [
    node,
    { name: 'waived', label: '本人放弃陈述', kind: 'tick' },
    { name: 'statement', label: '陈述申辩', kind: 'text', optional: true },
  ],
  notify: [],
  rename: [{ name: 'kind', label: '案由', kind: 'line', choices: INVESTIGATION_KINDS }, reason],
  propose: [text, { name: 'measures', label: '处理', kind: 'measures' }],
  transfer: [{ name: 'to', label: '移送到', kind: 'line' }, reason],
  receipt: [
    { name: 'number', label: '回执文号', kind: 'line' },
    { name: 'by', label: '接收人', kind: 'line' },
    { name: 'on', label: '日期', kind: 'day' },
  ],
  refund: [
    { name: 'cents', label: '金额（元）', kind: 'yuan' },
    { name: 'on', label: '日期', kind: 'day' },
    { name: 'payer', label: '缴费人', kind: 'line' },
    { name: 'reference', label: '凭证', kind: 'line' },
    { name: 'sha256', label: '文件', kind: 'hash' },
  ],
  minutes: [
    { name: 'claimedOn', label: '会议记录所称日期', kind: 'day' },
    { name: 'sha256', label: '文件', kind: 'hash' },
  ],
  moveTask: [
    { name: 'to', label: '改到', kind: 'day' },
    reason,
    { name: 'approvedBy', label: '批准人', kind: 'line', optional: true },
  ],
  taskDone: [
    { name: 'on', label: '日期', kind: 'day' },
    { name: 'distorted', label: '走样之处', kind: 'text', optional: true },
  ],
  reply: [text],
  tellHarmed: [text],
  sendUp: [text],
  appeal: [node, text],
  reviewer: [node, { name: 'reviewer', label: '复核人', kind: 'person' }, reason],
  file: [
    node,
    { name: 'basis', label: '依据', kind: 'line' },
    { name: 'unitAside', label: '单位不承担责任的理由', kind: 'line', optional: true },
  ],
  close: [],
}
