import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { renamedSums, splitSums } from './charges.ts'
import { leftOut, sharesOf } from './delay.ts'
import { gapsOf } from './gaps.ts'
import { gradeByTable, gradeTable } from './numbers.ts'
import { taskStanding } from './tasks.ts'

const sum = (title: string, cents: number, on: string, payer = 'A') => ({ title, cents, on, payer })

describe('sums of one payer', () => {
  const limits = { withinDays: 30, belowCents: 50_000 }
  test.each([
    {
      why: 'two small ones close together are one',
      sums: [sum('a', 30_000, '2026-04-01'), sum('b', 20_000, '2026-04-30')],
      split: 1,
    },
    {
      why: 'a month and more apart they are two',
      sums: [sum('a', 30_000, '2026-04-01'), sum('b', 20_000, '2026-05-02')],
      split: 0,
    },
    {
      why: 'of two payers they are two',
      sums: [sum('a', 30_000, '2026-04-01'), sum('b', 30_000, '2026-04-01', 'B')],
      split: 0,
    },
    { why: 'a large one is not split', sums: [sum('a', 60_000, '2026-04-01')], split: 0 },
    {
      why: 'small ones that stay small are small',
      sums: [sum('a', 10_000, '2026-04-01'), sum('b', 10_000, '2026-04-02')],
      split: 0,
    },
  ])('$why', ({ sums, split }) => {
    expect(splitSums(sums, limits)).toHaveLength(split)
  })

  const register = [
    { title: '土地登记费', cents: 55_000 },
    { title: '查询费', cents: null },
  ]
  test.each([
    {
      why: 'a registered amount under another name is a renamed fee',
      sums: [sum('服务费', 55_000, '2026-04-01')],
      found: 1,
    },
    { why: 'under its own name it is not', sums: [sum('土地登记费', 55_000, '2026-04-01')], found: 0 },
    { why: 'another amount is another matter', sums: [sum('服务费', 40_000, '2026-04-01')], found: 0 },
  ])('$why', ({ sums, found }) => {
    expect(renamedSums(sums, register)).toHaveLength(found)
  })
})

describe('the day that counts for a task', () => {
  const at = (on: string) => Date.parse(`${on}T10:00:00+08:00`)
  const move = (on: string, to: string, more: object = {}) => ({
    ...{ at: at(on), by: 'zhang.min', to: to as Day, reason: '经批准改期', approvedBy: 'chen.jie' },
    ...more,
  })
  test.each([
    { why: 'nobody moved it', moves: [], until: '2026-05-06' },
    { why: 'moved in time and approved', moves: [move('2026-05-01', '2026-06-01')], until: '2026-06-01' },
    { why: 'on its last day is in time', moves: [move('2026-05-06', '2026-06-01')], until: '2026-06-01' },
    { why: 'moved after it had passed', moves: [move('2026-05-07', '2026-06-01')], until: '2026-05-06' },
    {
      why: 'approved by nobody',
      moves: [move('2026-05-01', '2026-06-01', { approvedBy: '' })],
      until: '2026-05-06',
    },
    {
      why: 'approved by whoever moved it',
      moves: [move('2026-05-01', '2026-06-01', { approvedBy: 'zhang.min' })],
      until: '2026-05-06',
    },
    {
      why: 'moved again',
      moves: [move('2026-05-01', '2026-06-01'), move('2026-05-20', '2026-07-01')],
      until: '2026-06-01',
    },
  ])('$why', ({ moves, until }) => {
    expect(taskStanding({ dueOn: '2026-05-06' }, moves, 1).countsUntil).toBe(until)
  })
})

test('a delay is shared by how long each held the case, whatever the order', () => {
  const shares = sharesOf([
    { step: 'receipt', who: 'a', from: 0, until: 10 },
    { step: 'review', who: 'b', from: 10, until: 90 },
    { step: 'decision', who: 'a', from: 90, until: 100 },
  ])
  expect(shares.map(({ who, share, steps }) => [who, share, steps])).toEqual([
    ['b', 0.8, ['review']],
    ['a', 0.2, ['receipt', 'decision']],
  ])
  expect(leftOut(shares, ['a'], 0.1)?.who).toBe('b')
  expect(leftOut(shares, ['b'], 0.3)).toBeUndefined()
})

test.each([
  { why: 'nothing is missing', more: {}, gaps: 0 },
  { why: 'the legal check came after the decision', more: { legalCheckOn: '2026-04-21' }, gaps: 1 },
  { why: 'too few were there', more: { present: 4 }, gaps: 1 },
  { why: 'the minutes were written in time', more: { minutesOn: '2026-04-25' }, gaps: 0 },
  { why: 'the minutes were written to cure it', more: { minutesOn: '2026-04-26' }, gaps: 1 },
  {
    why: 'there are no minutes, no check and no quorum',
    more: { minutesOn: null, legalCheckOn: null, present: 1 },
    gaps: 3,
  },
])('a decision: $why', ({ more, gaps }) => {
  const sound = {
    decidedOn: '2026-04-20',
    legalCheckOn: '2026-04-18',
    minutesOn: '2026-04-20',
    needed: 5,
    present: 5,
  }
  expect(gapsOf({ ...sound, ...more }, { minutesWithinDays: 5 })).toHaveLength(gaps)
})

test('the graver the consequence the graver the measure, for every kind', () => {
  const order = [
    ...['reminderCard', 'warningTalk', 'selfCriticism', 'admonition', 'circularCriticism', 'warning'],
    ...['postAdjustment', 'removalRecommendation'],
  ]
  for (const row of Object.values(gradeTable('2026-01-01' as Day))) {
    const [slight, ordinary, grave] = [row.slight, row.ordinary, row.grave].map((one) => order.indexOf(one))
    expect(slight).toBeLessThanOrEqual(ordinary as number)
    expect(ordinary).toBeLessThanOrEqual(grave as number)
  }
  expect(gradeByTable('attitude', 'slight', '2026-01-01' as Day)).toBe('reminderCard')
})
