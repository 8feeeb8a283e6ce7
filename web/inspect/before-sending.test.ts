import { expect, test } from 'vitest'
import { findingFault, isComplete, isWitnessed, lackingOf } from './before-sending.ts'
import { NOTHING_DONE, type TakenVisit } from './phone-store.ts'

const item = (code: string, more: object = {}) => ({ code, evidence: false, receivers: 0, ...more })
const view = {
  checklist: { items: [item('onDuty', { evidence: true }), item('served', { receivers: 2 })] },
  follows: ['F1'],
} as unknown as TakenVisit['view']
const marked = (mark: 'yes' | 'no', receivers = '') => ({ mark, note: '', receivers })
const draft = {
  ...NOTHING_DONE,
  marks: { onDuty: marked('no'), served: marked('yes', '甲\n乙') },
  findings: [{ fact: '无人在岗', item: 'onDuty' }],
  rechecked: ['F1'],
}

test('a visit that the server would take lacks nothing', () => {
  expect(isComplete(lackingOf({ view, draft }))).toBe(true)
})

test.each([
  { said: 'C1|yes\nC2|yes', enough: true },
  { said: 'C1|yes\nC2|no', enough: false },
  { said: 'C1|none\nC2|yes\nC3|yes', enough: true },
  { said: 'C1|none\nC2|none\nC3|yes', enough: true },
  { said: '甲\n乙', enough: false },
])('of three drawn two confirm it, or all that could be reached: $said', ({ said, enough }) => {
  const receivers = ['C1', 'C2', 'C3'].map((reference) => ({ item: 'served', reference, name: '王*' }))
  const marks = { ...draft.marks, served: marked('yes', said) }
  const lacking = lackingOf({ view: { ...view, receivers }, draft: { ...draft, marks } })
  expect(lacking.receivers.length === 0).toBe(enough)
})

test.each([
  { why: 'nothing marked', lacks: 'unanswered', change: { marks: {} } },
  {
    why: 'one receiver named twice is one',
    lacks: 'receivers',
    change: { marks: { ...draft.marks, served: marked('yes', '甲\n甲') } },
  },
  { why: 'a "no" without a finding', lacks: 'withoutFinding', change: { findings: [] } },
  { why: 'an earlier finding not looked at', lacks: 'rechecks', change: { rechecked: [] } },
] as const)('what cannot be made up for later is asked for on the spot: $why', ({ lacks, change }) => {
  const lacking = lackingOf({ view, draft: { ...draft, ...change } })
  expect(lacking[lacks]).not.toEqual([])
  expect(isComplete(lacking)).toBe(false)
})

test.each([
  { given: { item: 'onDuty', dueOn: null, recheckOn: null }, fault: 'evidenceFirst' },
  { given: { item: 'served', dueOn: '2026-11-30', recheckOn: null }, fault: 'bothDays' },
  { given: { item: 'served', dueOn: '2026-11-30', recheckOn: '2026-11-29' }, fault: 'bothDays' },
  { given: { item: null, dueOn: '2026-11-30', recheckOn: '2026-11-30' }, fault: undefined },
  { given: { item: 'served', dueOn: null, recheckOn: null }, fault: undefined },
])('a finding on $given.item until $given.dueOn, again $given.recheckOn: $fault', ({ given, fault }) => {
  expect(findingFault({ view, draft }, given)).toBe(fault)
})

test('one person alone needs a place; the own name is no witness', () => {
  expect(isWitnessed(null, ['he.cha'], 'he.cha')).toBe(false)
  expect(isWitnessed(null, ['zhang.min'], 'he.cha')).toBe(true)
  expect(isWitnessed({ latitude: 1 }, [], 'he.cha')).toBe(true)
})
