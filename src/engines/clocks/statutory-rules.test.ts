import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { sharedData } from '#test/shared-data.ts'
import { chinaCalendar } from '../calendar/index.ts'
import {
  due,
  getStatutoryRule,
  questionOf,
  STATUTORY_RULES,
  start,
  foldClock,
  statutoryTerms,
} from './index.ts'

const TABLE = sharedData('../rules/statutory-clocks.md')

test('no rule id stands twice', () => {
  expect(new Set(STATUTORY_RULES.map(({ id }) => id)).size).toBe(STATUTORY_RULES.length)
})

test('every rule names its basis in law or practice, its trigger and its duty in both languages', () => {
  for (const { id, citation, trigger, duty } of STATUTORY_RULES) {
    expect([
      id,
      citation.length > 2,
      trigger.zh !== '',
      trigger.en !== '',
      duty.zh !== '',
      duty.en !== '',
    ]).toEqual([id, true, true, true, true, true])
  }
})

test('what needs a lawyer and what is one place’s rule is shipped switched off, everything else on', () => {
  for (const { id, enabled, confidence, scope } of STATUTORY_RULES) {
    expect([id, enabled]).toEqual([id, confidence !== 'unsure' && scope === 'national'])
  }
  expect(STATUTORY_RULES.some(({ enabled }) => !enabled)).toBe(true)
})

test('nothing is deemed granted by being late; only the rows that say so change the legal state', () => {
  const deemed = STATUTORY_RULES.filter(({ effect }) => effect.startsWith('deemed')).map(({ id }) => id)
  expect(deemed).toEqual(['XK-02', 'XK-12', 'DJ-03', 'XG-07', 'FY-02'])
})

describe.skipIf(!TABLE)('the table of statutory clocks', () => {
  const rows = TABLE
    ? [...readFileSync(TABLE, 'utf8').matchAll(/^\| ([A-Z]{2}-(?:\d+b?|G1|X)) \|/gm)].map(([, id]) => id)
    : []

  test('every row of it is a rule here, and no rule stands without a row', () => {
    expect(rows.length).toBeGreaterThan(100)
    expect([...STATUTORY_RULES.map(({ id }) => id)].sort()).toEqual([...rows].sort())
  })
})

test.each([
  { id: 'XK-04', from: '2026-09-18', last: '2026-10-22', longest: '2026-11-05' },
  { id: 'XK-05', from: '2026-03-02', last: '2026-05-08', longest: '2026-05-28' },
  { id: 'XF-06', from: '2026-08-03', last: '2026-10-08', longest: '2026-11-02' },
  { id: 'FY-07', from: '2026-08-03', last: '2026-10-08', longest: '2026-11-02' },
])('$id from $from ends on $last, extended to the full on $longest', ({ id, from, last, longest }) => {
  const calendar = chinaCalendar()
  const terms = statutoryTerms(id, { from, handlingUnit: 'unit-1' })
  const state = foldClock(start([terms], { calendar, now: 0 }))
  if (state.status === 'none') throw new Error('not started')
  const question = questionOf(state, calendar)
  expect(due(question).due).toBe(last)
  expect(
    due({ ...question, extensions: [terms.extension?.longest ?? { length: 0, unit: 'workingDays' }] }).due,
  ).toBe(longest)
})

test.each([
  ['an unknown rule', 'XX-99', 'rule.unknown'],
  ['a rule replaced in 2026', 'RX-12', 'rule.switched-off'],
  ['a local template', 'RX-04', 'rule.switched-off'],
])('%s starts no clock', (_, id, code) => {
  expect(() => getStatutoryRule(id)).toThrowError(expect.objectContaining({ code }))
})

test('a rule that leaves the limit to the item needs one', () => {
  expect(() => statutoryTerms('XK-12', { from: '2026-03-02', handlingUnit: 'u' })).toThrow(Refusal)
  expect(
    statutoryTerms('XK-12', {
      from: '2026-03-02',
      handlingUnit: 'u',
      limit: { length: 15, unit: 'workingDays' },
    }),
  ).toMatchObject({
    onExpiry: 'deemedRenewed',
  })
})
