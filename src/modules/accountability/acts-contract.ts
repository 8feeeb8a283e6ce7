import { z } from 'zod'
import { DayText, InstantText } from '#kernel/endpoint.ts'
import { HarmLevel, Grade, InvestigationKind, NODE_RESULTS, NODE_ROLES, Proof } from './casework-shapes.ts'
import { RANKS, STATUSES } from './terms.ts'

export const codes = <Code extends string>(words: Readonly<Record<Code, unknown>>) =>
  z.enum(Object.keys(words) as [Code, ...Code[]])
export const Id = z.string().max(40)
const Account = z.string().max(80)
export const Said = z.string().trim().max(2000)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Ids = z.array(Id).max(50).default([])
const Cents = z.number().int().min(1).max(1e13)

export const Person = z.object({ name: z.string().trim().min(1).max(60), phone: z.string().max(20) })

export const NewNode = z.object({
  kind: z.enum(['unit', 'person']),
  unit: z.string().max(80),
  account: Account.nullable().default(null),
  name: z.string().trim().min(1).max(80),
  role: codes(NODE_ROLES),
  /** Whose act he ordered or approved. */
  of: Id.nullable().default(null),
  because: Said,
})

export const MeasureGiven = z.object({ node: Id, grade: Grade, deviation: Said.default('') })

/** What those on a case do, one act at a time; the answer of a case says which are open. */
export const InvestigationAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('open'),
    lead: Account,
    members: z.array(Account).max(10).default([]),
    decider: Account,
    dueOn: DayText.nullable().default(null),
    because: Said,
  }),
  z.object({ act: z.literal('drop'), reason: Said }),
  z.object({
    act: z.literal('team'),
    lead: Account,
    members: z.array(Account).max(10),
    decider: Account,
    reason: Said,
  }),
  z.object({
    act: z.literal('plan'),
    text: Said,
    milestones: z
      .array(z.object({ code: Id, title: z.string().trim().min(1).max(120), dueOn: DayText }))
      .max(30),
  }),
  z.object({ act: z.literal('milestone'), code: Id, note: Said }),
  z.object({ act: z.literal('report'), text: Said, next: Said }),
  z.object({
    act: z.literal('evidence'),
    proves: Proof,
    text: Said,
    reference: z.string().max(300).default(''),
    sha256: Sha256,
  }),
  z.object({
    act: z.literal('interview'),
    node: Id,
    by: z.array(Account).max(5),
    heldAt: InstantText,
    text: Said,
    sha256: Sha256,
  }),
  NewNode.extend({ act: z.literal('node') }),
  z.object({ act: z.literal('top'), node: Id, reason: Said, evidence: Ids }),
  z.object({ act: z.literal('result'), node: Id, result: codes(NODE_RESULTS), reason: Said, evidence: Ids }),
  z.object({ act: z.literal('facts'), text: Said }),
  z.object({ act: z.literal('consequence'), level: HarmLevel, reason: Said, evidence: Ids }),
  z.object({ act: z.literal('hear'), node: Id, statement: Said, waived: z.boolean().default(false) }),
  z.object({ act: z.literal('notify') }),
  z.object({ act: z.literal('rename'), kind: InvestigationKind, reason: Said }),
  z.object({ act: z.literal('propose'), text: Said, measures: z.array(MeasureGiven).max(50) }),
  z.object({ act: z.literal('transfer'), to: z.string().trim().min(2).max(120), reason: Said }),
  z.object({
    act: z.literal('receipt'),
    number: z.string().trim().min(1).max(80),
    by: z.string().trim().min(1).max(80),
    on: DayText,
  }),
  z.object({
    act: z.literal('refund'),
    cents: Cents,
    on: DayText,
    payer: z.string().max(20),
    reference: z.string().trim().min(1).max(120),
    sha256: Sha256,
  }),
  z.object({ act: z.literal('minutes'), claimedOn: DayText, sha256: Sha256 }),
  z.object({
    act: z.literal('moveTask'),
    to: DayText,
    reason: Said,
    approvedBy: z.string().max(80).default(''),
  }),
  z.object({ act: z.literal('taskDone'), on: DayText, distorted: Said.default('') }),
  z.object({ act: z.literal('reply'), text: Said }),
  z.object({ act: z.literal('tellHarmed'), text: Said }),
  z.object({ act: z.literal('sendUp'), text: Said }),
  z.object({ act: z.literal('appeal'), node: Id, text: Said }),
  /** Who decides on an open appeal: a leader or a supervisor who had no part in the case. */
  z.object({ act: z.literal('reviewer'), node: Id, reviewer: Account, reason: Said }),
  /** 立卷: the measure of one of the chain goes into the ladder as a file of its own. */
  z.object({
    act: z.literal('file'),
    node: Id,
    status: z.enum(STATUSES).default('civilServant'),
    rank: z.enum(RANKS).default('staff'),
    basis: z.string().trim().min(2).max(300),
    /** Why the unit is not at fault, where it has no measure. */
    unitAside: z.string().max(500).nullable().default(null),
  }),
  z.object({ act: z.literal('close') }),
])
export type InvestigationAct = z.infer<typeof InvestigationAct>
