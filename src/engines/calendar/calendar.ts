import { createHash } from 'node:crypto'
import { type Day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Ruling } from './notice.ts'
import { refuse } from './refusals.ts'

/** Working, resting, or in a year whose notice has not been published: then nobody knows yet. */
export type DayState = 'working' | 'resting' | 'unannounced'

/**
 * A calendar and its prefix sums. Days are day numbers (days since 1970-01-01).
 * Beyond `announcedThrough` the tables go on by weekday; whatever is read there is provisional.
 */
export interface Calendar {
  readonly id: string
  /** Changes exactly when the meaning of a day changes; stored with every clock (T-11). */
  readonly version: string
  readonly title: Bilingual
  readonly first: number
  readonly announcedThrough: number
  readonly last: number
  readonly rulings: ReadonlyMap<number, Ruling>
  /** `worked[i]`: working days from `first` through `first + i`. */
  readonly worked: Int32Array
  /** `nth[k]`: the day number of the working day number k + 1. */
  readonly nth: Int32Array
}

export interface CalendarSource {
  readonly id: string
  readonly title: Bilingual
  readonly first: number
  readonly announcedThrough: number
  readonly last: number
  readonly rulings: ReadonlyMap<number, Ruling>
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7

export const isWeekend = (number: number): boolean => {
  const weekday = weekdayOf(number)
  return weekday === 0 || weekday === 6
}

export function makeCalendar(source: CalendarSource): Calendar {
  const { first, last, rulings } = source
  const length = last - first + 1
  const worked = new Int32Array(length)
  const nth = new Int32Array(length)
  let count = 0
  for (let index = 0; index < length; index++) {
    if (reading(rulings, first + index)) nth[count++] = first + index
    worked[index] = count
  }
  return { ...source, version: versionOf(source), worked, nth: nth.slice(0, count) }
}

function reading(rulings: ReadonlyMap<number, Ruling>, number: number): boolean {
  const ruling = rulings.get(number)
  return ruling ? ruling.kind !== 'off' : !isWeekend(number)
}

/** The same days give the same version, whatever order or file they came from. */
function versionOf({ id, first, announcedThrough, rulings }: CalendarSource): string {
  const hash = createHash('sha256').update(`${first} ${announcedThrough}`)
  for (const number of [...rulings.keys()].sort((a, b) => a - b)) {
    const ruling = rulings.get(number)
    hash.update(`\n${number} ${ruling?.kind} ${ruling?.hours ?? ''}`)
  }
  return `${id}@${dayOfNumber(announcedThrough).slice(0, 4)}-${hash.digest('hex').slice(0, 10)}`
}

/** Whether a day is worked, by weekday beyond the horizon. Refuses a day outside the table. */
export function isWorking(calendar: Calendar, number: number): boolean {
  const index = indexOf(calendar, number)
  return workedAt(calendar, index) > (index === 0 ? 0 : workedAt(calendar, index - 1))
}

export function stateOf(calendar: Calendar, day: Day): DayState {
  const number = dayNumber(day)
  const working = isWorking(calendar, number)
  if (number > calendar.announcedThrough && !calendar.rulings.has(number)) return 'unannounced'
  return working ? 'working' : 'resting'
}

/** Working days in (after, through]; both may lie anywhere in the table. */
export const workingDaysWithin = (calendar: Calendar, after: number, through: number): number =>
  workedAt(calendar, indexOf(calendar, through)) - workedAt(calendar, indexOf(calendar, after))

/** The day number of the n-th working day after a day (n ≥ 1), by weekday beyond the horizon. */
export function nthWorkingDayAfter(calendar: Calendar, after: number, n: number): number {
  const found = calendar.nth[workedAt(calendar, indexOf(calendar, after)) + n - 1]
  if (found === undefined) throw outOfRange(calendar, calendar.last + 1)
  return found
}

/** The day itself when it is worked, else the next working day. */
export const workingDayFrom = (calendar: Calendar, number: number): number =>
  isWorking(calendar, number) ? number : nthWorkingDayAfter(calendar, number, 1)

export function indexOf(calendar: Calendar, number: number): number {
  if (number < calendar.first || number > calendar.last) throw outOfRange(calendar, number)
  return number - calendar.first
}

const workedAt = (calendar: Calendar, index: number): number => calendar.worked[index] as number

/** 9999-12-31 */
const LAST_WRITABLE_DAY = 2_932_896

export function outOfRange(calendar: Calendar, number: number) {
  const { id, first, last } = calendar
  return refuse('calendar.out-of-range', {
    day: number > LAST_WRITABLE_DAY ? '> 9999-12-31' : dayOfNumber(number),
    calendar: id,
    first: dayOfNumber(first),
    last: dayOfNumber(last),
  })
}
