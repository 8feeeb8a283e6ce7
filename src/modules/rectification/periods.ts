import type { Day } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Told } from '#engines/ledger/index.ts'
import { refuseOffice } from './office-refusals.ts'
import { STYLES, type Source, type Style } from './terms.ts'

/** Something that was noticed of a unit: a finding, or a problem that came from none. */
export interface Observed {
  readonly category: Style
  readonly source: Source
  readonly on: Day
}

/** 作风现状 (RECT-29): by class, how often complaints, clocks, inspections and everything else told of it. */
export type Picture = Readonly<
  Record<
    string,
    {
      readonly complaints: number
      readonly clocks: number
      readonly inspections: number
      readonly others: number
    }
  >
>

const GROUP: Partial<Record<Source, 'complaints' | 'clocks' | 'inspections'>> = {
  complaint: 'complaints',
  rating: 'complaints',
  opinion: 'complaints',
  poll: 'complaints',
  card: 'clocks',
  visit: 'inspections',
  audit: 'inspections',
  upper: 'inspections',
  corps: 'inspections',
  monitoringPoint: 'inspections',
}

export function pictureOf(
  observed: readonly Observed[],
  {
    from,
    until,
    classes = STYLES,
  }: { readonly from: Day; readonly until: Day; readonly classes?: readonly string[] },
): Picture {
  const picture = Object.fromEntries(
    classes.map((name) => [name, { complaints: 0, clocks: 0, inspections: 0, others: 0 }]),
  )
  for (const { category, source, on } of observed) {
    const row = picture[category]
    if (row && on >= from && on <= until) row[GROUP[source] ?? 'others']++
  }
  return picture
}

export interface Begun {
  readonly title: string
  readonly from: Day
  readonly until: Day
  /** What is looked at: as long before the campaign as the campaign is long. */
  readonly lookedFrom: Day
  readonly classes: readonly string[]
  readonly picture: Picture
}
export type PeriodEvent =
  | ({ readonly type: 'BaselineTaken' } & Begun)
  | { readonly type: 'EndTaken'; readonly picture: Picture; readonly reclassified: number }
export interface Period extends Begun {
  readonly period: string
  readonly takenAt: number
  readonly end: { readonly at: number; readonly picture: Picture; readonly reclassified: number } | null
}

export function evolvePeriod(
  before: Period | undefined,
  event: PeriodEvent,
  { at, id }: Told,
): Period | undefined {
  if (event.type === 'BaselineTaken') {
    const { type: _, ...begun } = event
    return { ...begun, period: id, takenAt: at, end: null }
  }
  const { picture, reclassified } = event
  return before && { ...before, end: { at, picture, reclassified } }
}

/** Before it begins, or on the day: afterwards it would be measured against itself. */
export function takeBaseline(
  state: Period | undefined,
  given: Begun & { readonly period: string },
  today: Day,
): PeriodEvent[] {
  const { period, ...begun } = given
  if (state) throw refuseOffice('period.exists', { period })
  if (today > begun.from) throw refuseOffice('period.started', { from: begun.from })
  return [{ type: 'BaselineTaken', ...begun }]
}

/** The same classes as at the beginning; what was moved between them in the meantime is counted beside it. */
export function takeEnd(
  state: Period | undefined,
  given: {
    readonly period: string
    readonly classes: readonly string[]
    readonly picture: Picture
    readonly reclassified: number
  },
): PeriodEvent[] {
  if (!state) throw refuseOffice('period.not-found', { period: given.period })
  if (state.end) throw refuseOffice('period.ended')
  if ([...given.classes].sort().join() !== [...state.classes].sort().join())
    throw refuseOffice('period.classes-changed')
  return [{ type: 'EndTaken', picture: given.picture, reclassified: given.reclassified }]
}

/** 抽查 (RECT-28): which closed measures a round looks at again; the same seed draws the same ones. */
export type RoundEvent = {
  readonly type: 'RoundDrawn'
  readonly title: string
  readonly seed: number
  readonly from: number
  readonly measures: readonly string[]
}
export interface Round extends Omit<RoundEvent, 'type'> {
  readonly round: string
  readonly drawnAt: number
  readonly by: string
}
export const evolveRound = (
  _: Round | undefined,
  { type: _type, ...drawn }: RoundEvent,
  { at, by, id }: Told,
): Round => ({
  ...drawn,
  ...{ round: id, drawnAt: at, by },
})

export function draw(verified: readonly string[], share: number, seed: number): string[] {
  if (verified.length === 0) throw refuseOffice('round.nothing-closed')
  const random = seeded(seed)
  const left = [...verified].sort()
  const wanted = Math.max(1, Math.ceil((left.length * share) / 100))
  return Array.from({ length: Math.min(wanted, left.length) }, () => {
    const [one] = left.splice(random.between(0, left.length - 1), 1)
    return one as string
  }).sort()
}
