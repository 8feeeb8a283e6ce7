import { defineRefusals } from './refusal.ts'

/**
 * A calendar day, `'2026-03-02'`: compares as text and is never a JS `Date`.
 * This file reads and writes days; counting them is the business of `engines/calendar` alone.
 */
export type Day = string & { readonly __day: true }

/** Milliseconds since 1970-01-01T00:00:00Z. The engines calculate with it; people see ISO 8601 with an offset. */
export type EpochMs = number

/** A day of the clock in ms. A calendar day of a zone may be an hour shorter or longer: those are counted by the calendar. */
export const DAY_MS = 86_400_000

const refuse = defineRefusals({
  'day.invalid': {
    status: 400,
    zh: '“{text}”不是有效日期，请按 2026-03-02 的格式填写',
    en: '"{text}" is not a valid day; write it like 2026-03-02',
  },
})

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isDay(text: string): text is Day {
  if (!SHAPE.test(text)) return false
  const month = Number(text.slice(5, 7))
  const date = Number(text.slice(8, 10))
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(Number(text.slice(0, 4)), month)
}

/** Reads a day or refuses; an impossible date such as 2026-02-30 is refused, never moved. */
export function day(text: string): Day {
  if (!isDay(text)) throw refuse('day.invalid', { text })
  return text
}

/** The same where there may be none. */
export const dayOrNull = (text: string | null): Day | null => (text === null ? null : day(text))

/** Days since 1970-01-01 of a well-formed day (proleptic Gregorian). */
export function dayNumber(text: Day): number {
  const digit = (at: number) => text.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  return dayNumberOf(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
}

/** The same from the parts of a day that is known to exist. */
export function dayNumberOf(year: number, month: number, date: number): number {
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const beforeMonth = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0)
  return past * 365 + leapDays + beforeMonth + date - 719163
}

/** The inverse of `dayNumber`. */
export function dayOfNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as Day
}
