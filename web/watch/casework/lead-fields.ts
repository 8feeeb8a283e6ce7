import type { InvestigationKind } from '#modules/accountability/contract.ts'

export interface LeadField {
  readonly name: string
  readonly label:
    | '失职的职责'
    | '损失（元）'
    | '伤亡人数'
    | '任务编号'
    | '交办日期'
    | '到期日期'
    | '决定文号'
    | '决定日期'
    | '合法性审查日期'
    | '会议记录日期'
    | '应到人数'
    | '实到人数'
    | '参加决定的人'
    | '造成的损害'
    | '内部还是社会管理'
    | '什么事'
    | '办件编号'
    | '不良后果'
    | '声称的依据'
    | '应退日期'
    | '收费（每行：名目 元 日期 缴费人）'
    | '索要什么'
    | '受理人员'
    | '受理后要求了什么'
    | '责任记录编号'
  readonly kind: 'line' | 'person' | 'day' | 'yuan' | 'count' | 'names' | 'area' | 'sums'
  readonly optional?: boolean
}

const caseNo = { name: 'caseNo', label: '办件编号', kind: 'line' } as const

/** What a lead of each kind asks for besides what all ask for. */
export const LEAD_FIELDS: Readonly<Partial<Record<InvestigationKind, readonly LeadField[]>>> = {
  graveFailure: [
    { name: 'duty', label: '失职的职责', kind: 'line' },
    { name: 'lossCents', label: '损失（元）', kind: 'yuan' },
    { name: 'injured', label: '伤亡人数', kind: 'count' },
  ],
  weakExecution: [
    { name: 'task', label: '任务编号', kind: 'line' },
    { name: 'assignedOn', label: '交办日期', kind: 'day' },
    { name: 'dueOn', label: '到期日期', kind: 'day' },
  ],
  decisionError: [
    { name: 'decision', label: '决定文号', kind: 'line' },
    { name: 'decidedOn', label: '决定日期', kind: 'day' },
    { name: 'legalCheckOn', label: '合法性审查日期', kind: 'day', optional: true },
    { name: 'minutesOn', label: '会议记录日期', kind: 'day', optional: true },
    { name: 'needed', label: '应到人数', kind: 'count' },
    { name: 'present', label: '实到人数', kind: 'count' },
    { name: 'deciders', label: '参加决定的人', kind: 'names' },
    { name: 'damage', label: '造成的损害', kind: 'line' },
  ],
  managementFailure: [
    { name: 'area', label: '内部还是社会管理', kind: 'area' },
    { name: 'matter', label: '什么事', kind: 'line' },
  ],
  delayedWork: [caseNo, { name: 'effect', label: '不良后果', kind: 'line' }],
  illegalCharges: [
    { name: 'basisClaimed', label: '声称的依据', kind: 'line' },
    { name: 'refundDueOn', label: '应退日期', kind: 'day' },
    { name: 'sums', label: '收费（每行：名目 元 日期 缴费人）', kind: 'sums' },
  ],
  demandingBenefits: [{ name: 'demanded', label: '索要什么', kind: 'line' }],
  acceptingOfficer: [
    caseNo,
    { name: 'officer', label: '受理人员', kind: 'person' },
    { name: 'asked', label: '受理后要求了什么', kind: 'line' },
  ],
  overdue: [caseNo, { name: 'liability', label: '责任记录编号', kind: 'line' }],
}

/** The text of a field as the server wants it. */
export function particularOf({ kind }: LeadField, text: string): unknown {
  const typed = text.trim()
  switch (kind) {
    case 'yuan':
      return Math.round(Number(typed || '0') * 100)
    case 'count':
      return Number(typed || '0')
    case 'day':
      return typed || null
    case 'names':
      return typed
        .split(/[,，、\s]+/)
        .filter((name) => name !== '')
        .map((name) => ({ name, account: null }))
    case 'sums':
      return typed
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter((parts) => parts.length >= 3)
        .map(([title = '', yuan = '', on = '', payer = 'A']) => ({
          ...{ title, on, payer },
          cents: Math.round(Number(yuan) * 100),
        }))
    default:
      return typed
  }
}
