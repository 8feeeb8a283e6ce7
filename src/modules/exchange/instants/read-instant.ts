import { DAY_MS } from '#engines/calendar/index.ts'
import type { EpochMs } from '#kernel/day.ts'
import { faulty, type InstantReader, local, possibleDay, possibleTime } from './instant-reader.ts'
import { recurringInstant, remember } from './recurring.ts'
import { readUnusualInstant } from './unusual.ts'

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
  const likeBefore = recurringInstant(reader.recurring, buffer, from, to)
  if (!Number.isNaN(likeBefore)) return likeBefore
  if (to === from) return faulty(reader, 'time-missing')

  if (to - from < 10 || buffer[from + 4] !== HYPHEN || buffer[from + 7] !== HYPHEN)
    return unusual(reader, buffer, from, to)
  const midnight = midnightOf(reader, buffer, from)
  if (Number.isNaN(midnight)) return reader.fault ? midnight : unusual(reader, buffer, from, to)
  if (to - from === 10) return local(reader, midnight)

  const parting = buffer[from + 10]
  if ((parting !== T && parting !== SPACE) || to - from < 16 || buffer[from + 13] !== COLON) {
    return unusual(reader, buffer, from, to)
  }
  return timeOfDay(reader, buffer, from, to, midnight)
}

/**
 * The day written as YYYY-MM-DD, as its midnight in UTC; NaN without a fault when these are not all digits.
 * Rows that follow each other often share their day, so the last one is remembered.
 */
function midnightOf(reader: InstantReader, buffer: Buffer, from: number): number {
  const century = two(buffer, from)
  const year = two(buffer, from + 2)
  const month = two(buffer, from + 5)
  const date = two(buffer, from + 8)
  // Two digits are never negative, so one sign tells of them all.
  if ((century | year | month | date) < 0) return Number.NaN
  const key = century * 1_000_000 + year * 10_000 + month * 100 + date
  if (key === reader.lastDate) return reader.lastMidnight
  const day = possibleDay(century * 100 + year, month, date)
  if (Number.isNaN(day)) return faulty(reader, 'time-impossible')
  reader.lastDate = key
  return (reader.lastMidnight = day * DAY_MS)
}

/** 0 to 9, or something larger. */
const digit = (buffer: Buffer, at: number): number => (buffer[at] as number) ^ 48

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
  if (at < to && buffer[at] === COLON) {
    second = at + 3 <= to ? two(buffer, at + 1) : -1
    at += 3
  }
  if (hour < 0 || minute < 0 || second < 0) return unusual(reader, buffer, from, to)
  let thousandths = 0
  if (at < to && (buffer[at] === 46 || buffer[at] === 44)) {
    const stop = endOfDigits(buffer, at + 1, to)
    thousandths = thousandthsIn(buffer, at + 1, stop)
    at = stop
  }
  if (!possibleTime(hour, minute, second, thousandths)) return faulty(reader, 'time-impossible')
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
  return withOffset(reader, buffer, from, at, to, wall)
}

function endOfDigits(buffer: Buffer, from: number, to: number): number {
  let at = from
  while (at < to && digit(buffer, at) < 10) at++
  return at
}

/** Whole milliseconds of a fraction of a second; what is finer is cut off. */
function thousandthsIn(buffer: Buffer, from: number, to: number): number {
  let thousandths = 0
  for (let place = 0; place < 3; place++) {
    thousandths = thousandths * 10 + (from + place < to ? digit(buffer, from + place) : 0)
  }
  return thousandths
}

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
  if ((sign === 90 || sign === 122) && at + 1 === to) return kept(reader, buffer, from, to, wall)
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
  return kept(reader, buffer, from, to, sign === PLUS ? wall - offset : wall + offset)
}

/** The next time is likely to be written alike. */
function kept(reader: InstantReader, buffer: Buffer, from: number, to: number, at: EpochMs): EpochMs {
  if (buffer[from + 16] === COLON) remember(reader.recurring, buffer, from, to, at)
  return at
}

function unusual(reader: InstantReader, buffer: Buffer, from: number, to: number): EpochMs {
  const LONGEST = 64
  if (to - from > LONGEST) return faulty(reader, 'time-unreadable')
  return readUnusualInstant(reader, buffer.toString('utf8', from, to))
}

/** Two digits, or −1. */
function two(buffer: Buffer, at: number): number {
  const tens = digit(buffer, at)
  const ones = digit(buffer, at + 1)
  return tens < 10 && ones < 10 ? tens * 10 + ones : -1
}
