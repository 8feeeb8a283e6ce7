import { DAY_MS } from '#engines/calendar/index.ts'
import { dayNumberOf, daysInMonth } from '#kernel/day.ts'

/**
 * What the times of a file have in common, remembered from an earlier one: the year and month, and what stands behind
 * the seconds. Of a time that agrees in both only day, hour, minute, second and thousandths are read, as words.
 */
export interface Recurring {
  /** The buffer looked at last, and the same bytes as words. */
  buffer: Buffer | undefined
  words: DataView
  /** `2026` and `-03-` as they stand in the file. */
  year: number
  month: number
  days: number
  /** The day before the month's first, at midnight in UTC. */
  monthAt: number
  /** The time has three digits behind a point: they are read, not remembered. */
  hasThousandths: boolean
  /** Where the offset, with a longer fraction before it, begins, and the time's whole length; −1: nothing is known. */
  tailFrom: number
  length: number
  readonly tail: DataView
  /** What the tail adds to a wall time, in milliseconds. */
  tailAdds: number
}

const SECONDS_END = 19
const LONGEST_TAIL = 32

export const recurring = (): Recurring => ({
  buffer: undefined,
  words: new DataView(new ArrayBuffer(0)),
  year: 0,
  month: 0,
  days: 0,
  monthAt: 0,
  hasThousandths: false,
  tailFrom: 0,
  length: -1,
  tail: new DataView(new ArrayBuffer(LONGEST_TAIL)),
  tailAdds: 0,
})

/** By these the digits of `HH:M`, `M:SS` and `.mmm` become 0 to 9, and what stands between them 0. */
const HOURS = 0x303a3030
const SECONDS = 0x30303a30
const THOUSANDTHS = 0x3030302e

/** The instant, or NaN where the time is not like the remembered one; how to read it, or what is wrong, others know. */
export function recurringInstant(own: Recurring, buffer: Buffer, from: number, to: number): number {
  if (to - from !== own.length) return Number.NaN
  if (own.buffer !== buffer) look(own, buffer)
  const { words } = own
  if (words.getInt32(from, true) !== own.year || words.getInt32(from + 4, true) !== own.month)
    return Number.NaN
  const tens = words.getUint8(from + 8) ^ 48
  const ones = words.getUint8(from + 9) ^ 48
  const date = tens * 10 + ones
  const parting = words.getUint8(from + 10)
  if (ones > 9 || date === 0 || date > own.days || (parting !== 84 && parting !== 32)) return Number.NaN

  const hours = words.getInt32(from + 11, true) ^ HOURS
  const seconds = words.getInt32(from + 15, true) ^ SECONDS
  // A digit and 6 stay below 16; anything larger shows in the upper half of its byte.
  const faults =
    ((hours | (hours + 0x06000606)) & 0xf0fff0f0) | ((seconds | (seconds + 0x06060006)) & 0xf0f0fff0)
  const hour = (hours & 15) * 10 + ((hours >> 8) & 15)
  const minute = ((hours >> 24) & 15) * 10 + (seconds & 15)
  const second = ((seconds >> 16) & 15) * 10 + ((seconds >> 24) & 15)
  if (faults !== 0 || hour > 23 || minute > 59 || second > 59 || !sameTail(own, from)) return Number.NaN
  const wall = own.monthAt + (((date * 24 + hour) * 60 + minute) * 60 + second) * 1000 + own.tailAdds
  return own.hasThousandths ? wall + thousandths(words, from + SECONDS_END) : wall
}

/** Of `.mmm`, or NaN. */
function thousandths(words: DataView, at: number): number {
  const digits = words.getInt32(at, true) ^ THOUSANDTHS
  if (((digits | (digits + 0x06060600)) & 0xf0f0f0ff) !== 0) return Number.NaN
  return ((digits >> 8) & 15) * 100 + ((digits >> 16) & 15) * 10 + ((digits >> 24) & 15)
}

function look(own: Recurring, buffer: Buffer): void {
  own.buffer = buffer
  own.words = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

function sameTail({ words, tail, tailFrom, length }: Recurring, from: number): boolean {
  const count = length - tailFrom
  const there = from + tailFrom
  let at = 0
  for (; at + 4 <= count; at += 4) {
    if (words.getInt32(there + at, true) !== tail.getInt32(at, true)) return false
  }
  for (; at < count; at++) if (words.getUint8(there + at) !== tail.getUint8(at)) return false
  return true
}

/** Remembers a time `YYYY-MM-DD?HH:MM:SS…` that says its offset and was read as `at`. */
export function remember(own: Recurring, buffer: Buffer, from: number, to: number, at: number): void {
  const digit = (place: number): number => (buffer[from + place] ?? 0) - 48
  const two = (place: number): number => digit(place) * 10 + digit(place + 1)
  look(own, buffer)
  const { words } = own
  const fraction = to - from > SECONDS_END + 4 ? thousandths(words, from + SECONDS_END) : Number.NaN
  const fifth = digit(SECONDS_END + 4)
  own.hasThousandths = !Number.isNaN(fraction) && !(fifth >= 0 && fifth <= 9)
  own.tailFrom = own.hasThousandths ? SECONDS_END + 4 : SECONDS_END
  own.length = to - from - own.tailFrom <= LONGEST_TAIL ? to - from : -1
  if (own.length < 0) return
  for (let place = own.tailFrom; place < own.length; place++) {
    own.tail.setUint8(place - own.tailFrom, words.getUint8(from + place))
  }
  const year = two(0) * 100 + two(2)
  own.year = words.getInt32(from, true)
  own.month = words.getInt32(from + 4, true)
  own.days = daysInMonth(year, two(5))
  own.monthAt = (dayNumberOf(year, two(5), 1) - 1) * DAY_MS
  const wall = own.monthAt + (((two(8) * 24 + two(11)) * 60 + two(14)) * 60 + two(17)) * 1000
  own.tailAdds = at - wall - (own.hasThousandths ? fraction : 0)
}
