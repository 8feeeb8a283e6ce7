import type { Day, EpochMs } from '#kernel/day.ts'
import { dayOfNumber } from '#kernel/day.ts'
import {
  type Calendar,
  dayNumberAt,
  DEFAULT_ZONE,
  formatInstant,
  nthWorkingDayAfter,
  workingDaysWithin,
} from '#engines/calendar/index.ts'

/** How this module writes and reads moments; every count of days is the calendar's. */
export const dayAt = (at: EpochMs, zone = DEFAULT_ZONE): Day => dayOfNumber(dayNumberAt(zone, at))

/** ISO 8601 with offset and milliseconds, as the contract asks. */
export const instantText = (at: EpochMs, zone = DEFAULT_ZONE): string => formatInstant(at, zone)

export const instantOrNull = (at: EpochMs | null, zone?: string): string | null =>
  at === null || !Number.isFinite(at) ? null : instantText(at, zone)

/** The n-th working day after the day of an instant; beyond the announced years it is read by weekday. */
export const workingDaysAfter = (at: EpochMs, count: number, calendar: Calendar): Day =>
  dayOfNumber(nthWorkingDayAfter(calendar, dayNumberAt(DEFAULT_ZONE, at), count))

/** Working days from today to a due instant, negative once past; null where the calendar does not reach. */
export function workingDaysLeft(now: EpochMs, due: EpochMs, calendar: Calendar): number | null {
  const from = dayNumberAt(DEFAULT_ZONE, now)
  // A limit that ends at 24:00 belongs to the day it ends, not to the next.
  const to = dayNumberAt(DEFAULT_ZONE, due - 1)
  if (Math.min(from, to) < calendar.first || Math.max(from, to) > calendar.last) return null
  return due < now ? -workingDaysWithin(calendar, to, from) : workingDaysWithin(calendar, from, to)
}
