import type { LogProfileInput } from '#engines/rules/index.ts'
import { ATTEMPT_NAMES } from '#modules/cases/index.ts'

/** The log of the cases handled on the platform itself. */
export const HALL_LOG = 'hall'
export const HALL_TITLE = '政务服务大厅'

/** What the acts of the module `cases` are called in its log. */
export const ACTIVITY = {
  received: '收件',
  supplementNotice: '补正告知',
  supplied: '材料补正',
  accepted: '受理',
  /** Complete when handed in, and accepted on a later day (CASE-01). */
  acceptedLate: '受理（迟于交件）',
  deemedAccepted: '视为受理',
  declined: '不予受理',
  sentBack: '退回上一环节',
  suspended: '中止',
  resumed: '恢复',
  extensionAsked: '申请延期',
  extended: '延期',
  extensionRefused: '不批准延期',
  decided: '决定',
  deemedGranted: '视为准予',
  delivered: '送达',
  rated: '评价',
  withdrawn: '撤回',
  corrected: '更正',
  hearingOffered: '告知听证权利',
  hearingAsked: '申请听证',
  hearingSet: '通知听证',
  hearingHeld: '举行听证',
  hearingGivenUp: '放弃听证',
  visitAssigned: '指派核查人员',
  visitReported: '登记现场核查',
  dateMoved: '期限变更',
  filedAgain: '撤回后又申请同一事项',
} as const

/**
 * How the rules read that log. 视为受理 means nothing to them: it is the law's answer, not the office's, so that the office's
 * silence stays a finding. Dates are those of the case's own clocks and are stated, not counted a second time.
 */
export const hallProfile: LogProfileInput = {
  meanings: {
    [ACTIVITY.received]: 'received',
    [ACTIVITY.supplementNotice]: 'supplementNotice',
    [ACTIVITY.supplied]: 'supplemented',
    [ACTIVITY.accepted]: 'accepted',
    [ACTIVITY.acceptedLate]: 'accepted',
    [ACTIVITY.declined]: 'declined',
    [ACTIVITY.suspended]: 'suspended',
    [ACTIVITY.resumed]: 'resumed',
    [ACTIVITY.extensionAsked]: 'extensionAsked',
    [ACTIVITY.extended]: 'extended',
    [ACTIVITY.decided]: 'decided',
    [ACTIVITY.deemedGranted]: 'decided',
    [ACTIVITY.delivered]: 'delivered',
    [ACTIVITY.withdrawn]: 'withdrawn',
    [ACTIVITY.filedAgain]: 'returnAttempted',
    ...Object.fromEntries(Object.values(ATTEMPT_NAMES).map(({ zh }) => [zh, 'returnAttempted' as const])),
  },
  case: {
    item: 'item',
    unit: 'unit',
    channel: 'channel',
    committedDueAt: 'committedDueAt',
    statutoryDueAt: 'statutoryDueAt',
  },
  event: {
    ground: 'ground',
    document: 'document',
    unit: 'unit',
    approverUnit: 'approverUnit',
    noticeAt: 'noticeAt',
    length: 'length',
  },
  others: 'allowed',
  // Nothing is delivered before it was decided either, but what the law granted is delivered without a decision.
  precedence: [{ first: ACTIVITY.received, then: ACTIVITY.decided }],
  separations: [
    { between: [ACTIVITY.accepted, ACTIVITY.decided] },
    { between: [ACTIVITY.acceptedLate, ACTIVITY.decided] },
  ],
  channels: ['窗口', '网上', '手机', '代办', '邮寄'],
  suspensionGrounds: [
    'hearing',
    'tender',
    'auction',
    'inspection',
    'test',
    'quarantine',
    'appraisal',
    'expertReview',
  ],
}
