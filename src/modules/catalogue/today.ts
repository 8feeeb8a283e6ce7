import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { DEFAULT_ZONE, dayNumberAt } from '#engines/calendar/index.ts'

/** The day it is where the catalogue is in force. */
export const todayOf = (now: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
