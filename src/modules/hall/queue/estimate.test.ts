import { expect, test } from 'vitest'
import { expectedWaits, median, usualLength } from './estimate.ts'

const MINUTE = 60_000
const every = () => true
const waits = (length: number, counters: Parameters<typeof expectedWaits>[1]['counters'], now = 0) =>
  expectedWaits(length, { now, counters, lengthOf: () => 10 * MINUTE }, 10 * MINUTE).map(
    (wait) => wait && wait / MINUTE,
  )

test.each([
  { why: 'a free counter calls at once', counters: [{ takes: every, busySince: null }], said: [0, 10, 20] },
  {
    why: 'one that has served for four minutes is free in six',
    counters: [{ takes: every, busySince: -4 * MINUTE }],
    said: [6, 16, 26],
  },
  {
    why: 'one that serves for longer than usual may be free at any moment',
    counters: [{ takes: every, busySince: -40 * MINUTE }],
    said: [0, 10, 20],
  },
  {
    why: 'two counters call two at a time',
    counters: [
      { takes: every, busySince: null },
      { takes: every, busySince: -5 * MINUTE },
    ],
    said: [0, 5, 10],
  },
  {
    why: 'whom no open counter takes is told so, and holds nobody up',
    counters: [{ takes: (index: number) => index !== 1, busySince: null }],
    said: [0, null, 10],
  },
  { why: 'nobody serves', counters: [], said: [null, null, null] },
])('$why', ({ counters, said }) => {
  expect(waits(3, counters)).toEqual(said)
})

test('a group is judged by its own figures once there are five, else by everybody’s, else by the assumption', () => {
  expect(usualLength([1, 1, 1, 1, 6], [9, 9, 9, 9, 9], 10)).toBe(2)
  expect(usualLength([1], [9, 9, 9, 9, 9], 10)).toBe(9)
  expect(usualLength([1], [9], 10)).toBe(10)
  expect([median([]), median([3, 1, 2]), median([1, 2, 3, 10])]).toEqual([null, 2, 2.5])
})
