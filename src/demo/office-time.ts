import type { EpochMs } from '#kernel/day.ts'
import {
  type Calendar,
  dayNumberAt,
  DEFAULT_ZONE,
  instantOf,
  isWorking,
  nthWorkingDayAfter,
  workingDaysWithin,
} from '#engines/calendar/index.ts'
import type { Random } from '#kernel/random.ts'

const MINUTE = 60_000
const [OPENS, CLOSES] = [9 * 60, 17 * 60]

/** When people of an office do things: on working days, between nine and five. */
export interface OfficeTime {
  /** So many working days later; 0 is some minutes later, on the same day unless the office closes first. */
  after(at: EpochMs, workingDays: number): EpochMs
  /** A moment of the working day that lies so many working days before `now`. */
  ago(now: EpochMs, workingDays: number): EpochMs
  /** A moment of that day, or of the working day after it. */
  on(day: number): EpochMs
}

export function officeTime(calendar: Calendar, random: Random): OfficeTime {
  const momentOf = (day: number) =>
    instantOf(DEFAULT_ZONE, day, random.between(OPENS, CLOSES - 60) * MINUTE + random.between(0, 59) * 1000)
  const on = (day: number) => momentOf(isWorking(calendar, day) ? day : nthWorkingDayAfter(calendar, day, 1))
  return {
    after(at, workingDays) {
      const day = dayNumberAt(DEFAULT_ZONE, at)
      if (workingDays > 0) return momentOf(nthWorkingDayAfter(calendar, day, workingDays))
      const closing = instantOf(DEFAULT_ZONE, day, CLOSES * MINUTE)
      return Math.max(at + MINUTE, Math.min(closing, at + random.between(3, 40) * MINUTE))
    },
    ago(now, workingDays) {
      const today = dayNumberAt(DEFAULT_ZONE, now)
      let day = today - workingDays
      while (!isWorking(calendar, day) || workingDaysWithin(calendar, day, today) <= workingDays) day--
      return momentOf(day)
    },
    on,
  }
}
