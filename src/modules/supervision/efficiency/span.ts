import { type Day, day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { Asked } from './figures.ts'
import { refuse } from './refusals.ts'

const YEAR_DAYS = 365
const LONGEST_DAYS = 5 * 366

/** The span asked about; the last twelve months where none is given. */
export function spanOf(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  now: EpochMs,
): { from: Day; until: Day } {
  const last = until === undefined ? dayOfNumber(dayNumberAt(DEFAULT_ZONE, now)) : day(until)
  const first = from === undefined ? dayOfNumber(dayNumber(last) - YEAR_DAYS + 1) : day(from)
  if (first > last || dayNumber(last) - dayNumber(first) > LONGEST_DAYS)
    throw refuse('efficiency.span-invalid', { from: first, until: last })
  return { from: first, until: last }
}

interface AskedFor {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly unit?: string | undefined
  readonly item?: string | undefined
  readonly officer?: string | undefined
  readonly tier?: string | undefined
  readonly place?: string | undefined
}

/** Who sees only one unit is measured by its own cases, not by what it happens to see of others. */
export const askedBy = (
  db: Db,
  { unit, item, officer, tier, place, ...span }: AskedFor,
  now: EpochMs,
): Asked => ({
  ...spanOf(span, now),
  ...{ item, officer, tier, place },
  unit: db.scope.reach === 'unit' ? db.scope.unit : unit,
})
