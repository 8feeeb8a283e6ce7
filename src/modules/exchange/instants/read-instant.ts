import { DAY_MS, instantOf, zone as knownZone } from '#engines/calendar/index.ts'
import { dayNumberOf, daysInMonth, type EpochMs } from '#kernel/day.ts'
import { readUnusualInstant } from './unusual.ts'

export type InstantFault = 'time-missing' | 'time-unreadable' | 'time-impossible' | 'time-order-unclear'

/** Reads times of one file; `fault` and `assumed` speak of the last time read. */
export interface InstantReader {
  /** Of times that say no offset. */
  readonly zone: string
  readonly dateOrder: 'dmy' | 'mdy' | undefined
  fault: InstantFault | undefined
  /** The time said no offset, so the reader's zone was taken. */
  assumed: boolean
}

export const instantReader = (zone: string, dateOrder?: 'dmy' | 'mdy'): InstantReader => ({
  zone: knownZone(zone),
  dateOrder,
  fault: undefined,
  assumed: false,
})

const MINUTE_MS = 60_000

const T = 84
const SPACE = 32
const COLON = 58
const HYPHEN = 45
const PLUS = 43

/**
 * The instant in `buffer[from, to)`, or NaN with `reader.fault` set. An impossible date is a fault, never moved.
 *
 * The common shapes `2011-10-11T13:45:40.276+02:00`, `2011-10-11 13:45:40.276000+02:00`, `…Z`, without offset and
 * without time are read here without making a string; all the others by `readUnusualInstant`.
 */
export function readInstant(reader: InstantReader, buffer: Buffer, from: number, to: number): EpochMs {
  while (from < to && (buffer[from] as number) <= SPACE) from++
  while (to > from && (buffer[to - 1] as number) <= SPACE) to--
  reader.fault = undefined
  reader.assumed = false
  if (to === from) return faulty(reader, 'time-missing')

  const isPlain = to - from >= 10 && buffer[from + 4] === HYPHEN && buffer[from + 7] === HYPHEN
  const year = isPlain ? two(buffer, from) * 100 + two(buffer, from + 2) : -1
  const month = isPlain ? two(buffer, from + 5) : -1
  const date = isPlain ? two(buffer, from + 8) : -1
  if (year < 0 || month < 0 || date < 0) return unusual(reader, buffer, from, to)
  const day = possibleDay(year, month, date)
  if (Number.isNaN(day)) return faulty(reader, 'time-impossible')
  if (to - from === 10) return local(reader, day * DAY_MS)

  const parting = buffer[from + 10]
  if ((parting !== T && parting !== SPACE) || to - from < 16 || buffer[from + 13] !== COLON) {
    return unusual(reader, buffer, from, to)
  }
  return timeOfDay(reader, buffer, from, to, day * DAY_MS)
}

function timeOfDay(
  reader: InstantReader,
  buffer: Buffer,
  from: number,
  to: number,
  midnight: number,
): EpochMs {
  const hour = two(buffer, from + 11)
  const minute = two(buffer, from + 14)
  let at = from + 16
  let second = 0
  if (buffer[at] === COLON && at < to) {
    second = at + 3 <= to ? two(buffer, at + 1) : -1
    at += 3
  }
  if (hour < 0 || minute < 0 || second < 0) return unusual(reader, buffer, from, to)
  let thousandths = 0
  if (at < to && (buffer[at] === 46 || buffer[at] === 44)) {
    let worth = 100
    for (at++; at < to; at++) {
      const digit = (buffer[at] as number) - 48
      if (digit < 0 || digit > 9) break
      thousandths += digit * worth
      worth = worth === 100 ? 10 : worth === 10 ? 1 : 0
    }
  }
  if (!possibleTime(hour, minute, second, thousandths)) return faulty(reader, 'time-impossible')
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
  return withOffset(reader, buffer, from, at, to, wall)
}

/** 24:00 is the end of the day (ISO 8601); a leap second has no place in an epoch count. */
export const possibleTime = (hour: number, minute: number, second: number, thousandths: number): boolean =>
  (hour < 24 && minute < 60 && second < 60) ||
  (hour === 24 && minute === 0 && second === 0 && thousandths === 0)

function withOffset(
  reader: InstantReader,
  buffer: Buffer,
  from: number,
  at: number,
  to: number,
  wall: number,
): EpochMs {
  if (at < to && buffer[at] === SPACE) at++
  if (at === to) return local(reader, wall)
  const sign = buffer[at]
  if ((sign === 90 || sign === 122) && at + 1 === to) return wall
  if (sign !== PLUS && sign !== HYPHEN) return unusual(reader, buffer, from, to)
  const length = to - at
  const hours = length >= 3 ? two(buffer, at + 1) : -1
  const minutes =
    length === 6 && buffer[at + 3] === COLON
      ? two(buffer, at + 4)
      : length === 5
        ? two(buffer, at + 3)
        : length === 3
          ? 0
          : -1
  if (hours < 0 || minutes < 0) return unusual(reader, buffer, from, to)
  if (hours > 18 || minutes > 59) return faulty(reader, 'time-impossible')
  const offset = (hours * 60 + minutes) * MINUTE_MS
  return sign === PLUS ? wall - offset : wall + offset
}

function unusual(reader: InstantReader, buffer: Buffer, from: number, to: number): EpochMs {
  const LONGEST = 64
  if (to - from > LONGEST) return faulty(reader, 'time-unreadable')
  return readUnusualInstant(reader, buffer.toString('utf8', from, to))
}

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

/** Two digits, or a number far below zero. */
function two(buffer: Buffer, at: number): number {
  const tens = (buffer[at] as number) - 48
  const ones = (buffer[at + 1] as number) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000
}

/** Days from 1970-01-01, or NaN when there is no such day. */
export const possibleDay = (year: number, month: number, date: number): number =>
  year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
    ? dayNumberOf(year, month, date)
    : Number.NaN
