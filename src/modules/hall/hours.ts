import type { Day, EpochMs } from '#kernel/day.ts'
import { dayNumber } from '#kernel/day.ts'
import { type Calendar, DEFAULT_ZONE, instantOf, isWorking, officeHours } from '#engines/calendar/index.ts'
import type { Half } from './terms.ts'

export interface DeclaredHours {
  readonly workingHours: string
  /** 365 窗口: hours of rest days as well; null: shut on them. */
  readonly restHours: string | null
}

type Span = readonly [from: EpochMs, until: EpochMs]

export const isWorkingDay = (calendar: Calendar, day: Day): boolean => isWorking(calendar, dayNumber(day))

/** When a counter has declared to be open on a day, as instants. */
export function declaredSpans(hours: DeclaredHours, day: Day, calendar: Calendar): Span[] {
  const text = isWorkingDay(calendar, day) ? hours.workingHours : hours.restHours
  if (text === null) return []
  const number = dayNumber(day)
  return officeHours(text).spans.map(
    ([from, until]) =>
      [instantOf(DEFAULT_ZONE, number, from), instantOf(DEFAULT_ZONE, number, until)] as const,
  )
}

const HOUR = 3_600_000

/** The half days that a person has to be put on duty for. Hours that reach over noon need both. */
export function declaredHalves(hours: DeclaredHours, day: Day, calendar: Calendar): Half[] {
  const noon = instantOf(DEFAULT_ZONE, dayNumber(day), 12 * HOUR)
  const spans = declaredSpans(hours, day, calendar)
  const halves: Half[] = []
  if (spans.some(([from]) => from < noon)) halves.push('morning')
  if (spans.some(([, until]) => until > noon + HOUR)) halves.push('afternoon')
  return halves
}

export const isWithin = (spans: readonly Span[], at: EpochMs): boolean =>
  spans.some(([from, until]) => from <= at && at < until)

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, [from, until]) => sum + until - from, 0)

/** How much of the declared time somebody sat there. Sittings of one counter never overlap. */
export const staffedTime = (declared: readonly Span[], sat: readonly Span[]): number =>
  lengthOf(
    declared.flatMap(([from, until]) =>
      sat
        .map(([came, left]) => [Math.max(from, came), Math.min(until, left)] as const)
        .filter(([start, end]) => start < end),
    ),
  )
