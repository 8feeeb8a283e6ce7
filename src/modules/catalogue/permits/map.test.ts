import { expect, test } from 'vitest'
import type { Permit } from '../permit-shape.ts'
import { before, daysOf, demandFault, draw } from './map.ts'

const permit = (code: string, days: number, needs: string[] = []): Permit => ({
  ...{ code, name: { zh: `手续${code}`, en: code }, item: null, unit: 'planning', days, needs },
})
const permits = [
  permit('approval', 5),
  permit('land', 10, ['approval']),
  permit('plan', 8, ['approval']),
  permit('build', 6, ['land', 'plan']),
  permit('completion', 7, ['build']),
]
const drawing = (more: readonly Permit[] = []) => ({
  ...{ name: { zh: '工业项目', en: 'industry' }, permits: [...permits, ...more], reason: '梳理' },
})

test('the longest chain from approval to completion gives the total', () => {
  expect(daysOf({ permits })).toMatchObject({
    days: 28,
    through: ['approval', 'land', 'build', 'completion'],
  })
  expect([...before(permits, 'build')].sort()).toEqual(['approval', 'land', 'plan'])
})

test.each([
  {
    why: 'a circle of three',
    more: [permit('a', 1, ['c']), permit('b', 1, ['a']), permit('c', 1, ['b'])],
    code: 'permits.circular',
  },
  { why: 'a permit that needs itself', more: [permit('a', 1, ['a'])], code: 'permits.circular' },
  { why: 'a prerequisite nobody knows', more: [permit('a', 1, ['nothing'])], code: 'permits.unknown-need' },
  { why: 'the same permit twice', more: [permit('land', 1)], code: 'permits.twice' },
])('$why is refused', ({ more, code }) => {
  expect(() => draw(drawing(more))).toThrow(expect.objectContaining({ code }))
})

test('a circle is told with the names of its members', () => {
  expect(() => draw(drawing([permit('a', 1, ['b']), permit('b', 1, ['a'])]))).toThrow(
    /手续[ab] → 手续[ab] → 手续[ab]/,
  )
})

test.each([
  { asked: 'land', applied: 'build', fault: null },
  { asked: '手续approval', applied: 'build', fault: null },
  { asked: 'build', applied: 'build', fault: null },
  { asked: 'completion', applied: 'build', fault: 'notPrerequisite' },
  { asked: '村委会证明', applied: 'build', fault: 'offMap' },
] as const)('$asked demanded for $applied: $fault', ({ asked, applied, fault }) => {
  expect(demandFault({ permits }, { permit: asked, for: applied })).toBe(fault)
})
