import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'

export const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

/** The last day of a limit that ends at 24:00. */
export const lastDayOf = (dueAt: EpochMs): Day => dayAt(dueAt - 1)

export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)
