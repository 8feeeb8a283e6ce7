import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianOf } from './directly-follows.ts'
import { medianIn } from './selecting.ts'

test('selecting finds the median that sorting finds, with many equal values too', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -1000, max: 1_000_000 }))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (given) => {
      const sorted = medianOf(Float64Array.from(given).sort())
      expect(medianIn(Float64Array.from(given))).toBe(sorted)
    }),
  )
})
