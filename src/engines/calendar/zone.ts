import { DAY_MS, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { refuse } from './refusals.ts'

/** A point of local time: a day number and the milliseconds since its midnight. */
export interface LocalTime {
  readonly day: number
  readonly clock: number
}

export { DAY_MS }
export const DEFAULT_ZONE = 'Asia/Shanghai'

/** China has kept +08:00 without change since the summer times of 1986–1991 ended. */
const SHANGHAI_STEADY_FROM = Date.UTC(1992, 0, 1)
const SHANGHAI_OFFSET = 8 * 3_600_000

/** How far local time is ahead of UTC at an instant, in ms. */
export function offsetAt(zone: string, at: EpochMs): number {
  if (zone === DEFAULT_ZONE && at >= SHANGHAI_STEADY_FROM) return SHANGHAI_OFFSET
  const rules = rulesOf(zone)
  const day = Math.floor(at / DAY_MS)
  const start = midnightOffset(rules, day)
  return start === midnightOffset(rules, day + 1) ? start : rules.ask(at)
}

export function localTime(zone: string, at: EpochMs): LocalTime {
  const local = at + offsetAt(zone, at)
  const day = Math.floor(local / DAY_MS)
  return { day, clock: local - day * DAY_MS }
}

export const dayNumberAt = (zone: string, at: EpochMs): number => localTime(zone, at).day

/**
 * The instant of a local time. A time that occurs twice (autumn) is the earlier one; a time that the clock leaps over
 * (spring) moves on by the length of the leap, as RFC 5545 and Temporal's "compatible" do.
 */
export function instantOf(zone: string, day: number, clock = 0): EpochMs {
  const local = day * DAY_MS + clock
  if (zone === DEFAULT_ZONE && local >= SHANGHAI_STEADY_FROM + DAY_MS) return local - SHANGHAI_OFFSET
  const before = offsetAt(zone, local - DAY_MS)
  const after = offsetAt(zone, local + DAY_MS)
  if (before === after) return local - before
  const candidates = [local - before, local - after].filter((at) => at + offsetAt(zone, at) === local)
  return candidates.length > 0 ? Math.min(...candidates) : local - before
}

/** ISO 8601 with the zone's offset, `2015-01-15T08:30:00-05:00`; milliseconds only where there are some. */
export function formatInstant(at: EpochMs, zone: string = DEFAULT_ZONE): string {
  const offset = offsetAt(zone, at)
  const { day, clock } = localTime(zone, at)
  return `${dayOfNumber(day)}T${formatClock(clock)}${formatOffset(offset)}`
}

export function formatClock(clock: number): string {
  const seconds = Math.floor(clock / 1000)
  const ms = clock - seconds * 1000
  const text = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return ms ? `${text}.${String(Math.round(ms)).padStart(3, '0')}` : text
}

function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const two = (value: number) => String(value).padStart(2, '0')

/** Refuses a name the time-zone database does not hold. */
export function zone(name: string): string {
  if (name !== DEFAULT_ZONE) rulesOf(name)
  return name
}

interface ZoneRules {
  readonly ask: (at: EpochMs) => number
  readonly midnights: Map<number, number>
}

const known = new Map<string, ZoneRules>()

function rulesOf(name: string): ZoneRules {
  const found = known.get(name)
  if (found) return found
  const rules = { ask: asker(name), midnights: new Map<number, number>() }
  known.set(name, rules)
  return rules
}

function midnightOffset({ ask, midnights }: ZoneRules, day: number): number {
  const found = midnights.get(day)
  if (found !== undefined) return found
  const offset = ask(day * DAY_MS)
  midnights.set(day, offset)
  return offset
}

/** Asks the platform's time-zone database; a question costs microseconds, so the answers at midnights are kept. */
function asker(name: string): (at: EpochMs) => number {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw refuse('zone.unknown', { zone: name })
  }
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
  }
}
