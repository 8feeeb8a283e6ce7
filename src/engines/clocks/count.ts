import type { EpochMs } from '#kernel/day.ts'
import {
  addOpenTime,
  type Calendar,
  instantOf,
  localTime,
  nextOpening,
  nthWorkingDayAfter,
  type OfficeHours,
  openTimeBetween,
  workingDayFrom,
  workingDaysWithin,
} from '../calendar/index.ts'
import type { SuspendedTime } from './suspension.ts'

// Four ways to walk forward from a point while leaving suspended time out. Each answers undefined when it runs into a
// suspension that has no end yet: then nobody can say when the limit runs out.

type Ranges = SuspendedTime['days']

/** The n-th working day after `after` that is not suspended; for 0 the day itself, or the next that can be used. */
export function walkWorkingDays(
  calendar: Calendar,
  after: number,
  n: number,
  suspended: Ranges,
): number | undefined {
  if (n === 0) return usableDay(calendar, after, suspended)
  let position = after
  let left = n
  for (const [first, last] of suspended) {
    if (last <= position) continue
    if (first - 1 > position) {
      // A suspension may begin beyond the end of the table; then it is of no concern to this limit.
      const counted = first - 1 > calendar.last ? Infinity : workingDaysWithin(calendar, position, first - 1)
      if (counted >= left) break
      left -= counted
    }
    if (last === Infinity) return undefined
    position = last
  }
  return nthWorkingDayAfter(calendar, position, left)
}

/** The n-th calendar day after `after` that is not suspended; for 0 the day itself. */
export function walkCalendarDays(after: number, n: number, suspended: Ranges): number | undefined {
  let position = after
  let left = n
  for (const [first, last] of suspended) {
    if (left === 0 || last <= position) continue
    const counted = Math.max(0, first - 1 - position)
    if (counted >= left) break
    left -= counted
    if (last === Infinity) return undefined
    position = last
  }
  return position + left
}

/** T-02: the day itself when work is done on it, else the next working day that is not suspended. */
export function usableDay(calendar: Calendar, day: number, suspended: Ranges): number | undefined {
  let found = workingDayFrom(calendar, day)
  for (const [first, last] of suspended) {
    if (found < first || found > last) continue
    if (last === Infinity) return undefined
    found = workingDayFrom(calendar, last + 1)
  }
  return found
}

/** The instant at which `ms` have passed since `from`, spans left out. */
export function walkElapsed(from: EpochMs, ms: number, spans: SuspendedTime['spans']): EpochMs | undefined {
  let position = from
  let left = ms
  for (const [start, end] of spans) {
    if (end <= position) continue
    const passed = start - position
    if (passed > 0) {
      if (passed >= left) break
      left -= passed
    }
    if (end === Infinity) return undefined
    position = end
  }
  return position + left
}

export interface Office {
  readonly calendar: Calendar
  readonly hours: OfficeHours
  readonly zone: string
}

/** The instant at which `ms` of office time have passed since `from`, spans left out; for 0 the first that can be used. */
export function walkOpenTime(
  office: Office,
  from: EpochMs,
  ms: number,
  spans: SuspendedTime['spans'],
): EpochMs | undefined {
  const { calendar, hours, zone } = office
  let position = from
  let left = ms
  for (const [start, end] of spans) {
    if (end <= position) continue
    if (start > position) {
      const passed = openTimeBetween(calendar, hours, localTime(zone, position), localTime(zone, start))
      // Without anything left to run, only a suspension of the very opening it waits for is of concern.
      if (left > 0 ? passed >= left : openingAfter(office, position) < start) break
      left -= passed
    }
    if (end === Infinity) return undefined
    position = end
  }
  const reached = addOpenTime(calendar, hours, localTime(zone, position), left)
  return instantOf(zone, reached.day, reached.clock)
}

function openingAfter({ calendar, hours, zone }: Office, at: EpochMs): EpochMs {
  const { day, clock } = nextOpening(calendar, hours, localTime(zone, at))
  return instantOf(zone, day, clock)
}

/** The first moment from an instant on at which the office is open and the clock is not suspended. */
export function firstOpenMoment(
  { calendar, hours }: Office,
  from: { day: number; clock: number },
  suspended: Ranges,
): { day: number; clock: number } | undefined {
  let found = nextOpening(calendar, hours, from)
  for (const [first, last] of suspended) {
    if (found.day < first || found.day > last) continue
    if (last === Infinity) return undefined
    found = nextOpening(calendar, hours, { day: last + 1, clock: 0 })
  }
  return found
}
