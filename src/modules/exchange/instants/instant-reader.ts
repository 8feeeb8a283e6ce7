import { DAY_MS, instantOf, zone as knownZone } from '#engines/calendar/index.ts'
import { dayNumberOf, daysInMonth, type EpochMs } from '#kernel/day.ts'
import { recurring, type Recurring } from './recurring.ts'

export type InstantFault = 'time-missing' | 'time-unreadable' | 'time-impossible' | 'time-order-unclear'

/** Reads times of one file; `fault` and `assumed` speak of the last time read. */
export interface InstantReader {
  /** Of times that say no offset. */
  readonly zone: string
  readonly dateOrder: 'dmy' | 'mdy' | undefined
  fault: InstantFault | undefined
  /** The time said no offset, so the reader's zone was taken. */
  assumed: boolean
  lastDate: number
  lastMidnight: number
  readonly recurring: Recurring
}

export const instantReader = (zone: string, dateOrder?: 'dmy' | 'mdy'): InstantReader => ({
  zone: knownZone(zone),
  dateOrder,
  fault: undefined,
  assumed: false,
  lastDate: -1,
  lastMidnight: 0,
  recurring: recurring(),
})

/** A wall time of the reader's zone. */
export function local(reader: InstantReader, wall: number): EpochMs {
  reader.assumed = true
  const day = Math.floor(wall / DAY_MS)
  return instantOf(reader.zone, day, wall - day * DAY_MS)
}

export function faulty(reader: InstantReader, fault: InstantFault): number {
  reader.fault = fault
  return Number.NaN
}

/** 24:00 is the end of the day (ISO 8601); a leap second has no place in an epoch count. */
export const possibleTime = (hour: number, minute: number, second: number, thousandths: number): boolean =>
  (hour < 24 && minute < 60 && second < 60) ||
  (hour === 24 && minute === 0 && second === 0 && thousandths === 0)

/** Days from 1970-01-01, or NaN when there is no such day. */
export const possibleDay = (year: number, month: number, date: number): number =>
  year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
    ? dayNumberOf(year, month, date)
    : Number.NaN
