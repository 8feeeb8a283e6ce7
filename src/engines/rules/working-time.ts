import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { type Bilingual, isRefusal } from '#kernel/refusal.ts'
import {
  type Calendar,
  DAY_MS,
  dayNumberAt,
  formatInstant,
  type OfficeHours,
  workingDaysWithin,
  workingSecondsCounter,
} from '#engines/calendar/index.ts'
import { dueInstant, type Limit, parseMoment, type Roll, type Suspension } from '#engines/clocks/index.ts'

/** How instants are written in the sentence a person reads. */
export interface Say {
  readonly instant: (at: EpochMs) => string
  readonly day: (at: EpochMs) => string
  /** When a limit ran out: midnight is the end of its last day, for nobody says that the 18th ended on the 19th. */
  readonly expiry: (due: EpochMs) => Bilingual
}

export interface LimitTerms {
  readonly limit: Limit
  readonly hours?: OfficeHours | undefined
  readonly roll?: Roll | undefined
}

/**
 * The questions rules ask of time, answered by the calendar and clocks engines for one zone and calendar.
 * NaN means that the calendar does not reach so far: the rule then judges nothing, it never guesses.
 */
export interface WorkingTime extends Say {
  readonly zone: string
  /** When a limit runs out that nothing suspended or extended; quick, as the answer is kept for every day. */
  readonly dueAt: (from: EpochMs, terms: LimitTerms) => EpochMs
  readonly dueWith: (
    from: EpochMs,
    terms: LimitTerms,
    changes: { readonly suspensions: readonly Suspension[]; readonly extensions: readonly Limit[] },
  ) => EpochMs
  /** Working days after the day of `from` through the day of `to`. */
  readonly workingDays: (from: EpochMs, to: EpochMs) => number
  /** Seconds within office hours from one instant to another, for these hours. */
  readonly workingSeconds: (hours: OfficeHours) => (from: EpochMs, to: EpochMs) => number
  readonly dayNumber: (at: EpochMs) => number
  /** An instant as a log writes it. A bare day is its first instant, or its last where `end` is asked. */
  readonly read: (text: string, end?: 'end') => EpochMs
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(.*))?$/

export function workingTime(calendar: Calendar, zone: string): WorkingTime {
  const tables: DueTable[] = []

  function ask(from: EpochMs, { limit, hours, roll }: LimitTerms, changes: Changes): EpochMs {
    try {
      return dueInstant({ from, limit, hours, roll, calendar, zone, ...changes })?.at ?? Infinity
    } catch (error) {
      return outOfReach(error)
    }
  }

  function dueAt(from: EpochMs, terms: LimitTerms): EpochMs {
    // Office hours and hour limits depend on the time of day; day limits only on the day.
    if (terms.hours || !countsDays(terms.limit)) return ask(from, terms, {})
    const place = dayNumberAt(zone, from) - calendar.first
    if (!(place >= 0)) return ask(from, terms, {})
    const { pages } = tableOf(terms)
    const page = (pages[place >> PAGE_BITS] ??= new Float64Array(1 << PAGE_BITS).fill(NOT_ASKED))
    const known = page[place & PAGE_MASK] as number
    return known === NOT_ASKED ? (page[place & PAGE_MASK] = ask(from, terms, {})) : known
  }

  /** A profile has a handful of limits, so looking through them is quicker than any map. */
  function tableOf(terms: LimitTerms): DueTable {
    for (let place = 0; place < tables.length; place++) {
      const table = tables[place] as DueTable
      if (table.terms === terms) return table
    }
    const table = { terms, pages: [] }
    tables.push(table)
    return table
  }

  return {
    zone,
    dueAt,
    dueWith: ask,
    workingDays: (from, to) => {
      try {
        return workingDaysWithin(calendar, dayNumberAt(zone, from), dayNumberAt(zone, to))
      } catch (error) {
        return outOfReach(error)
      }
    },
    workingSeconds: (hours) => {
      const until = workingSecondsCounter({ calendar, hours, zone })
      return (from, to) => {
        try {
          return until(to) - until(from)
        } catch (error) {
          return outOfReach(error)
        }
      }
    },
    dayNumber: (at) => dayNumberAt(zone, at),
    instant: (at) => formatInstant(at, zone),
    day: (at) => dayOfNumber(dayNumberAt(zone, at)),
    expiry: (due) => expirySaid(due, zone),
    read: (text, end) => readInstant(text, zone, end),
  }
}

function expirySaid(due: EpochMs, zone: string): Bilingual {
  const lastDay = dayNumberAt(zone, due - 1)
  if (lastDay === dayNumberAt(zone, due)) {
    const instant = formatInstant(due, zone)
    return { zh: instant, en: `at ${instant}` }
  }
  const day = dayOfNumber(lastDay)
  return { zh: `${day} 24 时`, en: `at the end of ${day}` }
}

/** Due instants of a limit by the day on which it starts, from the calendar's first day on, in pages of 512 days. */
interface DueTable {
  readonly terms: LimitTerms
  readonly pages: (Float64Array | undefined)[]
}

const PAGE_BITS = 9
const PAGE_MASK = (1 << PAGE_BITS) - 1
const NOT_ASKED = -Infinity

interface Changes {
  readonly suspensions?: readonly Suspension[]
  readonly extensions?: readonly Limit[]
}

const countsDays = ({ unit }: Limit) =>
  unit === 'workingDays' || unit === 'calendarDays' || unit === 'months' || unit === 'years'

/** NaN where the calendar does not reach; anything else is a fault of ours. */
function outOfReach(error: unknown): number {
  if (isRefusal(error) && error.code === 'calendar.out-of-range') return Number.NaN
  throw error
}

/** NaN for a text that is no instant: a dirty attribute of one case must not stop the judging of all others. */
function readInstant(text: string, zone: string, end?: 'end'): EpochMs {
  const [, year = '', month = '', date = '', hour, minute, rest = ''] = DATE.exec(text.trim()) ?? []
  if (!year) return Number.NaN
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  try {
    if (hour === undefined) return dayEdge(day, zone, end)
    const moment = parseMoment(`${day}T${hour.padStart(2, '0')}:${minute}${rest}`, zone)
    return moment.kind === 'instant' ? moment.at : Number.NaN
  } catch (error) {
    if (isRefusal(error)) return Number.NaN
    throw error
  }
}

function dayEdge(day: string, zone: string, end?: 'end'): EpochMs {
  const moment = parseMoment(`${day}T${end ? '24:00' : '00:00'}`, zone)
  return moment.kind === 'instant' ? moment.at : Number.NaN
}

/**
 * No limit runs out sooner than this after its start, whatever the calendar: a cheap look that clears most cases
 * before any calendar is asked. A day is left off, for limits in days begin late and end at clock times.
 */
export function leastMs({ length, unit }: Limit): number {
  const days = unit === 'years' ? 365 * length : unit === 'months' ? 28 * length : length
  if (unit === 'seconds') return length * 1000
  if (unit === 'minutes') return length * 60_000
  if (unit === 'hours' || unit === 'workingHours') return length * 3_600_000
  return (days - 1) * DAY_MS
}

const ofWorkingDays = new Map<number, LimitTerms>()

/** One object for each number of working days, so that the due days kept for it are found again. */
export function workingDayTerms(length: number): LimitTerms {
  const known = ofWorkingDays.get(length) ?? { limit: { length, unit: 'workingDays' } }
  ofWorkingDays.set(length, known)
  return known
}
