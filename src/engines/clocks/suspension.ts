import type { EpochMs } from '#kernel/day.ts'
import { instantOf } from '../calendar/index.ts'
import { type Moment, parseMoment } from './moment.ts'
import { refuse } from './refusals.ts'

/** A time that does not count, from its start document to its end document; without `to` it is still open. */
export interface Suspension {
  readonly from: string | EpochMs
  readonly to?: string | EpochMs
  readonly ground?: string
  readonly document?: string
}

/**
 * Both readings of the suspended time, each sorted and free of overlaps: whole days, both ends included (T-13), for
 * limits counted in days, and spans of time [from, to) for limits counted in hours. An open end is Infinity.
 */
export interface SuspendedTime {
  readonly days: readonly (readonly [first: number, last: number])[]
  readonly spans: readonly (readonly [from: EpochMs, to: EpochMs])[]
}

const NEVER: SuspendedTime = { days: [], spans: [] }

export function suspendedTime(suspensions: readonly Suspension[], zone: string): SuspendedTime {
  if (suspensions.length === 0) return NEVER
  const days: [number, number][] = []
  const spans: [number, number][] = []
  for (const suspension of suspensions) {
    const from = parseMoment(suspension.from, zone)
    const to = suspension.to === undefined ? undefined : parseMoment(suspension.to, zone)
    const span: [number, number] = [startOf(from, zone), to ? endOf(to, zone) : Infinity]
    const range: [number, number] = [from.day, to ? lastDayOf(to, from) : Infinity]
    if (span[1] < span[0] || range[1] < range[0]) {
      throw refuse('suspension.invalid', { text: `${suspension.from}..${suspension.to ?? ''}` })
    }
    spans.push(span)
    days.push(range)
  }
  return { days: merged(days, 1), spans: merged(spans, 0) }
}

/** Reads `A..B`, or `A..` for a suspension that is still open. */
export function parseSuspension(text: string): Suspension {
  const [from = '', to, ...rest] = text.trim().split('..')
  if (!from || to === undefined || rest.length > 0) throw refuse('suspension.invalid', { text })
  return to.trim() === '' ? { from: from.trim() } : { from: from.trim(), to: to.trim() }
}

const startOf = (moment: Moment, zone: string) =>
  moment.kind === 'day' ? instantOf(zone, moment.day) : moment.at

const endOf = (moment: Moment, zone: string) =>
  moment.kind === 'day' ? instantOf(zone, moment.day + 1) : moment.at

/** A suspension that ends at midnight ended with the day before: 24:00 of one day is 00:00 of the next. */
function lastDayOf(to: Moment, from: Moment): number {
  return to.kind === 'instant' && to.clock === 0 && to.day > from.day ? to.day - 1 : to.day
}

/** Overlapping or touching spans become one: a day is left out once however many documents suspend it. */
function merged(spans: [number, number][], gap: number): [number, number][] {
  const result: [number, number][] = []
  for (const span of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && span[0] <= last[1] + gap) last[1] = Math.max(last[1], span[1])
    else result.push([span[0], span[1]])
  }
  return result
}
