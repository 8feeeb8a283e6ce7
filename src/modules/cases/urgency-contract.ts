import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { deskAct } from './act-contract.ts'
import { FileParams } from './file-contract.ts'
import { CaseOf, Reason } from './case-shape.ts'
import { URGENCY_GROUNDS, URGENCY_STATUSES } from './urgency-shape.ts'

const Limit = z.string().regex(/^\d{1,3}(W|D|h|WH)$/)

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
