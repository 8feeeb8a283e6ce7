import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLists, commitmentOf, draw, type DrawLists, seedOf } from './draw.ts'

const places = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    unit: `unit-${at}`,
    section: null,
    stratum: at % 3 === 0 ? ('hard' as const) : ('easy' as const),
  }))
const lists = (more: Partial<DrawLists> = {}): DrawLists => ({
  ...{ places: places(12), sample: { hard: 2, easy: 2 }, groups: null },
  ...{ pool: ['a', 'b', 'c', 'd'], recused: {}, ...more },
})

test('the same lists and seed give the same draw in whatever order the lists are written', () => {
  const straight = draw(lists(), 'seed')
  const turned = draw(lists({ places: places(12).reverse(), pool: ['d', 'c', 'b', 'a'] }), 'seed')
  expect(turned.drawn).toEqual(straight.drawn)
  expect(draw(lists(), 'another').drawn).not.toEqual(straight.drawn)
})

test('neither of the two who made the seed could choose it', () => {
  expect(seedOf('secret', 'word')).not.toBe(seedOf('secret', 'Word'))
  expect(commitmentOf('secret')).not.toBe(commitmentOf('Secret'))
})

test('nobody is drawn for a unit he stands aside from, and who was passed over is told with the reason', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(11), fc.nat(3))), fc.string(), (pairs, seed) => {
      const recused: Record<string, Record<string, string>> = {}
      for (const [unit, who] of pairs) (recused['abcd'[who] as string] ??= {})[`unit-${unit}`] = '原工作单位'
      try {
        const { drawn, passedOver } = draw(lists({ sample: null, recused }), seed)
        for (const { unit, inspectors } of drawn)
          for (const account of inspectors) expect(recused[account]?.[unit]).toBeUndefined()
        for (const { account, unit } of passedOver) expect(recused[account]?.[unit]).toBe('原工作单位')
      } catch (error) {
        expect(error).toMatchObject({ code: 'inspection.nobody-left' })
      }
    }),
  )
})

test('six groups over 92 units get fifteen or sixteen each', () => {
  const groups = Array.from({ length: 6 }, (_, at) => ({
    group: `G${at + 1}`,
    members: [`lead-${at}`, `member-${at}`],
  }))
  const { drawn } = draw(lists({ places: places(92), sample: null, groups }), '2012')
  const loads = groups.map(({ group }) => drawn.filter((one) => one.group === group).length)
  expect(loads.toSorted()).toEqual([15, 15, 15, 15, 16, 16])
})

test.each([
  {
    why: 'a stratum of which nothing is drawn',
    more: { sample: { easy: 4 } },
    code: 'inspection.stratum-left-out',
  },
  { why: 'more than there is', more: { sample: { easy: 4, hard: 5 } }, code: 'inspection.sample-too-large' },
  { why: 'no place at all', more: { places: [] }, code: 'inspection.nothing-to-visit' },
  { why: 'one inspector alone', more: { pool: ['a'] }, code: 'inspection.two-inspectors' },
  { why: 'a place twice', more: { places: [...places(2), ...places(1)] }, code: 'inspection.place-twice' },
])('$why is refused', ({ more, code }) => {
  expect(() => checkLists(lists(more))).toThrow(expect.objectContaining({ code }))
})
