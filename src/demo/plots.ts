import { parseLimit } from '#engines/clocks/index.ts'
import type { CasePlan } from '#modules/cases/index.ts'

interface Plot {
  /** How many of them the year holds. */
  readonly count: number
  /** What supervision is to find in each of them, and nothing else: rule and colour. */
  readonly found: readonly string[]
  /** Can be told of an item of this kind. */
  readonly suits: (lengths: Lengths, plan: CasePlan) => boolean
  /** Working days before the end of the year on which it begins; otherwise early enough to have ended. */
  readonly begins?: (lengths: Lengths) => readonly [least: number, most: number]
}

export interface Lengths {
  readonly committed: number
  readonly statutory: number
}

/** In working days; items in other units are left to the ordinary course. */
export function lengthsOf({ committed, statutory }: CasePlan): Lengths | undefined {
  const [promise, law] = [parseLimit(committed), parseLimit(statutory.limit)]
  if (promise.unit !== 'workingDays' || law.unit !== 'workingDays') return undefined
  return { committed: promise.length, statutory: law.length }
}

const long = ({ committed, statutory }: Lengths, plan: CasePlan) =>
  committed >= 5 && committed <= 12 && statutory === 20 && ownDesks(plan)

/** Every step lies with the unit itself: in joint cases one late unit would be another's fault. */
const ownDesks = ({ unit, steps, onTheSpot }: CasePlan) =>
  !onTheSpot && steps.length > 0 && steps.every((step) => step.unit === unit)

const necessary = ({ materials }: CasePlan) =>
  materials.filter(({ necessity }) => necessity === 'necessary').length

/** What is hidden in the year of the demo city for supervision to find; `docs/demo.md` tells of each. */
const PLOTS = {
  lateYellow: { count: 12, found: ['SV-01 yellow'], suits: long },
  lateRed: { count: 5, found: ['SV-01 yellow', 'SV-01 red'], suits: long },
  openYellow: {
    count: 4,
    found: ['SV-01 yellow'],
    suits: long,
    begins: ({ committed }) => [committed + 2, committed + 3],
  },
  openRed: {
    count: 3,
    found: ['SV-01 yellow', 'SV-01 red'],
    suits: long,
    begins: ({ statutory }) => [statutory + 2, statutory + 3],
  },
  unanswered: {
    count: 5,
    found: ['SV-02 yellow'],
    suits: (lengths, plan) => long(lengths, plan) && lengths.committed >= 8,
  },
  secondNotice: {
    count: 4,
    found: ['SV-03 yellow'],
    suits: (lengths, plan) => long(lengths, plan) && necessary(plan) >= 2,
  },
  sameHands: { count: 4, found: ['SV-08 yellow'], suits: long },
  untoldExtension: { count: 3, found: ['SV-11 yellow'], suits: long },
  notDelivered: { count: 5, found: ['SV-12 yellow'], suits: long, begins: () => [30, 60] },
  idle: { count: 4, found: ['SV-01 yellow', 'SV-13 notice', 'SV-19 notice'], suits: long },
  deemedGranted: {
    count: 3,
    found: ['SV-01 yellow'],
    suits: ({ committed, statutory }, plan) =>
      plan.deemedApproval !== null && committed < statutory && statutory <= 20 && ownDesks(plan),
  },
  askedExtension: {
    count: 2,
    found: [],
    suits: (lengths, plan) => long(lengths, plan) && lengths.committed >= 8,
    begins: () => [5, 6],
  },
  sentBackTooOften: { count: 3, found: ['SV-01 yellow'], suits: sendsBack },
} as const satisfies Readonly<Record<string, Plot>>

/** Back from one desk to another: there must be two, one after the other. */
function sendsBack(lengths: Lengths, plan: CasePlan): boolean {
  return long(lengths, plan) && new Set(plan.steps.map(({ group }) => group)).size > 1
}

export type PlotName = keyof typeof PLOTS
export const PLOT_NAMES = Object.keys(PLOTS) as PlotName[]

/** For reading a plot as any of them. */
export const plotOf = (name: PlotName): Plot => PLOTS[name]
