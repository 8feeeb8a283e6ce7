import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'
import { deskAct, decideFile } from './act-contract.ts'
import { FileParams } from './file-contract.ts'
import { LIABILITY_CAUSES } from './liability-shape.ts'
import { URGENCY_GROUNDS, URGENCY_STATUSES } from './urgency-shape.ts'

const Limit = z.string().regex(/^\d{1,3}(W|D|h|WH)$/)
const Reason = z.string().max(1000)

export const finishAtOnce = deskAct(
  'finishAtOnce',
  'at-once',
  '当场办结（受理、决定、送达一次完成）',
  'Finish on the spot: accepted, decided and handed over in one breath',
  'files.handle',
  decideFile.body.omit({ heard: true, dated: true }).extend({
    /** Who signed for the result; may be empty where it is handed over later. */
    proof: z.string().max(200).default(''),
  }),
)

export const askUrgency = deskAct(
  'askUrgency',
  'urgency-request',
  '申请按急件办理',
  'Ask for the express lane',
  'files.handle',
  z.object({ ground: z.enum(URGENCY_GROUNDS), reason: Reason }),
)
export const grantUrgency = deskAct(
  'grantUrgency',
  'urgency',
  '批准按急件办理',
  'Grant the express lane',
  'files.handle',
  /** Left out: the item's limit, or the platform's. */
  z.object({ within: Limit.nullable().default(null), reason: Reason }),
)
export const refuseUrgency = deskAct(
  'refuseUrgency',
  'urgency-refusal',
  '不按急件办理',
  'Refuse the express lane',
  'files.handle',
  z.object({ reason: Reason }),
)

const CaseOf = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemName: BilingualText,
  unit: z.string(),
  unitName: BilingualText,
})

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** 急件台账: one line a flag, with what supervision looks at first. */
export const UrgencyRow = CaseOf.extend({
  status: z.enum(URGENCY_STATUSES),
  ground: z.enum(URGENCY_GROUNDS),
  reason: z.string(),
  applicant: z.string(),
  askedAt: InstantText,
  askedBy: BilingualText,
  answeredAt: InstantText.nullable(),
  answeredBy: BilingualText.nullable(),
  answer: z.string(),
  within: z.string().nullable(),
  endedAt: InstantText.nullable(),
  dueAt: InstantText.nullable(),
  late: z.boolean(),
  /** Asked for and not answered in time: an emergency that lies in the queue. */
  leftWaiting: z.boolean(),
  /** The same applicant has so many flags in ninety days; null below the number that is looked at. */
  repeated: z.number().int().nullable(),
  audit: z
    .object({ finding: z.enum(['sound', 'favour']), reason: z.string(), by: BilingualText, at: InstantText })
    .nullable(),
})
export type UrgencyRow = z.infer<typeof UrgencyRow>

export const listUrgency = endpoint({
  name: 'listUrgency',
  method: 'GET',
  path: '/api/urgency',
  summary: { zh: '急件台账（按月）', en: 'Flags of the express lane, by month' },
  guard: 'kinds.read',
  recorded: 'listed',
  query: z.object({ month: Month }),
  answer: z.object({
    rows: z.array(UrgencyRow),
    /** Granted and not yet looked at; the month is looked at until this day. */
    unaudited: z.number().int(),
    auditBy: DayText,
  }),
})

export const auditUrgency = endpoint({
  name: 'auditUrgency',
  method: 'POST',
  path: '/api/urgency/{caseNo}/audit',
  summary: { zh: '核查一个急件标记', en: 'Look at one flag of the express lane' },
  guard: 'urgency.audit',
  params: FileParams,
  body: z.object({ finding: z.enum(['sound', 'favour']), reason: Reason }),
  answer: z.object({ caseNo: z.string(), finding: z.enum(['sound', 'favour']) }),
})

export const PledgeRow = CaseOf.extend({
  applicant: z.string(),
  signedAt: InstantText,
  dueAt: InstantText,
  consequence: BilingualText,
  open: z.boolean(),
  overdue: z.boolean(),
  barredUntil: DayText.nullable(),
  checks: z.array(
    z.object({
      checkedOn: DayText,
      result: z.enum(['kept', 'broken']),
      finding: z.string(),
      consequence: z.enum(['revoked', 'mend']).nullable(),
      mendBy: DayText.nullable(),
      by: BilingualText,
    }),
  ),
})
export type PledgeRow = z.infer<typeof PledgeRow>

