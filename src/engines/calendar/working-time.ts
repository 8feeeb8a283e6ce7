import type { EpochMs } from '#kernel/day.ts'
import type { Calendar } from './calendar.ts'
import { type OfficeHours, openTimeBetween } from './hours.ts'
import { DEFAULT_ZONE, localTime } from './zone.ts'

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
