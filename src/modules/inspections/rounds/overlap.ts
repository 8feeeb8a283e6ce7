import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { lastDayAfter, lastDayBefore } from '#engines/clocks/index.ts'
import { numbersOn } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import * as store from '../store.ts'
import type { Plan } from './round.ts'

type Asked = Pick<Plan, 'places' | 'theme' | 'from' | 'until' | 'kind'>
interface Span {
  readonly from: Day
  readonly until: Day
}

/** The span with so many days before and after it. */
const around = ({ from, until }: Span, length: number): Span => ({
  from: lastDayBefore(from, { length, unit: 'calendarDays' }),
  until: lastDayAfter(until, { length, unit: 'calendarDays' }),
})
const meet = (a: Span, b: Span): boolean => a.from <= b.until && a.until >= b.from

/**
 * 整合督查: one calendar for all bodies. The same thing at a unit twice in a week is refused whoever asks, another thing
 * within the month needs a reason; a follow-up comes again by its nature. Only what the planner may know of is looked at:
 * an answer here must not tell of a sealed round.
 */
export async function overlapOf(
  db: Db,
  asked: Asked,
  { reason, today }: { readonly reason: string; readonly today: Day },
): Promise<Plan['overlap']> {
  if (asked.kind === 'followUp') return null
  const numberOf = await numbersOn(db, today)
  const [days, sameDays] = [numberOf('overlapDays'), numberOf('sameThingDays')]
  const same = around(asked, sameDays)
  await refuseUndrawn(db, asked, { same, sameDays })
  const units = new Set(asked.places.map(({ unit }) => unit))
  const near = (await store.findVisits(db, around(asked, days)))
    .map(({ state }) => state)
    .filter(({ unit, skipped }) => units.has(unit) && !skipped)
  const twice = near.find((other) => other.theme === asked.theme && meet(other, same))
  if (twice) throw refuse('inspection.same-thing-twice', { unit: twice.unit, days: sameDays, on: twice.from })
  const [other] = near
  if (!other) return null
  if (reason === '')
    throw refuse('inspection.overlap-needs-reason', { unit: other.unit, days, on: other.from })
  return { reason, with: near.map(({ visit }) => visit) }
}

/** The same thing in a round whose lots are still to be drawn: its visits are not there yet. */
async function refuseUndrawn(
  db: Db,
  { places, theme }: Asked,
  { same, sameDays }: { readonly same: Span; readonly sameDays: number },
): Promise<void> {
  for (const { state } of await store.findRounds(db, same)) {
    if (state.lots || state.closed || state.theme !== theme) continue
    const twice = places.find(({ unit }) => state.places.some((other) => other.unit === unit))
    if (twice)
      throw refuse('inspection.same-thing-twice', { unit: twice.unit, days: sameDays, on: state.from })
  }
}
