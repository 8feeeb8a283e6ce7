import { type Day, daysInMonth, dayNumber, type EpochMs, isDay } from '#kernel/day.ts'
import { DAY_MS, instantOf, localTime } from '../calendar/index.ts'
import { refuse } from './refusals.ts'

/** A day without a time of day, or an instant: the two never turn into each other silently. */
export type Moment =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'instant'; readonly at: EpochMs; readonly day: number; readonly clock: number }

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** Reads `2026-03-02` as a day and `2026-03-02T09:30[:00[.123]][+08:00]` as an instant, in the zone when it names no offset. */
export function parseMoment(text: string | EpochMs, zone: string): Moment {
  if (typeof text === 'number') return instantMoment(text, zone)
  if (isDay(text)) return { kind: 'day', day: dayNumber(text) }
  const [, date = '', hour = '', minute = '', second = '0', fraction = '', offset] =
    INSTANT.exec(text.trim()) ?? []
  const clock = clockOf(Number(hour), Number(minute), Number(second)) + Number(`0.${fraction}0`) * 1000
  if (!isDay(date) || !(clock <= DAY_MS)) throw refuse('moment.invalid', { text })
  const day = dayNumber(date)
  if (offset === undefined) return instantMoment(instantOf(zone, day, Math.floor(clock)), zone)
  const ahead = offsetMs(offset)
  if (ahead === undefined) throw refuse('moment.invalid', { text })
  return instantMoment(day * DAY_MS + Math.floor(clock) - ahead, zone)
}

/** Ms since midnight; NaN for what no clock shows. 24:00:00 is the end of the day (ISO 8601). */
function clockOf(hour: number, minute: number, second: number): number {
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return NaN
  return ((hour * 60 + minute) * 60 + second) * 1000
}

function offsetMs(text: string): number | undefined {
  if (text.toUpperCase() === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  if (Number(text.slice(-2)) > 59 || minutes > 18 * 60) return undefined
  return (text.startsWith('-') ? -1 : 1) * minutes * 60_000
}

function instantMoment(at: EpochMs, zone: string): Moment {
  if (!Number.isFinite(at) || Math.abs(at) > 8e15) throw refuse('moment.invalid', { text: String(at) })
  return { kind: 'instant', at, ...localTime(zone, at) }
}

/** 24:00 of a day (T-05). */
export const endOfDay = (zone: string, day: number): EpochMs => instantOf(zone, day + 1)

/** T-08: the same-numbered day of the last month, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1]
  if (year > 9999) throw refuse('moment.invalid', { text: `${year}` })
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(year, ofYear))
  return [String(year).padStart(4, '0'), two(ofYear), two(date)].join('-') as Day
}

const two = (value: number) => String(value).padStart(2, '0')
