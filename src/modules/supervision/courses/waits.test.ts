import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWait, figuresOf, packWaits, unpackWaits, type Waits } from './waits.ts'

const ms = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.integer({ min: -100_000, max: 400 * 86_400_000 }),
  fc.constantFrom(255, 256, 511, 512, 2 ** 31 - 1, 2 ** 31, 2 ** 40 - 1, 2 ** 40),
)
const given = fc.array(fc.record({ place: fc.nat(3), ms }), { maxLength: 60 })

type Given = readonly { readonly place: number; readonly ms: number }[]

function waitsOf(all: Given): Waits {
  const waits: Waits = new Map()
  for (const one of all) addWait(waits, one.place, { ms: one.ms, by: 1 })
  return waits
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2
}

describe('waits in buckets', () => {
  test('count and sum exactly, and the median is within 1/128', () => {
    fc.assert(
      fc.property(given, (all) => {
        for (const [place, { count, meanMs, medianMs }] of figuresOf(waitsOf(all))) {
          const values = all.filter((one) => one.place === place).map((one) => one.ms)
          expect(count).toBe(values.length)
          expect(meanMs).toBe(values.reduce((sum, value) => sum + value, 0) / count)
          const middle = middleOf(values)
          const furthest = Math.max(...values.map(Math.abs))
          const room = values.some((value) => value < 0) ? furthest / 128 : Math.abs(middle) / 128 + 1e-6
          expect(Math.abs(medianMs - middle)).toBeLessThanOrEqual(room)
        }
      }),
    )
  })

  test('come back from their bytes as they were', () => {
    fc.assert(
      fc.property(given, (all) => {
        const waits = waitsOf(all)
        const back: Waits = new Map()
        unpackWaits(back, packWaits(waits))
        expect(back).toEqual(new Map([...waits].sort(([a], [b]) => a - b)))
      }),
    )
  })

  test('what is taken out again leaves no trace', () => {
    fc.assert(
      fc.property(given, given, (kept, gone) => {
        const waits = waitsOf([...kept, ...gone])
        for (const one of gone) addWait(waits, one.place, { ms: one.ms, by: -1 })
        expect(packWaits(waits)).toEqual(packWaits(waitsOf(kept)))
      }),
    )
  })

  test('are exact where one or two, or equal ones, share a bucket', () => {
    const days = [1, 2, 2, 2, 90, 90].map((day) => ({ place: 0, ms: day * 86_400_000 }))
    expect(figuresOf(waitsOf(days)).get(0)?.medianMs).toBe(2 * 86_400_000)
    const close = [{ ms: 1_000_000 }, { ms: 1_000_001 }].map((one) => ({ place: 0, ...one }))
    expect(figuresOf(waitsOf(close)).get(0)?.medianMs).toBe(1_000_000.5)
  })
})
