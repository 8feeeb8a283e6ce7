import { expect, test } from 'vitest'
import type { Day } from '#kernel/day.ts'
import {
  acknowledge,
  changeLevel,
  type Circular,
  type CircularEvent,
  type CircularFact,
  evolveCircular,
  levelNow,
  mayIssue,
  removeFact,
  standingFacts,
} from './circular.ts'
import { selectiveOf } from './selective.ts'

const fact = (finding: string, more: Partial<CircularFact> = {}): CircularFact => ({
  ...{
    finding,
    unit: 'planning',
    personType: 'window',
    conduct: 'absent',
    fact: '上班时间离岗',
    measure: '整改',
  },
  ...{ severity: 'ordinary', happenedOn: '2026-03-02' as Day, ...more },
})
const at = Date.parse('2026-03-09T01:00:00Z')
const after = (events: readonly CircularEvent[], by = 'zhang.min', from?: Circular): Circular => {
  const state = events.reduce<Circular | undefined>(
    (one, event) => evolveCircular(one, event, { by, at }),
    from,
  )
  if (!state) throw new Error('Nothing was drafted')
  return state
}
const drafted = (...facts: CircularFact[]): Circular =>
  after([
    {
      type: 'CircularDrafted',
      kind: 'inspection',
      unit: 'supervision',
      title: '三月通报',
      source: '三月暗访',
      facts,
    },
  ])
const why = { reason: '经复核照片拍摄日期有误', askedBy: '规划局局长' }
const issued = (one: Circular, level = levelNow(one)) =>
  after(
    [{ type: 'CircularIssued', notice: 'n', number: '1', level, reach: ['planning'], readBy: at }],
    'chen.jie',
    one,
  )

test.each([
  { why: 'light findings stay with the units concerned', severities: ['light'], level: 'unit' },
  { why: 'ordinary ones go to all units', severities: ['light', 'ordinary'], level: 'city' },
  { why: 'one grave finding is told to everybody', severities: ['light', 'grave'], level: 'public' },
] as const)('$why', ({ severities, level }) => {
  expect(levelNow(drafted(...severities.map((severity, nth) => fact(`f${nth}`, { severity }))))).toBe(level)
})

test('taking the grave fact out leaves the level, the record and its reason', () => {
  const before = drafted(fact('f1', { severity: 'grave' }), fact('f2'))
  const state = after(removeFact(before, { finding: 'f1', ...why }), 'zhang.min', before)
  expect(levelNow(state)).toBe('public')
  expect(standingFacts(state).map(({ finding }) => finding)).toEqual(['f2'])
  expect(state.facts[0]?.removed).toMatchObject({ askedBy: '规划局局长', by: 'zhang.min' })
})

test.each([
  ['no reason', { ...why, reason: '领导意见' }, 'circular.removal-reason'],
  ['nobody who asked', { ...why, askedBy: ' ' }, 'circular.removal-reason'],
  ['a fact that is not there', { ...why, finding: 'f9' }, 'circular.no-such-fact'],
])('a removal with %s is refused', (_, given, code) => {
  expect(() => removeFact(drafted(fact('f1')), { finding: 'f1', ...given })).toThrow(
    expect.objectContaining({ code }) as Error,
  )
})

test('the level is not changed without a reason, and nobody approves what he drafted', () => {
  const state = drafted(fact('f1'))
  expect(() => changeLevel(state, { to: 'unit', reason: '' })).toThrow(
    expect.objectContaining({ code: 'circular.level-reason' }) as Error,
  )
  expect(() => mayIssue(state, 'zhang.min')).toThrow(
    expect.objectContaining({ code: 'circular.own-draft' }) as Error,
  )
})

test('a unit signs once, and only if it is addressed', () => {
  const state = issued(drafted(fact('f1')))
  const read = after(acknowledge(state, 'planning'), 'wang.fang', state)
  expect(() => acknowledge(read, 'planning')).toThrow(
    expect.objectContaining({ code: 'circular.read-already' }) as Error,
  )
  expect(() => acknowledge(state, 'market')).toThrow(
    expect.objectContaining({ code: 'circular.not-addressed' }) as Error,
  )
})

test('a finding left out and like conduct told to fewer are shown as selective', () => {
  const wide = issued(drafted(fact('f1')))
  const narrow = drafted(fact('f2', { unit: 'market' }))
  const lowered = after(
    changeLevel(narrow, { to: 'unit', reason: '初次发现且当场改正，不宜全市通报' }),
    'chen.jie',
    narrow,
  )
  const known = [wide, issued(lowered)]
  const upheld = [fact('f1'), fact('f2'), fact('f3', { happenedOn: '2026-01-02' as Day }), fact('f4')]
  expect(
    selectiveOf(known, upheld, '2026-03-10' as Day).map(({ why: reason, fact: { finding } }) => [
      reason,
      finding,
    ]),
  ).toEqual([
    ['leftOut', 'f3'],
    ['uneven', 'f2'],
  ])
})
