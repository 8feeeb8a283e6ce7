import { type Calendar, indexOf, isWorking, nthWorkingDayAfter, workingDayFrom } from './calendar.ts'
import { refuse } from './refusals.ts'
import { DAY_MS, type LocalTime } from './zone.ts'

/** The hours in which an office is open, as spans of ms since local midnight, in order and apart. */
export interface OfficeHours {
  readonly text: string
  readonly spans: readonly (readonly [open: number, close: number])[]
}

const SPAN = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/

/** Reads `08:30-17:00` or `08:30-12:00,14:00-17:30`, or refuses. */
export function officeHours(text: string): OfficeHours {
  const spans = text.split(',').map((part) => {
    const match = SPAN.exec(part.trim())
    if (!match) throw refuse('hours.invalid', { hours: text })
    const [open, close] = [clock(match[1], match[2]), clock(match[3], match[4])]
    if (open === undefined || close === undefined || open >= close)
      throw refuse('hours.invalid', { hours: text })
    return [open, close] as const
  })
  if (spans.some(([open], index) => index > 0 && open < (spans[index - 1]?.[1] ?? 0))) {
    throw refuse('hours.invalid', { hours: text })
  }
  return { text, spans }
}

function clock(hour = '', minute = ''): number | undefined {
  const ms = (Number(hour) * 60 + Number(minute)) * 60_000
  return Number(minute) > 59 || ms > DAY_MS ? undefined : ms
}

/** The spans of one day: none on a rest day, its own on a half day. */
export function spansOf(calendar: Calendar, hours: OfficeHours, day: number): OfficeHours['spans'] {
  if (!isWorking(calendar, day)) return []
  const own = calendar.rulings.get(day)?.hours
  return own ? officeHours(own).spans : hours.spans
}

/** The closing time of a day in ms since midnight, or undefined on a rest day. */
export const closingOf = (calendar: Calendar, hours: OfficeHours, day: number): number | undefined =>
  spansOf(calendar, hours, day).at(-1)?.[1]

/** The first moment from a local time on at which the office is open; the closing minute itself is already outside. */
export function nextOpening(calendar: Calendar, hours: OfficeHours, from: LocalTime): LocalTime {
  let { day, clock: at } = from
  for (;;) {
    for (const [open, close] of spansOf(calendar, hours, day))
      if (at < close) return { day, clock: Math.max(at, open) }
    day = nthWorkingDayAfter(calendar, day, 1)
    at = 0
  }
}

/** Open time between two local times, in ms; negative when they come in the wrong order. */
export const openTimeBetween = (
  calendar: Calendar,
  hours: OfficeHours,
  from: LocalTime,
  to: LocalTime,
): number => openTimeUntil(calendar, hours, to) - openTimeUntil(calendar, hours, from)

/** The earliest local time by which `ms` of open time have passed since `from`; for 0 the next opening. */
export function addOpenTime(calendar: Calendar, hours: OfficeHours, from: LocalTime, ms: number): LocalTime {
  if (ms <= 0) return nextOpening(calendar, hours, from)
  const goal = openTimeUntil(calendar, hours, from) + ms
  const day = dayReaching(calendar, hours, goal)
  let left = goal - (openTimes(calendar, hours).sums[day - calendar.first - 1] ?? 0)
  for (const [open, close] of spansOf(calendar, hours, day)) {
    if (left <= close - open) return { day, clock: open + left }
    left -= close - open
  }
  throw new Error('the sums of open time do not match the hours')
}

/** Open time from the calendar's first day to a local time. */
const openTimeUntil = (calendar: Calendar, hours: OfficeHours, { day, clock: at }: LocalTime): number =>
  openTimes(calendar, hours).until(day, at)

/** The first day through which at least `goal` ms of open time have passed, by bisection. */
function dayReaching(calendar: Calendar, hours: OfficeHours, goal: number): number {
  const { sums } = openTimes(calendar, hours)
  let low = 0
  let high = sums.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sums[middle] as number) < goal) low = middle + 1
    else high = middle
  }
  // Past the table: ask for the next working day, which refuses with the calendar's limits.
  return low < sums.length ? calendar.first + low : workingDayFrom(calendar, calendar.last + 1)
}

export interface OpenTimes {
  /** `sums[i]`: open ms from the calendar's first day through day i. */
  readonly sums: Float64Array
  /** Open ms from the calendar's first day to a local time. */
  readonly until: (day: number, clock: number) => number
}

const timesOfCalendar = new WeakMap<Calendar, Map<string, OpenTimes>>()

/** Built once per calendar and hours; a pass over a whole log keeps it at hand instead of asking for it every time. */
export function openTimes(calendar: Calendar, hours: OfficeHours): OpenTimes {
  const ofCalendar = timesOfCalendar.get(calendar) ?? new Map<string, OpenTimes>()
  timesOfCalendar.set(calendar, ofCalendar)
  const found = ofCalendar.get(hours.text)
  if (found) return found
  const sums = sumsOf(calendar, hours)
  const times = { sums, until: counting(calendar, hours, sums) }
  ofCalendar.set(hours.text, times)
  return times
}

function sumsOf(calendar: Calendar, hours: OfficeHours): Float64Array {
  const sums = new Float64Array(calendar.last - calendar.first + 1)
  let sum = 0
  for (let index = 0; index < sums.length; index++) {
    for (const [open, close] of spansOf(calendar, hours, calendar.first + index)) sum += close - open
    sums[index] = sum
  }
  return sums
}

function counting(calendar: Calendar, hours: OfficeHours, sums: Float64Array): OpenTimes['until'] {
  const someHaveOwnHours = [...calendar.rulings.values()].some((ruling) => ruling.hours !== undefined)
  return (day, clock) => {
    const index = indexOf(calendar, day)
    let sum = index === 0 ? 0 : (sums[index - 1] as number)
    if (sums[index] === sum) return sum
    const spans = someHaveOwnHours ? spansOf(calendar, hours, day) : hours.spans
    for (let place = 0; place < spans.length; place++) {
      const [open, close] = spans[place] as (typeof spans)[number]
      if (clock > open) sum += (clock < close ? clock : close) - open
    }
    return sum
  }
}
