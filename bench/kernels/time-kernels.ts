import { chinaCalendar } from '#engines/calendar/index.ts'
import type { NarrowLog } from './mining-kernels.ts'

/**
 * The limits for times: the least a program can do on one thread with the log in the narrowest typed arrays, for
 * thirteen activities, one zone without summer time and offices that open from 09:00 to 17:00.
 */
const OPENING = 9 * 3600
const OPEN_SECONDS = 8 * 3600
const SHANGHAI = 8 * 3600
const calendar = chinaCalendar()

export function workedSeconds(second: number): number {
  const local = second + SHANGHAI
  const day = Math.floor(local / 86_400)
  const index = day - calendar.first
  const before = calendar.worked[index - 1] as number
  const isWorked = (calendar.worked[index] as number) - before
  const sinceOpening = local - day * 86_400 - OPENING
  return (
    before * OPEN_SECONDS +
    isWorked * (sinceOpening < 0 ? 0 : sinceOpening > OPEN_SECONDS ? OPEN_SECONDS : sinceOpening)
  )
}

export function workedOfCases({ cases, offsets, second }: NarrowLog): Int32Array {
  const worked = new Int32Array(cases)
  for (let index = 0; index < cases; index++) {
    const last = second[(offsets[index + 1] as number) - 1] as number
    worked[index] = workedSeconds(last) - workedSeconds(second[offsets[index] as number] as number)
  }
  return worked
}

export interface PairTimes {
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Mean and deviation of every ordered pair, as the bounds at two deviations. */
export function learnPairs({ cases, offsets, step, second }: NarrowLog): PairTimes {
  const counts = new Float64Array(256)
  const sums = new Float64Array(256)
  const squares = new Float64Array(256)
  for (let index = 0; index < cases; index++) {
    const to = offsets[index + 1] as number
    for (let event = offsets[index] as number; event < to; event++) {
      for (let later = event + 1; later < to; later++) {
        const pair = (step[event] as number) * 16 + (step[later] as number)
        const span = (second[later] as number) - (second[event] as number)
        counts[pair] = (counts[pair] as number) + 1
        sums[pair] = (sums[pair] as number) + span
        squares[pair] = (squares[pair] as number) + span * span
      }
    }
  }
  const means = sums.map((sum, pair) => sum / (counts[pair] as number))
  const spreads = squares.map((square, pair) =>
    Math.sqrt(Math.max(0, square / (counts[pair] as number) - (means[pair] as number) ** 2)),
  )
  return {
    least: means.map((mean, pair) => mean - 2 * (spreads[pair] as number)),
    most: means.map((mean, pair) => mean + 2 * (spreads[pair] as number)),
  }
}

export function countFarOff({ cases, offsets, step, second }: NarrowLog, { least, most }: PairTimes): number {
  let found = 0
  for (let index = 0; index < cases; index++) {
    const to = offsets[index + 1] as number
    for (let event = offsets[index] as number; event < to; event++) {
      for (let later = event + 1; later < to; later++) {
        const pair = (step[event] as number) * 16 + (step[later] as number)
        const span = (second[later] as number) - (second[event] as number)
        if (span < (least[pair] as number) || span > (most[pair] as number)) found++
      }
    }
  }
  return found
}
