import type { Histories } from '#engines/histories/index.ts'
import { isSteady } from './flat-column.ts'
import type { Meaning } from './meanings.ts'
import type { LogProfileInput } from './profile.ts'

/**
 * What a log most likely means when nobody said: by the well-known names of its attributes and activities.
 *
 * Names are compared in lower case without spaces, dashes, underscores and prefixes such as `case:`. Only plain names
 * are guessed; a rule that needs more (paths, powers, posts apart) says what it lacks instead of guessing.
 */
export function genericProfile(histories: Histories): LogProfileInput {
  const meanings: Record<string, Meaning> = {}
  for (const activity of histories.activities) {
    const meant = meaningOf(activity)
    if (meant) meanings[activity] = meant
  }
  return {
    meanings,
    case: guessed(CASE_NAMES, describingCases(histories)),
    event: guessed(EVENT_NAMES, histories.eventAttributes),
    ...(histories.lifecycles.some((name) => plain(name) === 'complete') ? { lifecycles: ['complete'] } : {}),
  }
}

/** Attributes of the cases, and columns of the events that say the same on every row of a case. */
function describingCases(histories: Histories): ReadonlyMap<string, unknown> {
  const steady = [...histories.eventAttributes].filter(([, column]) => isSteady(histories, column))
  return new Map<string, unknown>([...histories.caseAttributes, ...steady])
}

const CASE_NAMES = {
  openedAt: [
    'opendt',
    'openedat',
    'opendate',
    'startdate',
    'starttime',
    'receivedat',
    'regdate',
    '收件时间',
    '申请时间',
    '受理时间',
    '立案时间',
  ],
  concludedAt: [
    'closeddt',
    'closedat',
    'closedate',
    'enddate',
    'endtime',
    'concludedat',
    'completedat',
    '办结时间',
    '结案时间',
    '完成时间',
  ],
  statutoryDueAt: [
    'deadline',
    'statutorydue',
    'statutorydueat',
    'due',
    'duedate',
    'dueat',
    'targetdt',
    '法定到期时间',
    '法定期限',
    '法定办结时间',
    '到期时间',
    '截止时间',
    '应办结时间',
  ],
  committedDueAt: [
    'committeddue',
    'committeddueat',
    'promiseddue',
    'promisedat',
    '承诺到期时间',
    '承诺期限',
    '承诺办结时间',
  ],
  channel: ['channel', 'source', '渠道', '受理渠道', '来源', '申请渠道'],
  unit: [
    'department',
    'unit',
    'agency',
    'organisation',
    'organization',
    'group',
    '部门',
    '承办单位',
    '受理部门',
    '单位',
  ],
  item: ['item', 'type', 'service', 'requesttype', 'casetype', '事项', '事项名称', '业务类型', '类型'],
} as const

const EVENT_NAMES = {
  unit: ['orggroup', 'group', 'department', 'unit', '部门', '单位', '承办单位'],
  ground: ['ground', 'suspensionground', '事由', '中止事由', '依据'],
  document: ['document', 'documentno', '文书', '文书编号', '文号'],
  approverUnit: ['approverunit', '批准单位', '审批单位'],
  noticeAt: ['noticeat', '告知时间'],
  length: ['extensionlength', '延期期限', '延长时限'],
  power: ['orgrole', 'role', 'post', '岗位', '职务'],
  recordedAt: ['recordedat', 'entrytime', '登记时间', '录入时间'],
  sequence: ['sequence', 'seq', '序号', '上报序号'],
} as const

/** Whole names first (any of these is the activity), in Chinese as substrings: 「窗口收件」 is a receipt. */
const ACTIVITY_NAMES: readonly (readonly [Meaning, readonly string[], RegExp?])[] = [
  ['declined', ['declined', 'notaccepted', 'acceptancedeclined'], /不予受理/],
  [
    'supplementNotice',
    ['supplementnotice', 'supplementrequested', 'materialsrequested', 'requestinformation'],
    /补正告知|告知补正|一次性告知|要求补正|补件通知/,
  ],
  ['supplemented', ['supplemented', 'supplementreceived', 'materialsreceived'], /补正|补齐|补件/],
  ['accepted', ['accepted', 'acceptance', 'applicationaccepted', 'caseaccepted'], /受理/],
  [
    'received',
    [
      'received',
      'applicationreceived',
      'submitted',
      'applicationsubmitted',
      'opened',
      'caseopened',
      'created',
    ],
    /收件|接件|申请提交|提交申请|登记立案/,
  ],
  ['returned', ['returned', 'sentback', 'returnedtoapplicant'], /退件|退回/],
  ['withdrawn', ['withdrawn', 'cancelled', 'canceled', 'withdrawnbyapplicant'], /撤回|撤销申请/],
  ['resumed', ['resumed', 'suspensionended'], /恢复/],
  ['suspended', ['suspended', 'onhold', 'paused'], /中止|挂起|暂停|特别程序开始/],
  ['extensionAsked', ['extensionasked', 'extensionrequested'], /申请延期|延期申请/],
  ['extended', ['extended', 'extensionapproved', 'extensiongranted'], /延期|延长/],
  ['delivered', ['delivered', 'served', 'certificatedelivered'], /送达|取证|发证|领取/],
  [
    'decided',
    ['decided', 'decision', 'granted', 'denied', 'approved', 'rejected', 'decisionmade'],
    /作出决定|^决定$|准予|不予许可|审批决定/,
  ],
  ['archived', ['archived'], /归档/],
  ['concluded', ['concluded', 'closed', 'completed', 'casecompleted', 'caseclosed', 'finished'], /办结|结案/],
]

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\(?(case|trace|event)\)?[:_ ]+/, '')
    .replace(/[\s_:().-]/g, '')

function meaningOf(activity: string): Meaning | undefined {
  const name = plain(activity)
  return ACTIVITY_NAMES.find(([, names, chinese]) => names.includes(name) || chinese?.test(activity))?.[0]
}

function guessed<Part extends string>(
  names: Readonly<Record<Part, readonly string[]>>,
  columns: ReadonlyMap<string, unknown>,
): Partial<Record<Part, string>> {
  const byPlain = new Map([...columns.keys()].reverse().map((name) => [plain(name), name]))
  const found: Partial<Record<Part, string>> = {}
  for (const part of Object.keys(names) as Part[]) {
    const known = names[part].find((name) => byPlain.has(name))
    if (known !== undefined) found[part] = byPlain.get(known)
  }
  return found
}
