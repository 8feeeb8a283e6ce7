import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { type Calendar, DEFAULT_ZONE, instantOf, officeHours } from '#engines/calendar/index.ts'
import { declaredSpans, type DeclaredHours, isWithin, isWorkingDay } from '../hours.ts'

export interface SlotTime {
  /** `09:30` */
  readonly starts: string
  readonly ends: string
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly afterHours: boolean
}

const MINUTE = 60_000

const clockText = (ms: number): string => {
  const minutes = Math.round(ms / MINUTE)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

export interface Opening {
  readonly hours: string
  readonly minutes: number
  /** The declared hours of the counters that call the group: what lies outside of all of them is after hours. */
  readonly counters: readonly DeclaredHours[]
  readonly calendar: Calendar
}

/** The times of a day, each as long as asked; what is left at the end of a span is no slot. */
export function slotsOf(day: Day, { hours, minutes, counters, calendar }: Opening): SlotTime[] {
  const declared = counters.flatMap((one) => declaredSpans(one, day, calendar))
  const at = (ms: number) => instantOf(DEFAULT_ZONE, dayNumber(day), ms)
  return officeHours(hours).spans.flatMap(([from, until]) => {
    const count = Math.floor((until - from) / (minutes * MINUTE))
    return Array.from({ length: count }, (_, index) => {
      const begins = from + index * minutes * MINUTE
      const ends = begins + minutes * MINUTE
      return {
        ...{ starts: clockText(begins), ends: clockText(ends), startsAt: at(begins), endsAt: at(ends) },
        afterHours: !isWithin(declared, at(begins)),
      }
    })
  })
}

/** The days of a span on which slots are opened: working days, or with `restDays` all of them. */
export function daysOpened(
  { from, until, restDays }: { readonly from: Day; readonly until: Day; readonly restDays: boolean },
  calendar: Calendar,
): Day[] {
  const count = Math.max(0, dayNumber(until) - dayNumber(from) + 1)
  return Array.from({ length: count }, (_, index) => dayOfNumber(dayNumber(from) + index)).filter(
    (day) => restDays || isWorkingDay(calendar, day),
  )
}