export const listPledges = endpoint({
  name: 'listPledges',
  method: 'GET',
  path: '/api/pledges',
  summary: { zh: '告知承诺的事后核查', en: 'Pledges and their later checks' },
  guard: 'kinds.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(PledgeRow) }),
})

export const checkPledge = endpoint({
  name: 'checkPledge',
  method: 'POST',
  path: '/api/pledges/{caseNo}/check',
  summary: { zh: '登记承诺核查结果', en: 'Enter what the check of a pledge found' },
  guard: 'files.handle',
  params: FileParams,
  body: z.object({
    checkedOn: DayText,
    result: z.enum(['kept', 'broken']),
    finding: z.string().max(2000),
    consequence: z.enum(['revoked', 'mend']).nullable().default(null),
    mendBy: DayText.nullable().default(null),
  }),
  answer: PledgeRow,
})

export const LiabilityRow = CaseOf.extend({
  liability: z.string(),
  because: z.enum(['deemedGranted', 'overdue']),
  consequence: z.string(),
  stage: z.enum(['department', 'inquiry', 'concluded']),
  enteredAt: InstantText,
  dueAt: InstantText,
  overdue: z.boolean(),
  desks: z.array(BilingualText),
  card: z.string().nullable(),
  inquiry: z.object({ by: BilingualText, at: InstantText, note: z.string() }).nullable(),
  conclusion: z
    .object({
      by: BilingualText,
      at: InstantText,
      personName: z.string(),
      cause: z.enum(LIABILITY_CAUSES),
      finding: z.string(),
      measure: z.string(),
    })
    .nullable(),
})
export type LiabilityRow = z.infer<typeof LiabilityRow>

const Liability = z.object({ liability: z.string().min(3).max(80) })

export const listLiabilities = endpoint({
  name: 'listLiabilities',
  method: 'GET',
  path: '/api/liabilities',
  summary: {
    zh: '默认和超时的责任：部门在先，责任人在后',
    en: 'Who answers for defaults: department, then person',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(LiabilityRow) }),
})

export const openInquiry = endpoint({
  name: 'openInquiry',
  method: 'POST',
  path: '/api/liabilities/{liability}/inquiry',
  summary: { zh: '开始追究部门内部责任人', en: 'Begin to look for the person responsible' },
  guard: 'liability.inquire',
  params: Liability,
  body: z.object({ note: Reason.default('') }),
  answer: LiabilityRow,
})

export const concludeInquiry = endpoint({
  name: 'concludeInquiry',
  method: 'POST',
  path: '/api/liabilities/{liability}/conclusion',
  summary: { zh: '责任追究结论', en: 'Conclude who in the department is responsible' },
  guard: 'liability.inquire',
  params: Liability,
  body: z.object({
    /** Account of somebody of the department; null where the person has none, who is then named. */
    person: z.string().max(60).nullable().default(null),
    personName: z.string().max(60).default(''),
    cause: z.enum(LIABILITY_CAUSES),
    finding: z.string().max(4000),
    measure: z.string().max(1000).default(''),
  }),
  answer: LiabilityRow,
})

const Share = z.object({
  /** Finished on the spot, or on the same day. */
  done: z.number().int(),
  all: z.number().int(),
})

const AtOnceCase = CaseOf.extend({
  acceptedOn: DayText,
  decidedOn: DayText.nullable(),
  officer: BilingualText,
  counter: z.string().nullable(),
  /** Why it was not finished at once, as it was said then; empty: nobody said why. */
  reason: z.string(),
  /** Working days from acceptance to the decision, or until today. */
  days: z.number().int(),
})

