import { expect, test } from 'vitest'
import { endOfMonth, lastMonth, monthIn, nextMonth, weeksOf } from './month.ts'

test.each([
  {
    why: 'November 2026 begins on a Sunday',
    month: '2026-11',
    weeks: 6,
    first: '2026-10-26',
    last: '2026-12-06',
  },
  {
    why: 'February 2027 fills four weeks',
    month: '2027-02',
    weeks: 4,
    first: '2027-02-01',
    last: '2027-02-28',
  },
  { why: 'a year ends within a week', month: '2026-12', weeks: 5, first: '2026-11-30', last: '2027-01-03' },
])('$why', ({ month, weeks, first, last }) => {
  const found = weeksOf(month)
  expect([found.length, found[0]?.[0], found.at(-1)?.[6]]).toEqual([weeks, first, last])
  expect(found.every((week) => week.length === 7)).toBe(true)
})

test('months follow one another over the turn of a year, and what is no month is the present one', () => {
  expect([nextMonth('2026-12'), lastMonth('2027-01'), endOfMonth('2028-02')]).toEqual([
    '2027-01',
    '2026-12',
    '2028-02-29',
  ])
  expect(monthIn('2026-13', '2026-11-22')).toBe('2026-11')
  expect(monthIn('2026-02', '2026-11-22')).toBe('2026-02')
})
