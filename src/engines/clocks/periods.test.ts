import { day } from '#kernel/day.ts'
import { expect, test } from 'vitest'
import { lastDayAfter, lastDayBefore, parseLimit } from './index.ts'

test.each([
  ['2026-03-02', '1Y', '2027-03-02'],
  ['2024-02-29', '1Y', '2025-02-28'],
  ['2026-08-31', '6M', '2027-02-28'],
  ['2026-12-20', '30D', '2027-01-19'],
])('what begins after %s and stands for %s ends with %s, rest day or not', (from, period, last) => {
  expect(lastDayAfter(day(from), parseLimit(period))).toBe(last)
})

test.each([
  ['2026-03-31', '30D', '2026-03-01'],
  ['2027-01-19', '30D', '2026-12-20'],
  ['2026-03-31', '1M', '2026-02-28'],
])('what must be done before %s by %s can be done until %s', (end, period, last) => {
  expect(lastDayBefore(day(end), parseLimit(period))).toBe(last)
})

test('working days are counted on a calendar, so they are refused here', () => {
  expect(() => lastDayBefore(day('2026-03-31'), parseLimit('5W'))).toThrow('5W')
})
