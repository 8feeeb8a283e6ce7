import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, dayNumber } from '#kernel/day.ts'
import { formatInstant, instantOf, localTime, zone } from './index.ts'

test.each([
  ['Asia/Shanghai', '2026-03-02T01:30:00Z', '2026-03-02T09:30:00+08:00'],
  ['Asia/Shanghai', '1988-07-01T00:00:00Z', '1988-07-01T09:00:00+09:00'],
  ['America/New_York', '2015-01-15T13:30:00Z', '2015-01-15T08:30:00-05:00'],
  ['America/New_York', '2015-07-15T12:30:00Z', '2015-07-15T08:30:00-04:00'],
  ['Asia/Kolkata', '2026-03-02T00:00:00.250Z', '2026-03-02T05:30:00.250+05:30'],
  ['UTC', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00+00:00'],
])('in %s the instant %s is printed as %s', (name, at, text) => {
  expect(formatInstant(Date.parse(at), name)).toBe(text)
})

test.each([
  {
    why: 'a time that the clocks leap over moves on',
    clock: '2015-03-08T02:30:00',
    text: '2015-03-08T03:30:00-04:00',
  },
  {
    why: 'a time that comes twice is the earlier one',
    clock: '2015-11-01T01:30:00',
    text: '2015-11-01T01:30:00-04:00',
  },
])('$why', ({ clock, text }) => {
  const ms = Date.parse(`1970-01-01T${clock.slice(11)}Z`)
  const at = instantOf('America/New_York', dayNumber(day(clock.slice(0, 10))), ms)
  expect(formatInstant(at, 'America/New_York')).toBe(text)
})

test('an unknown zone is refused', () => {
  expect(() => zone('Mars/Olympus')).toThrow('unknown time zone')
})

test('local times agree with Temporal in both directions', () => {
  const zones = [
    'Asia/Shanghai',
    'America/New_York',
    'Europe/Amsterdam',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 600_000_000, max: 2_100_000_000 }),
      (name, second) => {
        const there = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(name)
        const { day: number, clock } = localTime(name, second * 1000)
        expect(number).toBe(dayNumber(day(there.toPlainDate().toString())))
        expect(clock).toBe(((there.hour * 60 + there.minute) * 60 + there.second) * 1000)
        const plain = there.toPlainDateTime().toZonedDateTime(name).epochMilliseconds
        expect(instantOf(name, number, clock)).toBe(plain)
      },
    ),
    { numRuns: 2000 },
  )
})
