import { expect, test } from 'vitest'
import { withQuietMonths } from './months.ts'

test('months without cards stand between those with some, across the turn of the year', () => {
  const months = withQuietMonths([
    { month: '2025-11', count: 3 },
    { month: '2026-02', count: 1 },
  ])
  expect(months).toEqual([
    { month: '2025-11', count: 3 },
    { month: '2025-12', count: 0 },
    { month: '2026-01', count: 0 },
    { month: '2026-02', count: 1 },
  ])
})

test('no cards are no months', () => {
  expect(withQuietMonths([])).toEqual([])
})
