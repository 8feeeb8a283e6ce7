import type { Summary } from '#engines/measures/index.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { periodOf } from '../figures.ts'
import { casesBy, type Days, numberAt, saidAt, within } from './cases.ts'
import { hitsOf, shareFigure, spreadFigure } from './figure.ts'

/** One tier in one week: the same catalogue, clock and rating for all of them (HALL-35). */
export interface TierWeek {
  readonly tier: string
  readonly week: string
  readonly received: readonly number[]
  readonly decided: readonly number[]
  readonly onTime: Summary
  readonly days: Summary
  readonly satisfied: Summary
  /** Share of decided cases whose steps were all entered at once: worked on paper, typed in afterwards. */
  readonly atOnce: Summary
}

/** Every tier that has a place in the hall network, week by week; one without a case stands there with zero. */
export function tierWeeks(
  { columns, by: { settings } }: Measures,
  span: Days,
  tiers: readonly string[],
): TierWeek[] {
  const minimumCell = settings.number('minimumCell')
  const by = (field: 'receivedDay' | 'decidedDay') =>
    casesBy(columns, (index) => {
      const day = numberAt(columns, field, index)
      return within(day, span) ? `${saidAt(columns, 'tier', index)}\n${periodOf(day, 'week')}` : undefined
    })
  const [received, decided] = [by('receivedDay'), by('decidedDay')]
  const weeks: string[] = []
  for (let day = span.first; day <= span.last; day++) {
    const week = periodOf(day, 'week')
    if (weeks.at(-1) !== week) weeks.push(week)
  }
  return weeks.flatMap((week) =>
    tiers.map((tier) => {
      const own = decided.get(`${tier}\n${week}`) ?? []
      return {
        ...{ tier, week, received: received.get(`${tier}\n${week}`) ?? [], decided: own },
        onTime: shareFigure(columns, own, 'isOnTime', minimumCell),
        days: spreadFigure(columns, own, 'totalDays', minimumCell),
        satisfied: shareFigure(columns, own, 'isSatisfied', minimumCell),
        atOnce: shareFigure(columns, own, 'isAtOnce', minimumCell),
      }
    }),
  )
}

/** Half of what a tier decides being typed in afterwards is no accident. */
const MOSTLY = 0.5

/** A tier that gives no figures, and one whose cases live on paper. */
export function tierSignals(rows: readonly TierWeek[], { columns }: Measures): Signal[] {
  const tiers = new Map<string, TierWeek[]>()
  for (const row of rows) tiers.set(row.tier, [...(tiers.get(row.tier) ?? []), row])
  return [...tiers].flatMap(([tier, weeks]): Signal[] => {
    const missing = weeks.filter((one) => one.received.length + one.decided.length === 0)
    const signals: Signal[] = []
    if (missing.length > 0) {
      const because = {
        zh: `${missing.length} 周没有任何办件（共 ${weeks.length} 周）`,
        en: `No case at all in ${missing.length} of ${weeks.length} weeks`,
      }
      signals.push({ code: 'tierMissing', unit: '', subject: tier, because, cases: [] })
    }
    const decided = weeks.flatMap((one) => one.decided)
    const { hits, of } = hitsOf(columns, decided, 'isAtOnce')
    if (hits > 1 && hits >= of * MOSTLY) {
      const because = {
        zh: `决定 ${of} 件，其中 ${hits} 件的全部过程在几分钟内一次录入：在纸上办完再补录`,
        en: `${hits} of ${of} decided cases were typed in within minutes: worked on paper first`,
      }
      const cases = decided.filter((index) => numberAt(columns, 'isAtOnce', index) === 1)
      signals.push({ code: 'paperTier', unit: '', subject: tier, because, cases })
    }
    return signals
  })
}
