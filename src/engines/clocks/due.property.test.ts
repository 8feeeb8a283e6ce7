import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import {
  type Calendar,
  chinaCalendar,
  DAY_MS,
  instantOf,
  isWorking,
  localTime,
  officeHours,
} from '../calendar/index.ts'
import { due, type Limit, type Suspension } from './index.ts'

// A slow model: one day, or one minute, at a time, with the rules written out as a person would apply them.
// Day limits run 10^5 histories unless CLOCK_HISTORIES asks for more.

const calendar = chinaCalendar()
const runs = Number(process.env.CLOCK_HISTORIES ?? 100_000)
const first = dayNumber(day('2019-06-01'))
const span = dayNumber(day('2026-06-01')) - first

interface History {
  readonly from: number
  readonly limit: Limit
  readonly extension: number
  readonly suspensions: readonly (readonly [number, number])[]
  readonly roll: 'next' | 'none'
}

const history: fc.Arbitrary<History> = fc
  .tuple(
    fc.nat(span),
    fc.nat(45),
    fc.constantFrom('workingDays' as const, 'calendarDays' as const),
    fc.constantFrom(0, 0, 5, 10),
    fc.array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.nat(20)), { maxLength: 3 }),
    fc.constantFrom('next' as const, 'none' as const),
  )
  .map(([offset, length, unit, extension, gaps, roll]) => {
    const from = first + offset
    return {
      from,
      limit: { length, unit },
      extension,
      suspensions: gaps.map(([start, days]) => [from + start, from + start + days] as const),
      roll,
    }
  })

function slowly({ from, limit, extension, suspensions, roll }: History, known: Calendar): number {
  const suspended = (at: number) => suspensions.some(([start, end]) => at >= start && at <= end)
  const works = (at: number) => isWorking(known, at)
  const counts =
    limit.unit === 'workingDays'
      ? (at: number) => works(at) && !suspended(at)
      : (at: number) => !suspended(at)
  let at = from
  for (let left = limit.length + extension; left > 0;) {
    at++
    if (counts(at)) left--
  }
  const none = limit.unit === 'workingDays' ? limit.length + extension === 0 : roll === 'next'
  if (none && (!works(at) || (limit.unit === 'workingDays' && suspended(at))))
    while (!works(at) || suspended(at)) at++
  return at
}

test('every history of days agrees with counting on the fingers', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(history, (given) => {
      const suspensions: Suspension[] = given.suspensions.map(([from, to]) => ({
        from: dayOfNumber(from),
        to: dayOfNumber(to),
      }))
      const { limit, extension, roll } = given
      const extensions = extension ? [{ length: extension, unit: limit.unit }] : []
      const answer = due({ from: dayOfNumber(given.from), limit, extensions, suspensions, calendar, roll })
      const last = slowly(given, calendar)
      expect(answer.due).toBe(dayOfNumber(last))
      const reads = limit.unit === 'workingDays' || roll === 'next'
      expect(answer.provisional).toBe(reads && last > calendar.announcedThrough)
    }),
    { numRuns: runs },
  )
})

const hours = officeHours('08:30-12:00,14:00-17:30')

test('every history of hours agrees with counting the minutes', { timeout: 120_000 }, () => {
  const minutes = fc.integer({ min: 0, max: 6 * 1440 })
  const arbitrary = fc.tuple(
    fc.nat(span),
    fc.nat(1439),
    fc.nat(20),
    fc.array(fc.tuple(minutes, fc.nat(2000)), { maxLength: 2 }),
    fc.constantFrom('hours' as const, 'workingHours' as const),
  )
  fc.assert(
    fc.property(arbitrary, ([offset, minute, length, gaps, unit]) => {
      const from = instantOf('Asia/Shanghai', first + offset, minute * 60_000)
      const spans = gaps.map(
        ([start, lasts]) => [from + (start - 1000) * 60_000, from + (start - 1000 + lasts) * 60_000] as const,
      )
      const open = (at: number) => {
        if (spans.some(([start, end]) => at >= start && at < end)) return false
        if (unit === 'hours') return true
        const { day: number, clock } = localTime('Asia/Shanghai', at)
        return (
          isWorking(calendar, number) &&
          hours.spans.some(([opens, closes]) => clock >= opens && clock < closes)
        )
      }
      let at = from
      for (let left = length * 60; left > 0; at += 60_000) if (open(at)) left--
      if (length === 0) while (!open(at)) at += 60_000
      const answer = due({
        from,
        limit: { length, unit },
        calendar,
        hours,
        suspensions: spans.map(([start, end]) => ({ from: start, to: end })),
      })
      expect(answer.at).toBe(at)
    }),
    { numRuns: Math.min(1000, runs) },
  )
})

test('office days keep the clock time of their start and land on a day the office is open', () => {
  fc.assert(
    fc.property(fc.nat(span), fc.nat(1439), fc.nat(15), (offset, minute, length) => {
      const from = instantOf('Asia/Shanghai', first + offset, minute * 60_000)
      const answer = due({ from, limit: { length, unit: 'workingDays' }, calendar, hours })
      const { day: number, clock } = localTime('Asia/Shanghai', answer.at ?? 0)
      expect(isWorking(calendar, number)).toBe(true)
      expect(hours.spans.some(([opens, closes]) => clock >= opens && clock < closes)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a longer limit never ends earlier, and a suspension never brings the end forward', () => {
  fc.assert(
    fc.property(history, (given) => {
      const ask = (length: number, suspended: boolean) =>
        due({
          from: dayOfNumber(given.from) as Day,
          limit: { ...given.limit, length },
          calendar,
          roll: given.roll,
          suspensions: suspended
            ? given.suspensions.map(([a, b]) => ({ from: dayOfNumber(a), to: dayOfNumber(b) }))
            : [],
        }).at ?? 0
      expect(ask(given.limit.length + 1, true)).toBeGreaterThanOrEqual(ask(given.limit.length, true))
      expect(ask(given.limit.length, true)).toBeGreaterThanOrEqual(ask(given.limit.length, false))
      expect(ask(given.limit.length, true) % DAY_MS).toBe(16 * 3_600_000)
    }),
    { numRuns: 2000 },
  )
})
