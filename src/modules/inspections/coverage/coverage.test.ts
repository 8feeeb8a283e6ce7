import { expect, test } from 'vitest'
import { shareOf, undetectedOf } from './coverage.ts'
import { frameFaults, type Section } from './section.ts'

test('34 of 97 units were visited, which is 35.1 %', () => {
  expect(((shareOf(34, 97).share ?? 0) * 100).toFixed(1)).toBe('35.1')
})

test('nothing is estimated from no random visit', () => {
  expect(undetectedOf({ sample: 0, withProblem: 0, places: 97, found: 14 })).toBeNull()
})

test('ten of forty with a problem, eight known of an expected 24: two thirds were not found, within bounds', () => {
  const { expected, undetected } = undetectedOf({ sample: 40, withProblem: 10, places: 96, found: 8 })!
  expect(expected.count).toBe(24)
  expect(undetected.share).toBeCloseTo(2 / 3)
  expect(undetected.low).toBeGreaterThan(0.3)
  expect(undetected.high).toBeLessThan(0.85)
})

test('more found than expected leaves nothing, not less than nothing', () => {
  expect(undetectedOf({ sample: 40, withProblem: 1, places: 40, found: 30 })?.undetected.share).toBe(0)
})

const section = (unit: string, more: Partial<Section> = {}): Section => ({
  ...{ unit, section: 'reg', title: { zh: '审批科', en: 'Permits' }, posts: [], stratum: 'ordinary' },
  ...{ enterpriseFacing: true, confirmed: 2026, struck: null, ...more },
})

test('a unit that serves enterprises and is not in the frame is missing; a row of last year is stale', () => {
  const rows = [section('a'), section('b', { confirmed: 2025 }), section('c', { struck: '机构撤销' })]
  const { stale, missing } = frameFaults(rows, new Set(['a', 'b', 'c', 'd']), 2026)
  expect(stale.map(({ unit }) => unit)).toEqual(['b'])
  expect(missing).toEqual(['c', 'd'])
})
