import { day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import { weekdayOf } from '#ui/index.ts'

/** The days of the weeks, Monday to Sunday, that hold a month such as `2026-11`. */
export function weeksOf(month: string): string[][] {
  const first = dayNumber(day(`${month}-01`))
  const last = dayNumber(day(`${nextMonth(month)}-01`)) - 1
  const from = first - mondays(first)
  const weeks: string[][] = []
  for (let monday = from; monday <= last; monday += 7)
    weeks.push(Array.from({ length: 7 }, (_, index) => dayOfNumber(monday + index)))
  return weeks
}

/** Days since the last Monday. */
const mondays = (number: number): number => (weekdayOf(dayOfNumber(number)) + 6) % 7

export const nextMonth = (month: string): string => moved(month, 1)
export const lastMonth = (month: string): string => moved(month, -1)

function moved(month: string, by: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The last day of a month. */
export const endOfMonth = (month: string): string => dayOfNumber(dayNumber(day(`${nextMonth(month)}-01`)) - 1)

/** A month that stands in an address, or the one of a day. */
export const monthIn = (given: string | undefined, today: string): string =>
  given !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(given) ? given : today.slice(0, 7)

export const monthSpan = (month: string) => ({ from: `${month}-01`, until: endOfMonth(month) })
