import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  quantile,
  shareDifference,
  sharesOf,
  slowerChance,
  spreadsOf,
  stratifiedDifference,
} from './index.ts'

const subject = fc.record({
  group: fc.integer({ min: -1, max: 3 }),
  value: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 40 })),
})
const grouped = (subjects: readonly { group: number; value: number }[]) => ({
  count: subjects.length,
  groups: 4,
  groupOf: (index: number) => subjects[index]?.group ?? -1,
  valueOf: (index: number) => subjects[index]?.value ?? NaN,
  minimumCell: 3,
})

describe('figures over columns', () => {
  test('groups say the same as a filter and a sort would', () => {
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 60 }), (subjects) => {
        spreadsOf(grouped(subjects)).forEach((summary, group) => {
          const own = subjects.filter((one) => one.group === group && !Number.isNaN(one.value))
          const values = own.map(({ value }) => value).sort((a, b) => a - b)
          const middle = values.length >> 1
          const median =
            values.length % 2 === 1 ? values[middle] : ((values[middle - 1] ?? 0) + (values[middle] ?? 0)) / 2
          expect(summary.count).toBe(values.length)
          expect(summary.sum).toBe(values.reduce((sum, value) => sum + value, 0))
          expect(summary.value).toBe(values.length === 0 ? null : median)
          expect(summary.isSmall).toBe(values.length < 3)
          const within = values.filter((value) => value <= (summary.p90 ?? 0)).length
          expect(within).toBeGreaterThanOrEqual(0.9 * values.length)
        })
      }),
    )
  })

  test('a share holds its interval, and nothing counted is no figure', () => {
    const [first, second] = sharesOf(
      grouped([
        { group: 0, value: 1 },
        { group: 0, value: 0 },
        { group: 0, value: NaN },
      ]),
    )
    expect(first).toMatchObject({ count: 2, sum: 1, value: 0.5, isSmall: true })
    expect(second).toMatchObject({ count: 0, value: null, low: null })
  })

  test.each([
    { sorted: [1, 2, 3, 4], share: 0.5, is: 2.5 },
    { sorted: [1, 2, 3], share: 0.5, is: 2 },
    { sorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 100], share: 0.9, is: 9 },
    { sorted: [7], share: 0.9, is: 7 },
  ])('the $share quantile of $sorted is $is', ({ sorted, share, is }) => {
    expect(quantile(sorted, share)).toBe(is)
  })
})

describe('comparisons', () => {
  test('Newcombe’s own example: 56 of 70 against 48 of 80', () => {
    const { value, low, high } = shareDifference({ hits: 56, of: 70 }, { hits: 48, of: 80 })
    expect(value).toBeCloseTo(0.2, 4)
    expect(low).toBeCloseTo(0.0524, 3)
    expect(high).toBeCloseTo(0.3339, 3)
  })

  test('what differs only because the items differ is no difference within them', () => {
    const hard = [
      { hits: 10, of: 100 },
      { hits: 1, of: 10 },
    ] as const
    const easy = [
      { hits: 9, of: 10 },
      { hits: 90, of: 100 },
    ] as const
    expect(stratifiedDifference([hard, easy]).value).toBeCloseTo(0, 10)
    expect(shareDifference({ hits: 19, of: 110 }, { hits: 91, of: 110 }).isMarked).toBe(true)
  })

  test('the chance of being slower counts ties by half and is one less the other way round', () => {
    const times = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(times, times, (one, other) => {
        const [a, b] = [one, other].map((values) => values.toSorted((x, y) => x - y)) as [number[], number[]]
        let wins = 0
        for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0
        expect(slowerChance(a, b).value).toBeCloseTo(wins / (a.length * b.length), 10)
        expect((slowerChance(a, b).value ?? 0) + (slowerChance(b, a).value ?? 0)).toBeCloseTo(1, 10)
      }),
    )
  })

  test('the same times on both sides are nobody’s advantage, very different ones are marked', () => {
    const slow = Array.from({ length: 30 }, (_, index) => 10 + index)
    const quick = Array.from({ length: 30 }, (_, index) => index / 10)
    expect(slowerChance(slow, slow).isMarked).toBe(false)
    expect(slowerChance(slow, quick)).toMatchObject({ value: 1, isMarked: true })
  })
})
