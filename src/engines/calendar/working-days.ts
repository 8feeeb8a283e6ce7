import { type Day, day as readDay, dayNumber, dayOfNumber } from '#kernel/day.ts'
import { type Calendar, indexOf, isWorking, nthWorkingDayAfter, outOfRange } from './calendar.ts'
import { refuse } from './refusals.ts'

/**
 * The n-th working day after a day; the day itself is not counted (T-01), and 0 asks for the day itself or, when it
 * rests, the next working day. Refuses a day that is not well formed or outside the table, and refuses to step past the
 * announced horizon: `due` gives provisional answers, this function never guesses.
 */
export function addWorkingDays(from: string, count: number, calendar: Calendar): Day {
  const number = dayNumber(from as Day)
  const index = number - calendar.first
  // The name of the number is the text itself exactly when the text was a well-formed day.
  if (NAMES[number - NAMES_FIRST] !== from || !(index >= 0)) throw whyNot(from, calendar)
  if (!(count > 0) || !Number.isInteger(count)) return fewerThanOne(number, count, calendar)
  const found = calendar.nth[(calendar.worked[index] as number) + count - 1]
  if (found === undefined || found > calendar.announcedThrough) throw beyondHorizon(from, calendar)
  return NAMES[found - NAMES_FIRST] as Day
}

/** Working days after `from` through `to`, the same counting as `addWorkingDays`; negative when `to` comes first. */
export function countWorkingDays(from: string, to: string, calendar: Calendar): number {
  const start = announced(from, calendar)
  const end = announced(to, calendar)
  const { worked, first } = calendar
  return (worked[end - first] as number) - (worked[start - first] as number)
}

/**
 * 提前 n 个工作日 (T-09): the last day on which something that must be done n working days before `before` can be done.
 * The day itself is not counted.
 */
export function subtractWorkingDays(before: string, count: number, calendar: Calendar): Day {
  if (!Number.isInteger(count) || count < 1) throw refuse('calendar.count-invalid', { count })
  const number = announced(before, calendar)
  const worked = (calendar.worked[number - calendar.first] as number) - (isWorking(calendar, number) ? 1 : 0)
  const found = calendar.nth[worked - count]
  if (found === undefined) throw outOfRange(calendar, calendar.first - 1)
  return dayOfNumber(found)
}

/**
 * The first day before which so many working days lie, counted from a day on that counts itself when it works: what is
 * told on `told` may take place then at the earliest (提前 n 个工作日, T-09 the other way round). Beyond the horizon it is
 * counted provisionally.
 */
export function dayAfterNotice(told: number, count: number, calendar: Calendar): number {
  return nthWorkingDayAfter(calendar, told - 1, count) + 1
}

function fewerThanOne(number: number, count: number, calendar: Calendar): Day {
  if (count !== 0) throw refuse('calendar.count-invalid', { count })
  if (number > calendar.announcedThrough) throw beyondHorizon(dayOfNumber(number), calendar)
  const found = isWorking(calendar, number) ? number : nthWorkingDayAfter(calendar, number, 1)
  if (found > calendar.announcedThrough) throw beyondHorizon(dayOfNumber(number), calendar)
  return dayOfNumber(found)
}

function announced(text: string, calendar: Calendar): number {
  const number = dayNumber(readDay(text))
  indexOf(calendar, number)
  if (number > calendar.announcedThrough) throw beyondHorizon(text, calendar)
  return number
}

function whyNot(text: string, calendar: Calendar) {
  return outOfRange(calendar, dayNumber(readDay(text)))
}

const beyondHorizon = (day: string, { announcedThrough }: Calendar) =>
  refuse('calendar.unannounced', { day, last: dayOfNumber(announcedThrough) })

/** The names of all days from 1970 to 2100: looking one up is ten times quicker than writing it. */
const NAMES_FIRST = dayNumber('1970-01-01' as Day)
const NAMES: readonly string[] = Array.from(
  { length: dayNumber('2101-01-01' as Day) - NAMES_FIRST },
  (_, index) => dayOfNumber(NAMES_FIRST + index),
)
