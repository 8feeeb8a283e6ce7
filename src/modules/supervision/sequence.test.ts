import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterNumbers, NO_NUMBERS } from './sequence.ts'

test.each([
  { why: 'numbers in order leave no gap', numbers: [1, 2, 3], gaps: [] },
  { why: 'a first number above one leaves a gap before it', numbers: [3], gaps: [[1, 2]] },
  { why: 'what is left out is a gap', numbers: [1, 4], gaps: [[2, 3]] },
  {
    why: 'a late number splits its gap',
    numbers: [1, 7, 4],
    gaps: [
      [2, 3],
      [5, 6],
    ],
  },
  { why: 'a number seen twice changes nothing', numbers: [1, 3, 3, 1], gaps: [[2, 2]] },
])('$why', ({ numbers, gaps }) => {
  const after = numbers.reduce((before, number) => afterNumbers(before, [number]), NO_NUMBERS)
  expect(after.gaps).toEqual(gaps)
})

test('whatever the order and the batches, the gaps are the numbers that never came', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 60 }))), (batches) => {
      const after = batches.reduce(afterNumbers, NO_NUMBERS)
      const came = new Set(batches.flat())
      const missing = Array.from({ length: after.highest }, (_, index) => index + 1).filter(
        (number) => !came.has(number),
      )
      const told = after.gaps.flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      )
      expect(told.toSorted((a, b) => a - b)).toEqual(missing)
    }),
  )
})
