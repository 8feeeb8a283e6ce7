import { expect, test } from 'vitest'
import { clustersOf } from './clusters.ts'

const row = (officer: string, answered: number, yes: number) => ({
  ...{ officer, unit: 'planning', answered, yes, cases: [] },
})
const flagged = (...rows: ReturnType<typeof row>[]) =>
  clustersOf(rows).rows.flatMap(({ officer, clusters }) => (clusters ? officer : []))

test.each([
  { why: 'five of ten beside one of fifty clusters', rows: [row('a', 10, 5), row('b', 50, 1)], found: ['a'] },
  { why: 'the same share everywhere is no cluster', rows: [row('a', 20, 4), row('b', 20, 4)], found: [] },
  { why: 'two of two is too few to say anything', rows: [row('a', 2, 2), row('b', 50, 0)], found: [] },
  { why: 'alone in his office he is held against nobody’s yes', rows: [row('a', 4, 3)], found: ['a'] },
])('$why', ({ rows, found }) => {
  expect(flagged(...rows)).toEqual(found)
})
