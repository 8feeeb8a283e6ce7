import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantText } from './event.ts'

test('an instant is written as ECMAScript writes it, for all four-digit years', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }),
      fc.integer({ min: 0, max: 86_400_000 }),
      (at, later) => {
        expect(instantText(at, 'at')).toBe(new Date(at).toISOString())
        const next = Math.min(at + later, 253_402_300_799_999)
        expect(instantText(next, 'at')).toBe(new Date(next).toISOString())
      },
    ),
  )
})

test.each([Number.NaN, 0.5, Infinity, -62_135_596_800_001, 253_402_300_800_000])('%d is no instant', (at) => {
  expect(() => instantText(at, 'occurredAt')).toThrowError(
    expect.objectContaining({ code: 'ledger.bad-event' }),
  )
})
