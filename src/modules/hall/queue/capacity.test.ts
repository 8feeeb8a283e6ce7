import { expect, test } from 'vitest'
import { expectedOf, lacking, whatIf } from './capacity.ts'

test.each([
  // Kleinrock's and Cooper's tables of the delay formula C(s, a).
  { work: 1, counters: 2, waits: 1 / 3 },
  { work: 2, counters: 3, waits: 4 / 9 },
  { work: 5, counters: 10, waits: 0.0361 },
  { work: 0.5, counters: 1, waits: 0.5 },
])('$work erlangs on $counters counters: $waits of visitors wait', ({ work, counters, waits }) => {
  expect(expectedOf({ perHour: work * 6, minutesEach: 10, counters }).waits).toBeCloseTo(waits, 4)
})

test('one counter that is busy half of the time lets people wait as long as one takes', () => {
  expect(expectedOf({ perHour: 3, minutesEach: 10, counters: 1 })).toEqual({
    busy: 0.5,
    waits: 0.5,
    waitMinutes: 10,
    waiting: 0.5,
  })
})

test('more work than counters is said to grow without end, and no work is no wait', () => {
  expect(expectedOf({ perHour: 12, minutesEach: 10, counters: 2 })).toMatchObject({ waitMinutes: null })
  expect(expectedOf({ perHour: 12, minutesEach: 10, counters: 0 })).toMatchObject({ waitMinutes: null })
  expect(expectedOf({ perHour: 0, minutesEach: 10, counters: 0 }).waitMinutes).toBe(0)
})

test('a department more without a counter makes everybody wait longer; with one, less than without', () => {
  const now = { perHour: 12, minutesEach: 10, counters: 3 }
  const before = expectedOf(now).waitMinutes ?? 0
  const alone = whatIf(now, { morePerHour: 3, moreCounters: 0 }).waitMinutes ?? 0
  const helped = whatIf(now, { morePerHour: 3, moreCounters: 1 }).waitMinutes ?? 0
  expect(alone).toBeGreaterThan(before)
  expect(helped).toBeLessThan(alone)
})

test('a counter or a seat too many does not fit; what was not measured fits', () => {
  const room = { mostCounters: 10, seats: 20, counters: 10 }
  expect(lacking(room, { counters: 1 }, 5)).toEqual({ counters: 1, seats: 0, fits: false })
  expect(lacking(room, { counters: 0 }, 21)).toEqual({ counters: 0, seats: 1, fits: false })
  expect(lacking(room, { counters: 0 }, null).fits).toBe(false)
  expect(lacking({ ...room, mostCounters: null, seats: null }, { counters: 9 }, null).fits).toBe(true)
})
