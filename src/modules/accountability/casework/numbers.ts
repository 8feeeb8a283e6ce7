import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { HarmLevel, Grade, InvestigationKind, InvestigationStage } from '../casework-shapes.ts'

/** † What no law sets and an office may set otherwise: each row holds from its day on. Limits as the clocks engine reads them. */
export interface CaseworkNumbers {
  readonly from: Day
  /** How long a step may take; steps without a limit have none here. */
  readonly stages: Readonly<Partial<Record<InvestigationStage, string>>>
  /** The whole of a case for which nobody set a day. */
  readonly caseWithin: string
  /** 每周报告: the state of an open case to the office. */
  readonly reportEvery: string
  /** The unit's answer, from the day it is told. */
  readonly unitAnswers: string
  /** A receipt for what was transferred. */
  readonly receipt: string
  readonly appealWithin: string
  readonly appealDecided: string
  /** Loss from which damage is grave, in cents; from which it is more than slight. */
  readonly graveLossCents: number
  readonly ordinaryLossCents: number
  /** Minutes written by so many days after the decision count as its minutes. */
  readonly minutesWithinDays: number
  /** A task's date may be moved so often. */
  readonly taskMoves: number
  /** Sums of one payer within so many days, each below the limit of reporting and together above it, are one sum. */
  readonly splitWithinDays: number
  readonly splitBelowCents: number
  /** Whose share of the waiting is at least so much stands beside the last person. */
  readonly shareFrom: number
  /** A clue entered later than so many days after it was known. */
  readonly enteredWithinDays: number
  /** 典型个案: so many published by this day of each year, decided no longer ago than so many days. */
  readonly typicalBy: string
  readonly typicalCount: number
  readonly typicalWithinDays: number
  /** 小节: light findings within so many days that make a reminder talk due, and by when it is held. */
  readonly smallCount: number
  readonly smallWithinDays: number
  readonly talkWithin: string
}

const NUMBERS: readonly CaseworkNumbers[] = [
  {
    from: '2000-01-01' as Day,
    stages: { lead: '5W', plan: '5W', facts: '30W', hearing: '10W', decision: '10W', reply: '5W' },
    caseWithin: '60W',
    reportEvery: '7D',
    unitAnswers: '10W',
    receipt: '5W',
    appealWithin: '30D',
    appealDecided: '30D',
    graveLossCents: 10_000_000,
    ordinaryLossCents: 1_000_000,
    minutesWithinDays: 5,
    taskMoves: 1,
    splitWithinDays: 30,
    splitBelowCents: 50_000,
    shareFrom: 0.1,
    enteredWithinDays: 3,
    typicalBy: '06-30',
    typicalCount: 3,
    typicalWithinDays: 365,
    smallCount: 3,
    smallWithinDays: 90,
    talkWithin: '5W',
  },
]

/** The numbers in force at a moment. */
export function caseworkNumbers(at: EpochMs): CaseworkNumbers {
  const today = dayAt(at)
  const found = NUMBERS.findLast(({ from }) => from <= today)
  if (!found) throw new Error(`No numbers of casework before ${today}`)
  return found
}

export const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

type Row = Readonly<Record<HarmLevel, Grade>>

interface GradeTable {
  readonly from: Day
  readonly rows: Readonly<Record<InvestigationKind, Row>>
}

const row = (slight: Grade, ordinary: Grade, grave: Grade): Row => ({ slight, ordinary, grave })

/** † 行为、后果与处理对照表 (ACCT-16): an act, what came of it, and what follows. A case is measured by the table of the day it was opened. */
const TABLES: readonly GradeTable[] = [
  {
    from: '2000-01-01' as Day,
    rows: {
      supervision: row('reminderCard', 'warningTalk', 'admonition'),
      adminFault: row('reminderCard', 'selfCriticism', 'circularCriticism'),
      graveFailure: row('selfCriticism', 'circularCriticism', 'postAdjustment'),
      weakExecution: row('reminderCard', 'admonition', 'circularCriticism'),
      decisionError: row('warningTalk', 'circularCriticism', 'postAdjustment'),
      managementFailure: row('warningTalk', 'admonition', 'circularCriticism'),
      delayedWork: row('reminderCard', 'admonition', 'warning'),
      illegalCharges: row('admonition', 'circularCriticism', 'removalRecommendation'),
      demandingBenefits: row('admonition', 'warning', 'removalRecommendation'),
      acceptingOfficer: row('reminderCard', 'admonition', 'warning'),
      overdue: row('reminderCard', 'admonition', 'circularCriticism'),
      obstruction: row('admonition', 'circularCriticism', 'removalRecommendation'),
      abuseOfPower: row('admonition', 'warning', 'removalRecommendation'),
      illegalGain: row('warning', 'warning', 'removalRecommendation'),
      neglect: row('admonition', 'warning', 'removalRecommendation'),
      attitude: row('reminderCard', 'warningTalk', 'admonition'),
    },
  },
]

export function gradeByTable(kind: InvestigationKind, level: HarmLevel, openedOn: Day): Grade {
  const table = TABLES.findLast(({ from }) => from <= openedOn)
  if (!table) throw new Error(`No table of grades before ${openedOn}`)
  return table.rows[kind][level]
}

/** The tables as they hold, for whoever wants to look before he is judged. */
export const gradeTable = (on: Day): Readonly<Record<InvestigationKind, Row>> =>
  (TABLES.findLast(({ from }) => from <= on) ?? TABLES[0])?.rows ?? ({} as never)

interface KindRules {
  /** Sealed from the first clue. */
  readonly sealed: boolean
  /** What has to be proved before the facts stand. */
  readonly proofs: readonly ('duty' | 'loss' | 'effect' | 'procedure' | 'charge' | 'fact')[]
}

const SEALED: ReadonlySet<InvestigationKind> = new Set<InvestigationKind>([
  'demandingBenefits',
  'obstruction',
  'abuseOfPower',
  'illegalGain',
  'neglect',
])

const PROOFS: Partial<Record<InvestigationKind, KindRules['proofs']>> = {
  graveFailure: ['duty', 'loss'],
  weakExecution: ['duty'],
  decisionError: ['procedure', 'loss'],
  managementFailure: ['duty', 'effect'],
  delayedWork: ['effect'],
  illegalCharges: ['charge'],
}

export const rulesOf = (kind: InvestigationKind): KindRules => ({
  sealed: SEALED.has(kind),
  proofs: PROOFS[kind] ?? ['fact'],
})

/** 刁难、玩弄权力、谋取非法利益、玩忽职守、伸手要好处: not to be called anything lighter. */
export const isGraveKind = (kind: InvestigationKind): boolean => SEALED.has(kind)
