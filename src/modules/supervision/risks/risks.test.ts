import { describe, expect, test } from 'vitest'
import { concentrations } from './concentration.ts'
import { shirkingRows } from './shirking.ts'
import { unusualBecause } from './unusual.ts'

const thresholds = { share: 0.3, again: 5, minimumCell: 10 }
const given = (who: string, times: number, unit = 'planning') => ({
  ...{ kind: 'land', unit, who, name: who, times, matter: 'x' },
})

describe('who benefits', () => {
  test.each([
    { why: 'evenly spread', times: [2, 2, 2, 2, 2, 2], outlier: false },
    { why: 'half to one, and enough of it', times: [4, 4, 12, 4], outlier: true },
    { why: 'half to one of two: chance', times: [1, 1], outlier: false },
    { why: 'the same one five times, whatever the share', times: [5, 4, 4, 4, 4, 4, 4, 4], outlier: true },
  ])('$why', ({ times, outlier }) => {
    const [row] = concentrations(
      times.map((one, index) => given(`company ${index}`, one)),
      thresholds,
    )
    expect(row?.outlier).toBe(outlier)
  })

  test('outliers come first, and what is too small to say comes last', () => {
    const rows = concentrations(
      [
        given('a', 1, 'small'),
        given('b', 4, 'even'),
        given('c', 4, 'even'),
        given('d', 4, 'even'),
        given('e', 9, 'one'),
      ],
      thresholds,
    )
    expect(rows.map(({ unit }) => unit)).toEqual(['one', 'even', 'small'])
  })
})

test('a window that sent nobody away is not on the list; loops and own matters are counted beside', () => {
  const counted = (kind: 'asked' | 'slip' | 'notOurs', acts: number, more: object = {}) => ({
    ...{ unit: 'planning', counter: 'A1', kind, own: false, mark: null, acts },
    ...more,
  })
  expect(shirkingRows([counted('asked', 9)])).toEqual([])
  expect(
    shirkingRows([
      counted('asked', 9),
      counted('slip', 2, { mark: 'loop' }),
      counted('notOurs', 1, { own: true }),
    ]),
  ).toMatchObject([{ asked: 9, slips: 2, notOurs: 1, loops: 2, ownMatter: 1 }])
})

test.each([
  { why: 'decided in office hours', kind: 'decided', mark: null, works: true, seen: false },
  { why: 'decided at night', kind: 'decided', mark: null, works: false, seen: true },
  { why: 'no reasons, at whatever hour', kind: 'decided', mark: 'unreasoned', works: true, seen: true },
  { why: 'handed on in good time', kind: 'transferred', mark: null, works: false, seen: false },
  { why: 'handed on just before the end', kind: 'transferred', mark: 'lastMinute', works: true, seen: true },
] as const)('unusual: $why', ({ kind, mark, works, seen }) => {
  expect(unusualBecause({ kind, mark, happenedAt: 0 }, () => works) !== undefined).toBe(seen)
})
