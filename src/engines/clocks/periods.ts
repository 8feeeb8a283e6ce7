import { type Day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import { formatLimit, type Limit } from './limit.ts'
import { addMonths } from './moment.ts'
import { refuse } from './refusals.ts'

// Periods in which something stands, such as a licence or a ban. Unlike a limit by which something must be done they
// do not move off a rest day (T-02 is about acts): what ends on a Sunday ends on that Sunday, at 24:00.

/** The last day of a period that begins after `from` (T-01, T-08). Calendar days, months and years only. */
export const lastDayAfter = (from: Day, period: Limit): Day => moved(from, period, 1)

/**
 * 提前 (T-09): the last day on which something can be done that must be done so long before `end`, which is not counted.
 * Not moved off a rest day: the holder of a licence would lose days by it. In working days: `subtractWorkingDays`.
 */
export const lastDayBefore = (end: Day, period: Limit): Day => moved(end, period, -1)

function moved(from: Day, { length, unit }: Limit, sign: 1 | -1): Day {
  switch (unit) {
    case 'calendarDays':
      return dayOfNumber(dayNumber(from) + sign * length)
    case 'months':
      return addMonths(from, sign * length)
    case 'years':
      return addMonths(from, sign * 12 * length)
    default:
      throw refuse('limit.invalid', { text: formatLimit({ length, unit }) })
  }
}
