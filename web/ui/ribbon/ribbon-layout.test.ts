import { expect, test } from 'vitest'
import type { RibbonDay } from '#modules/supervision/contract.ts'
import { CELL, layRibbon, partOf } from './ribbon-layout.ts'

const day = (text: string, given: Partial<RibbonDay> = {}): RibbonDay => ({
  day: text,
  kind: 'working',
  counts: true,
  suspended: false,
  extended: false,
  madeUp: false,
  why: { zh: '', en: '' },
  source: null,
  ...given,
})

const rest = (text: string) => day(text, { kind: 'resting', counts: false })

test('the start is not counted, rest days are not counted, and the count goes on after them', () => {
  const days = [
    day('2026-03-05', { kind: 'trigger', counts: false }),
    day('2026-03-06'),
    rest('2026-03-07'),
    rest('2026-03-08'),
    day('2026-03-09'),
  ]
  expect(layRibbon(days, '2026-03-09', 600).map((cell) => cell.count)).toEqual([null, 1, null, null, 2])
})

test('days before today have passed; today itself has not', () => {
  const cells = layRibbon([day('2026-03-05'), day('2026-03-06'), day('2026-03-09')], '2026-03-06', 600)
  expect(cells.map(({ passed, today }) => [passed, today])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ])
})

test('no day is drawn outside of the width it was given', () => {
  const days = Array.from({ length: 90 }, (_, index) =>
    day(`2026-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`),
  )
  const cells = layRibbon(days, '2026-01-01', 300)
  expect(Math.max(...cells.map(({ x, width }) => x + width))).toBeLessThanOrEqual(300)
  expect(Math.max(...cells.map(({ line }) => line))).toBeGreaterThan(3)
  expect(cells.every(({ width }) => width === CELL.counted)).toBe(true)
})

test('an extension has one edge, where it begins', () => {
  const days = [
    day('2026-03-05'),
    day('2026-03-06', { extended: true }),
    day('2026-03-09', { extended: true }),
  ]
  expect(layRibbon(days, '2026-03-05', 600).map((cell) => cell.extensionEdge)).toEqual([false, true, false])
})

test.each([
  {
    why: 'a suspended weekday is suspended, not working',
    given: { suspended: true, counts: false },
    part: 'suspended',
  },
  { why: 'a worked Saturday says so', given: { madeUp: true }, part: 'madeUp' },
  {
    why: 'a day nobody has announced is provisional even though it counts',
    given: { kind: 'unannounced' },
    part: 'unannounced',
  },
  { why: 'a weekend is rest', given: { kind: 'resting', counts: false }, part: 'resting' },
] as const)('$why', ({ given, part }) => {
  expect(partOf(day('2026-03-05', given))).toBe(part)
})
