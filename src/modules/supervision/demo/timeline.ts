import type { EpochMs } from '#kernel/day.ts'
import { type Calendar, instantOf, nthWorkingDayAfter, workingDayFrom } from '#engines/calendar/index.ts'
import type { HistoryEvent } from '#engines/histories/index.ts'
import type { Random } from '#kernel/random.ts'

export const OFFICE_ZONE = 'Asia/Shanghai'

const MINUTE = 60_000
const OPENS = 8 * 60 + 35
const CLOSES = 17 * 60 + 20

/** Writes a case day by day at an office's pace: every step falls on a working day, between opening and closing. */
export interface Timeline {
  readonly events: HistoryEvent[]
  /** The day number reached. */
  readonly day: number
  /** The next step, so many working days after the last one; 0 is later on the same day. */
  step(activity: string, after: number, by: string, attributes?: Record<string, string>): void
}

export function timeline(calendar: Calendar, random: Random, firstDay: number): Timeline {
  const events: HistoryEvent[] = []
  let day = workingDayFrom(calendar, firstDay)
  let minute = random.between(OPENS, CLOSES - 60)
  const at = (): EpochMs => instantOf(OFFICE_ZONE, day, minute * MINUTE)
  return {
    events,
    get day() {
      return day
    },
    step(activity, after, by, attributes) {
      if (after > 0) {
        day = nthWorkingDayAfter(calendar, day, after)
        minute = random.between(OPENS, CLOSES - 60)
      } else {
        minute = Math.min(CLOSES, minute + random.between(5, 55))
      }
      events.push({ activity, at: at(), resource: by, ...(attributes ? { attributes } : {}) })
    },
  }
}
