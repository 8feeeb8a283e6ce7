import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { CaseActor } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import { accepted, people, plan, received, told } from '../examples.test-data.ts'
import * as decide from './index.ts'

const { clerk, head, reviewer, fireOfficer } = people
const steps = plan.steps.map((step) => (step.code === 'fire' ? { ...step, siteVisit: true } : step))
/** The visit belongs to the second desk; the first still works. */
const before = () => accepted({ steps })

function codeOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'allowed'
}

const someone = (account: string, unit: string | null = 'fire') => ({ account, name: account, unit })
const BOTH = [someone('fire.officer'), someone('hong')]
const assign = (named = BOTH, actor: CaseActor = fireOfficer, state = before(), step = 'fire') =>
  decide.assignVisit(state, { step, people: named }, actor)
const assigned = (state = before()) => told(state, assign(BOTH, fireOfficer, state), fireOfficer)
const NOW = Date.parse('2026-03-05T10:00:00+08:00')
const report = (
  change: Partial<decide.ReportVisit> = {},
  actor: CaseActor = fireOfficer,
  state = assigned(),
) =>
  decide.reportVisit(
    state,
    { step: 'fire', visitedOn: day('2026-03-04'), conforms: true, finding: '通道畅通', ...change },
    actor,
    NOW,
  )
function atItsTurn(state: LivingCase): LivingCase {
  return told(
    state,
    decide.finishStep(state, { step: 'check', outcome: 'agreed', opinion: '' }, reviewer),
    reviewer,
  )
}
const finish = (state: LivingCase) =>
  decide.finishStep(atItsTurn(state), { step: 'fire', outcome: 'agreed', opinion: '' }, fireOfficer)

test.each<[string, () => unknown, string]>([
  ['two of the unit are named, also before the step’s turn', () => assign(), 'allowed'],
  ['one is too few', () => assign(BOTH.slice(0, 1)), 'visit.too-few'],
  ['nobody is too few', () => assign([]), 'visit.too-few'],
  ['one person is not two', () => assign([...BOTH, someone('hong')]), 'visit.same-person'],
  [
    'somebody of another unit does not go',
    () => assign([...BOTH, someone('gao', 'planning')]),
    'visit.not-of-unit',
  ],
  ['nor somebody nobody knows', () => assign([...BOTH, someone('ghost', null)]), 'visit.not-of-unit'],
  ['the desk that has the step names them', () => assign(BOTH, reviewer), 'case.step-not-yours'],
  ['not the head of another unit', () => assign(BOTH, head), 'case.step-not-yours'],
  ['a step at a desk has no visit', () => assign(BOTH, fireOfficer, before(), 'check'), 'visit.no-such-step'],
  [
    'not before acceptance',
    () => assign(BOTH, fireOfficer, received(undefined, { steps })),
    'case.not-accepted',
  ],
  [
    'others may be named later',
    () => assign([someone('a'), someone('b')], fireOfficer, assigned()),
    'allowed',
  ],
  ['one of those who went says what they found', () => report(), 'allowed'],
  ['nobody else does', () => report({}, clerk), 'visit.not-one-of-them'],
  ['not before anybody was named', () => report({}, fireOfficer, before()), 'visit.not-assigned'],
  ['nobody was there tomorrow', () => report({ visitedOn: day('2026-03-06') }), 'visit.day-wrong'],
  ['nor before they were named', () => report({ visitedOn: day('2026-03-01') }), 'visit.day-wrong'],
  ['a finding says something', () => report({ finding: ' ' }), 'case.reason-missing'],
  ['the step is not done before', () => finish(assigned()), 'visit.not-reported'],
  ['nor without anybody named', () => finish(before()), 'visit.not-reported'],
  ['afterwards it is', () => finish(told(assigned(), report(), fireOfficer)), 'allowed'],
])('%s', (_, attempt, code) => expect(codeOf(attempt)).toBe(code))

test('the record carries the day and both names', () => {
  expect(report()).toEqual([
    {
      type: 'VisitReported',
      data: expect.objectContaining({
        visitedOn: '2026-03-04',
        people: [
          { account: 'fire.officer', name: 'fire.officer' },
          { account: 'hong', name: 'hong' },
        ],
      }),
    },
  ])
})
