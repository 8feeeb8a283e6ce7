import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import {
  type Calendar,
  closingOf,
  DEFAULT_ZONE,
  formatInstant,
  instantOf,
  isWorking,
  localTime,
  type OfficeHours,
  zone as checkedZone,
} from '../calendar/index.ts'
import {
  firstOpenMoment,
  usableDay,
  walkCalendarDays,
  walkElapsed,
  walkOpenTime,
  walkWorkingDays,
} from './count.ts'
import { checkedLimit, elapsedMs, formatLimit, type Limit } from './limit.ts'
import { addMonths, type Moment, parseMoment } from './moment.ts'
import type { Reason } from './reason.ts'
import { reasonsFor } from './reasons.ts'
import { refuse } from './refusals.ts'
import { type SuspendedTime, type Suspension, suspendedTime } from './suspension.ts'

/** What a person or a clock asks. */
export interface DueQuestion {
  /** The trigger: a day `2026-03-02`, an instant in ISO 8601, or epoch ms. */
  readonly from: string | EpochMs
  readonly limit: Limit
  readonly suspensions?: readonly Suspension[]
  /** Approved extensions, in the order in which they were approved. */
  readonly extensions?: readonly Limit[]
  /** A stretch after all that has run out: never added to it before rolling (T-15). */
  readonly after?: Limit
  readonly calendar: Calendar
  readonly hours?: OfficeHours
  /** IANA name; Asia/Shanghai unless given. */
  readonly zone?: string
  /** Whether a limit in calendar days, months or years that ends on a rest day ends on the next working day (T-02). */
  readonly roll?: Roll
}

export type Roll = 'next' | 'none'

export interface Due {
  /** A day for a trigger that was a day, else an instant with the zone's offset; null while a suspension has no end. */
  readonly due: string | null
  /** The instant at which the limit runs out: 24:00 of the last day for a trigger that was a day (T-05). */
  readonly at: EpochMs | null
  /** The last day of the limit, in the zone. */
  readonly lastDay: Day | null
  /** The day before shifting, when the last day was moved off a rest day: the safe day for an agency (T-02). */
  readonly unshiftedDay?: Day
  /** Some of it was counted on days whose notice has not been published (T-10). */
  readonly provisional: boolean
  readonly reasons: readonly Reason[]
}

/** When a limit runs out, and why then. Pure; refuses what cannot be computed, never guesses silently. */
export function due(question: DueQuestion): Due {
  const terms = termsOf(question)
  const end = endOf(terms)
  const { unshiftedDay } = end ?? {}
  return {
    ...dateOf(terms, end),
    at: end?.at ?? null,
    lastDay: end ? dayOfNumber(end.lastDay) : null,
    ...(unshiftedDay === undefined ? {} : { unshiftedDay: dayOfNumber(unshiftedDay) }),
    reasons: reasonsFor(terms, end),
  }
}

/** The date alone, for long lists that nobody reads the reasons of. */
export function dueDate(question: DueQuestion): Pick<Due, 'due' | 'provisional'> {
  const terms = termsOf(question)
  return dateOf(terms, endOf(terms))
}

function dateOf({ trigger, zone }: Terms, end: End | undefined): Pick<Due, 'due' | 'provisional'> {
  if (!end) return { due: null, provisional: true }
  const text = trigger.kind === 'day' ? dayOfNumber(end.lastDay) : formatInstant(end.at, zone)
  return { due: text, provisional: end.provisional }
}

/** The same without words, for a million clocks at a time; null while a suspension has no end. */
export function dueInstant(question: DueQuestion): { at: EpochMs; provisional: boolean } | null {
  return endOf(termsOf(question)) ?? null
}

/** A question with everything read and checked. */
export interface Terms {
  readonly trigger: Moment
  readonly limit: Limit
  readonly extensions: readonly Limit[]
  readonly after?: Limit
  readonly suspensions: readonly Suspension[]
  readonly suspended: SuspendedTime
  readonly calendar: Calendar
  readonly hours?: OfficeHours
  readonly zone: string
  readonly roll: Roll
}