/** 当场办结日报: the share of each counter, and every exception with its reason or without one. */
export const onTheSpotDay = endpoint({
  name: 'onTheSpotDay',
  method: 'GET',
  path: '/api/on-the-spot',
  summary: {
    zh: '当场办结日报：各窗口占比和例外',
    en: 'On-the-spot items by day: shares of counters, exceptions',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  query: z.object({ day: DayText }),
  answer: z.object({
    total: Share,
    counters: z.array(Share.extend({ counter: z.string().nullable() })),
    exceptions: z.array(AtOnceCase),
  }),
})
export type AtOnceCase = z.infer<typeof AtOnceCase>

/** 当日办结率, officer by officer, and complete cases that were left to wait. */
export const sameDayShares = endpoint({
  name: 'sameDayShares',
  method: 'GET',
  path: '/api/same-day',
  summary: {
    zh: '当日办结率（按承办人）和留着没办的齐全件',
    en: 'Same-day share per officer, and complete cases left to wait',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  query: z.object({ from: DayText, to: DayText }),
  answer: z.object({
    total: Share,
    officers: z.array(Share.extend({ officer: BilingualText })),
    left: z.array(AtOnceCase),
  }),
})

export const gradedItems = endpoint({
  name: 'gradedItems',
  method: 'GET',
  path: '/api/discretion',
  summary: { zh: '有裁量基准的事项', en: 'Items that are decided by a discretion table' },
  guard: 'kinds.read',
  answer: z.object({
    rows: z.array(z.object({ item: z.string(), itemName: BilingualText, cases: z.number().int() })),
  }),
})

/** 类案比对: the decisions under one grade, side by side. */
export const compareDecisions = endpoint({
  name: 'compareDecisions',
  method: 'GET',
  path: '/api/discretion/{item}',
  summary: {
    zh: '类案比对：同一档次的结果和天数',
    en: 'Like cases compared: results and days under one grade',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  params: z.object({ item: z.string().max(80) }),
  query: z.object({ since: DayText }),
  answer: z.object({
    grades: z.array(
      z.object({
        grade: z.string(),
        gradeName: BilingualText,
        granted: z.number().int(),
        denied: z.number().int(),
        medianDays: z.number(),
        /** Both results under one grade. */
        divided: z.boolean(),
      }),
    ),
    unlike: z.array(
      z.object({
        caseNo: z.string(),
        gradeName: BilingualText,
        outcome: z.enum(['granted', 'denied']),
        days: z.number().int(),
        officer: BilingualText,
        /** otherResult: the rarer result of its grade; early, late: against the median. */
        how: z.enum(['otherResult', 'early', 'late']),
        /** What the decision itself says to it; empty: unexplained. */
        timing: z.string(),
      }),
    ),
  }),
})

export const ReadingRow = CaseOf.extend({
  outcome: z.enum(['denied', 'declined']),
  endedOn: DayText,
  clause: z.string(),
  alternative: z.string(),
  unmet: z.array(BilingualText),
  officer: BilingualText,
  review: z
    .object({ finding: z.enum(['sound', 'rigid']), note: z.string(), by: BilingualText, at: InstantText })
    .nullable(),
})
export type ReadingRow = z.infer<typeof ReadingRow>

/** 解释性不予: refusals that rest on how a clause is read, for the legal office to look at every quarter. */
export const listReadings = endpoint({
  name: 'listReadings',
  method: 'GET',
  path: '/api/readings',
  summary: {
    zh: '解释性不予清单（按季度由法制机构复核）',
    en: 'Refusals by interpretation, looked at every quarter',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  query: z.object({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) }),
  answer: z.object({ rows: z.array(ReadingRow), unreviewed: z.number().int(), reviewBy: DayText }),
})

export const reviewReading = endpoint({
  name: 'reviewReading',
  method: 'POST',
  path: '/api/readings/{caseNo}/review',
  summary: { zh: '复核一件解释性不予', en: 'Look at one refusal by interpretation' },
  guard: 'readings.review',
  params: FileParams,
  body: z.object({ finding: z.enum(['sound', 'rigid']), note: Reason }),
  answer: z.object({ caseNo: z.string(), finding: z.enum(['sound', 'rigid']) }),
})

/** 办理结果公开: no free words, no whole name of a human being. */
export const PostedResult = z.object({
  caseNo: z.string(),
  number: z.string().nullable(),
  item: z.string(),
  itemName: BilingualText,
  unitName: BilingualText,
  applicant: z.string(),
  decidedOn: DayText,
  outcome: z.enum(['granted', 'denied']),
  deemed: z.boolean(),
  atOnce: z.string().nullable(),
  basis: z.string(),
  /** 不予的理由: the published conditions that are not met. */
  unmet: z.array(BilingualText),
})
export type PostedResult = z.infer<typeof PostedResult>

export const listResults = endpoint({
  name: 'listResults',
  method: 'GET',
  path: '/api/results',
  summary: { zh: '办理结果公开', en: 'Published results' },
  guard: 'public',
  query: PageQuery.extend({
    jurisdiction: z.string().max(20).optional(),
    unit: z.string().max(80).optional(),
    search: z.string().max(60).optional(),
  }),
  answer: pageOf(PostedResult),
})
