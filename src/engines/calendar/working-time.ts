import type { EpochMs } from '#kernel/day.ts'
import type { Calendar } from './calendar.ts'
import { type OfficeHours, openTimeBetween, openTimes } from './hours.ts'
import { DAY_MS, DEFAULT_ZONE, localTime, offsetAt } from './zone.ts'

/**
 * Seconds of office time between two instants; negative when `to` comes first. Hours are wall-clock hours of the zone:
 * an office that is open from 08:30 to 17:00 is open 8.5 hours on every working day, whatever the clocks did at night.
 */
export function workingSecondsBetween(
  from: EpochMs,
  to: EpochMs,
  { calendar, hours, zone = DEFAULT_ZONE }: { calendar: Calendar; hours: OfficeHours; zone?: string },
): number {
  return openTimeBetween(calendar, hours, localTime(zone, from), localTime(zone, to)) / 1000
}

/** The same for many pairs of instants: the seconds of office time up to an instant, of which two are subtracted. */
export function workingSecondsCounter({
  calendar,
  hours,
  zone = DEFAULT_ZONE,
}: {
  calendar: Calendar
  hours: OfficeHours
  zone?: string
}): (at: EpochMs) => number {
  const { until } = openTimes(calendar, hours)
  return (at) => {
    const local = at + offsetAt(zone, at)
    const day = Math.floor(local / DAY_MS)
    return until(day, local - day * DAY_MS) / 1000
  }
}