export function termsOf(question: DueQuestion): Terms {
  const { limit, suspensions = [], extensions = [], after, calendar, hours, roll = 'next' } = question
  const zone = checkedZone(question.zone ?? DEFAULT_ZONE)
  return {
    trigger: parseMoment(question.from, zone),
    limit: checkedLimit(limit),
    extensions: extensions.map(checkedLimit),
    after: after && checkedLimit(after),
    suspensions,
    suspended: suspendedTime(suspensions, zone),
    calendar,
    hours,
    zone,
    roll,
  }
}

/** Where a limit ends, and what happened on the way that needs saying. */
export interface End {
  readonly at: EpochMs
  readonly lastDay: number
  readonly provisional: boolean
  readonly unshiftedDay?: number
  /** Where the count really began, when it was moved to an opening of the office. */
  readonly startedAt?: EpochMs
}

/** The point reached so far: a whole day, or a time of day on it. */
export interface Position {
  readonly day: number
  readonly clock?: number
  readonly at?: EpochMs
  readonly unshiftedDay?: number
  readonly startedAt?: EpochMs
  /** The last day whose reading in the calendar mattered. */
  readonly consulted: number
}

export function endOf(terms: Terms): End | undefined {
  const legs = legsOf(terms)
  const reached = legs.at(-1)?.to
  return reached && finish(terms, reached)
}

/** One stretch of the limit, from where it began to where it ran out; without `to` when a suspension has no end yet. */
export interface Leg {
  readonly stretch: Limit
  readonly from: Position
  readonly to?: Position
}

export function legsOf(terms: Terms): Leg[] {
  const { trigger } = terms
  const legs: Leg[] = []
  let from: Position | undefined =
    trigger.kind === 'day'
      ? { day: trigger.day, consulted: -Infinity }
      : { day: trigger.day, clock: trigger.clock, at: trigger.at, consulted: -Infinity }
  for (const stretch of stretches(terms)) {
    const to = walk(terms, from, stretch)
    if (to && to.day > LAST_DAY) throw refuse('limit.too-long', { limit: formatLimit(stretch) })
    legs.push({ stretch, from, to })
    if (!to) break
    from = to
  }
  return legs
}

/** 9999-12-31: dates are written with four digits of a year. */
const LAST_DAY = 2_932_896

/**
 * The limit and its extensions as one row of stretches. Neighbours of one unit are added up before anything is rolled:
 * 60 days extended by 30 are 90 days. A stretch of another unit begins where the one before ran out.
 */
function stretches({ limit, extensions, after }: Terms): Limit[] {
  const row: Limit[] = [limit]
  for (const extension of extensions) {
    const last = row.at(-1)
    if (last?.unit === extension.unit) row.splice(-1, 1, { ...last, length: last.length + extension.length })
    else row.push(extension)
  }
  return after ? [...row, after] : row
}

function walk(terms: Terms, position: Position, stretch: Limit): Position | undefined {
  switch (stretch.unit) {
    case 'workingDays':
      return terms.hours && position.clock !== undefined
        ? walkOfficeDays(terms, terms.hours, position, stretch.length)
        : wholeDay(
            position,
            walkWorkingDays(terms.calendar, position.day, stretch.length, terms.suspended.days),
          )
    case 'calendarDays':
      return rolled(terms, position, stretch.length)
    case 'months':
      return rolled(terms, position, monthsAsDays(position.day, stretch.length))
    case 'years':
      return rolled(terms, position, monthsAsDays(position.day, stretch.length * 12))
    case 'workingHours':
      return walkHours(terms, position, stretch.length * 3_600_000)
    default:
      return elapsed(terms, position, elapsedMs(stretch) ?? 0)
  }
}

