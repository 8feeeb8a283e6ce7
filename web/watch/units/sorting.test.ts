import { expect, test } from 'vitest'
import type { UnitFigures } from '#modules/supervision/contract.ts'
import { nextSorting, readSorting, sortUnits, writeSorting } from './sorting.ts'

const unit = (unitName: string, cases: number, share: number | null, small = false): UnitFigures => ({
  unit: unitName,
  unitName,
  cases,
  open: 0,
  overdue: 0,
  yellow: 0,
  red: 0,
  onTime: {
    code: 'onTime',
    title: { zh: '按时办结率', en: 'On time' },
    unit: 'share',
    value: share,
    numerator: null,
    denominator: null,
    low: null,
    high: null,
    small,
    opens: '',
  },
  medianWorkingDays: null,
})

const rows = [unit('甲局', 30, 0.7), unit('乙局', 4, 1, true), unit('丙局', 90, 0.9)]
const names = (key: string) => sortUnits(rows, readSorting(key)).map(({ unitName }) => unitName)

test.each([
  { why: 'most cases first', key: '-cases', order: ['丙局', '甲局', '乙局'] },
  { why: 'fewest first, but never a small cell', key: 'cases', order: ['甲局', '丙局', '乙局'] },
  {
    why: 'a perfect share of four cases is not the best unit',
    key: '-onTime',
    order: ['丙局', '甲局', '乙局'],
  },
])('$why', ({ key, order }) => {
  expect(names(key)).toEqual(order)
})

test('what is no column of the table falls back to the number of cases', () => {
  expect(readSorting('-constructor')).toEqual({ key: 'cases', direction: 'descending' })
  expect(readSorting(undefined)).toEqual({ key: 'cases', direction: 'descending' })
})

test('an order written into the address is read again as it was', () => {
  expect(readSorting(writeSorting({ key: 'overdue', direction: 'ascending' }))).toEqual({
    key: 'overdue',
    direction: 'ascending',
  })
})

test('a second press on a heading turns the order round', () => {
  const first = nextSorting(readSorting(undefined), 'red')
  expect(first).toEqual({ key: 'red', direction: 'descending' })
  expect(nextSorting(first, 'red').direction).toBe('ascending')
})
