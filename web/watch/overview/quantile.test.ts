import { expect, test } from 'vitest'
import { quantile } from './quantile.ts'

const bars = [
  { upTo: 5, count: 6 },
  { upTo: 10, count: 3 },
  { upTo: 20, count: 1 },
]

test.each([
  { why: 'half of ten cases lie in the first bar', share: 0.5, upTo: 5 },
  { why: 'the share is reached by the last case of a bar, not after it', share: 0.6, upTo: 5 },
  { why: 'nine in ten need the second bar', share: 0.9, upTo: 10 },
  { why: 'all need the last', share: 1, upTo: 20 },
])('$why', ({ share, upTo }) => {
  expect(quantile(bars, share)).toBe(upTo)
})

test('without cases there is no quantile', () => {
  expect(quantile([], 0.5)).toBeUndefined()
  expect(quantile([{ upTo: 5, count: 0 }], 0.5)).toBeUndefined()
})
