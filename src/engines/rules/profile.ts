import { z } from 'zod'
import { defineRefusals } from '#kernel/refusal.ts'
import { Constraint } from './constraints/constraint.ts'
import { MEANINGS } from './meanings.ts'
import { Automaton, PublishedPath } from './path/index.ts'

/**
 * What a log's activities and attributes mean, and what was published about the procedure: everything the rules need
 * to judge it. Section `profile` of a preset or of a mapping file.
 *
 * Activity names may hold `*` ("Declaration REJECTED by *"). Every part may be absent; a rule that then knows too
 * little says so and judges nothing.
 */
const Activities = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((given) => [given].flat())

const CaseAttributes = z.strictObject({
  openedAt: z.string().optional(),
  concludedAt: z.string().optional(),
  committedDueAt: z.string().optional(),
  statutoryDueAt: z.string().optional(),
  channel: z.string().optional(),
  unit: z.string().optional(),
  item: z.string().optional(),
  /** Whom a complaint is about: the person as the log names resources. */
  accused: z.string().optional(),
  /** The version of the guide by which it was handled. */
  guideVersion: z.string().optional(),
  /** When a task is due. */
  taskDueAt: z.string().optional(),
})

const EventAttributes = z.strictObject({
  unit: z.string().optional(),
  ground: z.string().optional(),
  document: z.string().optional(),
  approverUnit: z.string().optional(),
  noticeAt: z.string().optional(),
  length: z.string().optional(),
  power: z.string().optional(),
  recordedAt: z.string().optional(),
  sequence: z.string().optional(),
  /** On what a decision, a charge or a penalty rests. */
  basis: z.string().optional(),
  reasons: z.string().optional(),
  outcome: z.string().optional(),
  /** Why somebody did something that is not done without a reason: another handler, another order, another date. */
  reason: z.string().optional(),
  to: z.string().optional(),
  people: z.string().optional(),
  amount: z.string().optional(),
  feeCode: z.string().optional(),
  feeName: z.string().optional(),
  receipt: z.string().optional(),
  /** Papers that were asked for, parted by 、. */
  materials: z.string().optional(),
  /** The dated and sealed paper that whoever is turned away gets. */
  paper: z.string().optional(),
  grade: z.string().optional(),
})

/** What may be charged: the register of fees as published. Money in the unit in which the log writes amounts. */
const PublishedFee = z.strictObject({
  code: z.string(),
  names: z.array(z.string()).min(1),
  rate: z.number().nonnegative().optional(),
  /** The first day on which it may no longer be charged. */
  abolishedFrom: z.string().optional(),
})
export type PublishedFee = z.infer<typeof PublishedFee>

/** A version of the guide of an item, with the day from which it was published; the oldest first. */
const PublishedGuide = z.strictObject({
  item: z.string(),
  version: z.string(),
  from: z.string(),
  materials: z.array(z.string()).default([]),
})
export type PublishedGuide = z.infer<typeof PublishedGuide>

/** A time limit as published: from one activity or meaning to another. `length` is read by the clocks engine. */
const ProfileLimit = z.strictObject({
  name: z.string(),
  kind: z.enum(['statutory', 'committed', 'exact', 'other']).default('statutory'),
  from: Activities,
  /** Absent: the decision, or whatever else ends the case. */
  until: Activities.optional(),
  /** `20W`, `60D`, `24h`, `3WH`, as the clocks engine reads it. */
  length: z.string(),
  /** Only for cases whose attribute has one of these values. */
  when: z.record(z.string(), Activities).optional(),
  hours: z.string().optional(),
  /** For kind `exact`: how many seconds either way still count as kept. */
  tolerance: z.number().nonnegative().default(0),
  roll: z.enum(['next', 'none']).default('next'),
})
export type ProfileLimit = z.infer<typeof ProfileLimit>

/** Two activities whose persons must differ (岗位分离). `first`: their first occurrences; `any`: any of them. */
const Separation = z.strictObject({
  between: z.tuple([z.string(), z.string()]),
  occurrence: z.enum(['first', 'any']).default('any'),
})

export const LogProfile = z.strictObject({
  /** Activity name → meaning. */
  meanings: z.record(z.string(), z.enum(MEANINGS)).default({}),
  /** Only events of these life-cycle transitions count as done; absent: all. */
  lifecycles: z.array(z.string()).optional(),
  case: CaseAttributes.default({}),
  event: EventAttributes.default({}),
  /** IANA zone of times written without an offset, and of the days that limits count. */
  zone: z.string().default('Asia/Shanghai'),
  /** `cn`, `weekdays` (Monday to Friday, no holidays), or a CSV file of a calendar. */
  calendar: z.string().default('cn'),
  limits: z.array(ProfileLimit).default([]),
  /** Steps, a diagram's automaton, or the name of a file that whoever reads the profile also reads. */
  path: z.union([PublishedPath, Automaton, z.string()]).optional(),
  /** What the path does not name: `allowed` anywhere, or a deviation. */
  others: z.enum(['allowed', 'refused']).default('refused'),
  /** What must hold of the order beside the path or instead of one; mining checks them, no rule of ours judges by them. */
  constraints: z.array(Constraint).optional(),
  /** `then` may not happen before `first` has. */
  precedence: z.array(z.strictObject({ first: z.string(), then: z.string() })).default([]),
  separations: z.array(Separation).default([]),
  /** Who may do an activity: names as they stand in the event's resource, or in its `power` attribute. */
  powers: z.record(z.string(), z.array(z.string())).optional(),
  channels: z.array(z.string()).optional(),
  suspensionGrounds: z.array(z.string()).optional(),
  fees: z.array(PublishedFee).optional(),
  guides: z.array(PublishedGuide).optional(),
  /** Discretion grade → the least and the most that a penalty of that grade comes to. */
  grades: z.record(z.string(), z.tuple([z.number(), z.number()])).optional(),
  /** How this log writes that a decision goes against who asked. */
  refusals: z.array(z.string()).optional(),
  /** When the office works (`08:30-12:00,14:00-17:30`); what is decided outside is looked at. */
  officeHours: z.string().optional(),
  /** Numbers of rules that differ here: `{ 'SV-13.idleWorkingDays': 30 }`, or the bare name. */
  numbers: z.record(z.string(), z.number()).default({}),
})
export type LogProfile = z.infer<typeof LogProfile>
export type LogProfileInput = z.input<typeof LogProfile>

export const refuseProfile = defineRefusals({
  'profile.invalid': {
    status: 400,
    zh: '日志说明 profile 有误：{place}，{reason}',
    en: 'the profile of the log is wrong at {place}: {reason}',
  },
  'profile.path-is-a-file': {
    status: 400,
    zh: '流程写成了文件名“{file}”，请先读入该文件',
    en: 'the path is the name of a file, "{file}"; read that file first',
  },
})

/** Reads the `profile` section of a preset or mapping, or refuses with the place of the fault. */
export function readProfile(given: unknown): LogProfile {
  const parsed = LogProfile.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw refuseProfile('profile.invalid', {
    place: issue?.path.join('.') || 'profile',
    reason: issue?.message ?? '',
  })
}

/** Whether a name of a log is meant by a name of the profile, in which `*` stands for anything. */
export function namePattern(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name === pattern
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('.*')}$`)
  return (name) => expression.test(name)
}
