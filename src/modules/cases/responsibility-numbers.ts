import { dayOfNumber, type Day, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'

/** † What no law sets and an office may set otherwise: each row holds from its day on. Days are working days. */
export interface ResponsibilityNumbers {
  readonly from: Day
  /** How long a department that was handed a step may pass it on by itself. */
  readonly passOnWithinDays: number
  /** The transfer of a case, counted from its first, that stops and goes to the coordinator. */
  readonly stopsAt: number
  /** The coordinator's ruling, as the clocks engine reads a limit. */
  readonly rulingWithin: string
  /** With so few days left before its limit a transfer counts as one of the last minute. */
  readonly lastMinuteDays: number
  /** An accepted case whose applicant has heard nothing for so long. */
  readonly silentAfterDays: number
  /** A leader's word that was spoken is entered within so many days. */
  readonly enterWithinDays: number
  /** All steps of a decided case were entered within so many minutes before the decision. */
  readonly bulkMinutes: number
}

const NUMBERS: readonly ResponsibilityNumbers[] = [
  {
    from: '2000-01-01' as Day,
    passOnWithinDays: 2,
    stopsAt: 3,
    rulingWithin: '3W',
    lastMinuteDays: 2,
    silentAfterDays: 5,
    enterWithinDays: 1,
    bulkMinutes: 10,
  },
]

/** The numbers in force at a moment. */
export function responsibilityNumbers(at: EpochMs): ResponsibilityNumbers {
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
  const found = NUMBERS.findLast(({ from }) => from <= today)
  if (!found) throw new Error(`No numbers of responsibility before ${today}`)
  return found
}
