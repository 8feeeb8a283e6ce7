import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { deskAct } from './act-contract.ts'
import { CaseNo } from './file-contract.ts'
import { InvolvementRow, TransferRow } from './responsibility-shape.ts'
import { INFORMED_WAYS, INVOLVED_HOW, RAISED_BY, STOPPED_BECAUSE } from './terms.ts'

const Desk = z.object({ unit: z.string().max(80), post: z.string().max(80).optional() })

export const transferStep = deskAct(
  'transferStep',
  'transfers',
  '移交环节给其他单位',
  'Pass a step on to another unit',
  'files.handle',
  z.object({
    step: z.string().max(60),
    to: Desk,
    reason: z.string().max(1000),
    basis: z.string().max(500),
  }),
)
export const ruleTransfer = deskAct(
  'ruleTransfer',
  'ruling',
  '裁定由谁办理（协调机构）',
  'Rule whose it is, as the coordinator',
  'transfers.rule',
  z.object({ to: Desk, reason: z.string().max(1000), basis: z.string().max(500) }),
)
export const nameServiceOfficer = deskAct(
  'nameServiceOfficer',
  'service-officer',
  '指定全程服务人员',
  'Name the service officer',
  'files.handle',
  z.object({ account: z.string().max(60), reason: z.string().max(500) }),
)
export const informApplicant = deskAct(
  'informApplicant',
  'informed',
  '告知申请人进展',
  'Tell the applicant how it stands',
  'files.handle',
  z.object({ way: z.enum(INFORMED_WAYS), text: z.string().max(500) }),
)
export const involveLeader = deskAct(
  'involveLeader',
  'interventions',
  '登记领导过问',
  'Enter that a leader was involved',
  'interventions.record',
  z.object({
    how: z.enum(INVOLVED_HOW),
    raisedBy: z.enum(RAISED_BY),
    leader: z.string().max(60),
    matter: z.string().max(500),
    heardAt: InstantText,
  }),
)
export const answerInvolved = deskAct(
  'answerInvolved',
  'interventions/answer',
  '登记领导答复',
  'Enter what the leader answered',
  'interventions.record',
  z.object({ instruction: z.string().max(1000) }),
)

/** A case as the lists of responsibility name it. */
const Named = z.object({
  caseNo: CaseNo,
  itemName: BilingualText,
  unit: z.string(),
  unitName: BilingualText,
})

export const TransferCase = Named.extend({
  count: z.number().int(),
  loop: z.boolean(),
  lastMinute: z.boolean(),
  transfers: z.array(TransferRow),
  dispute: TransferRow.omit({ by: true })
    .extend({ because: z.enum(STOPPED_BECAUSE), ruleBy: InstantText.nullable() })
    .nullable(),
  ruled: z.object({ at: InstantText, to: BilingualText, reason: z.string() }).nullable(),
})
export type TransferCase = z.infer<typeof TransferCase>

const Span = z.object({ from: DayText.optional(), until: DayText.optional() })

/** 移交与裁定. */
export const listTransfers = endpoint({
  name: 'listTransfers',
  method: 'GET',
  path: '/api/transfers',
  summary: { zh: '移交与裁定（等裁定的在前）', en: 'Transfers, those that wait for a ruling first' },
  guard: 'responsibility.read',
  recorded: 'listed',
  query: Span.extend({ waiting: z.enum(['yes']).optional() }),
  answer: z.object({ rows: z.array(TransferCase) }),
})

export const InvolvementCount = z.object({
  unit: z.string(),
  unitName: BilingualText,
  involved: z.number().int(),
  withinPower: z.number().int(),
  routine: z.number().int(),
  enteredLate: z.number().int(),
  /** Words of opinions that speak of a leader of whom nobody made an entry. */
  unrecorded: z.number().int(),
  daysLost: z.number().int(),
})
export const InvolvedCase = Named.extend({
  interventions: z.array(InvolvementRow),
  unrecorded: z.array(z.object({ at: InstantText, by: z.string(), words: z.string() })),
})
export type InvolvedCase = z.infer<typeof InvolvedCase>

/** 领导过问: what reached a leader, by department, with the days lost (CASE-28). */
export const listInterventions = endpoint({
  name: 'listInterventions',
  method: 'GET',
  path: '/api/interventions',
  summary: { zh: '领导过问的办件和损失的天数', en: 'Cases that reached a leader, and the days lost' },
  guard: 'responsibility.read',
  recorded: 'listed',
  query: Span,
  answer: z.object({ units: z.array(InvolvementCount), rows: z.array(InvolvedCase) }),
})

export const SilentCase = Named.extend({
  officer: BilingualText.nullable(),
  toldAt: InstantText,
  /** Calendar days in which nothing was heard. */
  days: z.number().int(),
  decided: z.boolean(),
})
export type SilentCase = z.infer<typeof SilentCase>

/** 受理后没有音讯 (HALL-29). */
export const listSilent = endpoint({
  name: 'listSilent',
  method: 'GET',
  path: '/api/silent-cases',
  summary: {
    zh: '受理后申请人没有得到任何消息的办件',
    en: 'Accepted cases whose applicants have heard nothing',
  },
  guard: 'responsibility.read',
  recorded: 'listed',
  answer: z.object({ afterDays: z.number().int(), rows: z.array(SilentCase) }),
})