/** Written out rather than spread: this is the step that a million clocks take. */
const wholeDay = ({ startedAt }: Position, day: number | undefined): Position | undefined =>
  day === undefined
    ? undefined
    : { day, clock: undefined, at: undefined, unshiftedDay: undefined, startedAt, consulted: day }

/**
 * Working days in an office with hours: a start outside the hours moves to the next opening, and the limit ends at the
 * same clock time n working days later (the closing time, where that day closes earlier).
 */
function walkOfficeDays(
  terms: Terms,
  hours: OfficeHours,
  from: Position,
  days: number,
): Position | undefined {
  const { calendar, zone, suspended } = terms
  const start = firstOpenMoment(
    { calendar, hours, zone },
    { day: from.day, clock: from.clock ?? 0 },
    suspended.days,
  )
  if (!start) return undefined
  const day = days === 0 ? start.day : walkWorkingDays(calendar, start.day, days, suspended.days)
  if (day === undefined) return undefined
  const clock = Math.min(start.clock, closingOf(calendar, hours, day) ?? start.clock)
  const moved = start.day !== from.day || start.clock !== from.clock
  return {
    day,
    clock,
    at: instantOf(zone, day, clock),
    startedAt: from.startedAt ?? (moved ? instantOf(zone, start.day, start.clock) : undefined),
    consulted: day,
  }
}

function rolled(terms: Terms, from: Position, days: number): Position | undefined {
  const end = walkCalendarDays(from.day, days, terms.suspended.days)
  if (end === undefined) return undefined
  if (terms.roll === 'none') return { ...from, day: end, clock: undefined, at: undefined }
  const day = usableDay(terms.calendar, end, isWorking(terms.calendar, end) ? [] : terms.suspended.days)
  if (day === undefined) return undefined
  const unshiftedDay = day === end ? undefined : end
  return { ...from, day, clock: undefined, at: undefined, unshiftedDay, consulted: day }
}

const monthsAsDays = (day: number, months: number): number =>
  dayNumber(addMonths(dayOfNumber(day), months)) - day

/** T-01 for hours that were triggered by a day: they begin when that day is over. */
const startOf = ({ day, at }: Position, zone: string): EpochMs => at ?? instantOf(zone, day + 1)

function elapsed(terms: Terms, from: Position, ms: number): Position | undefined {
  const at = walkElapsed(startOf(from, terms.zone), ms, terms.suspended.spans)
  return at === undefined ? undefined : { ...from, ...localTime(terms.zone, at), at }
}

function walkHours(terms: Terms, from: Position, ms: number): Position | undefined {
  const { calendar, hours, zone, suspended } = terms
  if (!hours) throw refuse('clock.hours-needed')
  const at = walkOpenTime({ calendar, hours, zone }, startOf(from, zone), Math.round(ms), suspended.spans)
  if (at === undefined) return undefined
  const local = localTime(zone, at)
  return { ...from, ...local, at, consulted: Math.max(from.consulted, local.day) }
}

/** T-05: a limit in days runs out at 24:00 of its last day, or when the office closes where there are hours. */
function finish(terms: Terms, position: Position): End {
  const { calendar, hours, zone, trigger } = terms
  const { day, clock, unshiftedDay, startedAt } = position
  const provisional = position.consulted > calendar.announcedThrough
  if (trigger.kind === 'day') {
    // A time of day is only known here after a limit in hours; its 00:00 is the 24:00 of the day before.
    const lastDay = clock === 0 ? day - 1 : day
    return { at: instantOf(zone, lastDay + 1), lastDay, provisional, unshiftedDay, startedAt }
  }
  const known = position.at
  if (known !== undefined) {
    return { at: known, lastDay: clock === 0 ? day - 1 : day, provisional, unshiftedDay, startedAt }
  }
  const closing = hours ? closingOf(calendar, hours, day) : undefined
  const at = closing === undefined ? instantOf(zone, day + 1) : instantOf(zone, day, closing)
  return { at, lastDay: day, provisional, unshiftedDay, startedAt }
}
