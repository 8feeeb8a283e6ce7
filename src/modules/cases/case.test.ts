import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { offeredActions } from './actions.ts'
import type { CaseActor } from './actor.ts'
import { type CaseState, evolve, type LivingCase, missingMaterials, noCase } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import * as decide from './decisions/index.ts'
import { accepted, decided, handedIn, handled, people, received, T0, told } from './examples.test-data.ts'
import { ACTIONS } from './terms.ts'

const {
  clerk,
  hallClerk,
  reviewer,
  fireOfficer,
  fireBackup,
  head,
  otherHead,
  leader,
  stranger,
  applicant,
  neighbour,
} = people

function codeOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'allowed'
}

const notice = (missing: string[], exception: string | null = null) => ({ missing, orally: false, exception })

describe('before acceptance', () => {
  const incomplete = received(handedIn('form'))
  const noticed = told(incomplete, decide.notifySupplement(incomplete, notice(['land']), clerk), clerk)

  test.each<[string, () => unknown, string]>([
    ['a complete file is accepted', () => decide.accept(received(), {}, clerk, T0), 'allowed'],
    [
      'a counter of the hall accepts for the department',
      () => decide.accept(received(), {}, hallClerk, T0),
      'allowed',
    ],
    ['an incomplete one is not', () => decide.accept(incomplete, {}, clerk, T0), 'case.materials-missing'],
    ['another unit accepts nothing', () => decide.accept(received(), {}, stranger, T0), 'case.other-unit'],
    [
      'one notice lists what is missing',
      () => decide.notifySupplement(incomplete, notice(['land']), clerk),
      'allowed',
    ],
    [
      'an empty notice says nothing',
      () => decide.notifySupplement(incomplete, notice([]), clerk),
      'case.nothing-missing',
    ],
    [
      'a material beyond the published list is not asked for',
      () => decide.notifySupplement(incomplete, notice(['marriage']), clerk),
      'case.material-not-listed',
    ],
    [
      'nor one that was handed in',
      () => decide.notifySupplement(incomplete, notice(['form']), clerk),
      'case.material-already-handed-in',
    ],
    [
      'a second notice is refused',
      () => decide.notifySupplement(noticed, notice(['land']), clerk),
      'case.second-supplement-notice',
    ],
    [
      'also with a ground, when it is not the head who gives it',
      () => decide.notifySupplement(noticed, notice(['land'], '依法变更'), clerk),
      'case.second-supplement-notice',
    ],
    [
      'also by the head without a ground',
      () => decide.notifySupplement(noticed, notice(['land'], ' '), head),
      'case.second-supplement-notice',
    ],
    [
      'the head may, with a ground in law',
      () => decide.notifySupplement(noticed, notice(['land'], '法规修改，城乡规划法 40'), head),
      'allowed',
    ],
    [
      'nothing can be supplied before it was asked for',
      () => decide.supply(incomplete, { materials: handedIn('land') }, applicant),
      'case.nothing-to-supply',
    ],
    [
      'the applicant supplies what was asked for',
      () => decide.supply(noticed, { materials: handedIn('land') }, applicant),
      'allowed',
    ],
    [
      'nobody else does in his place',
      () => decide.supply(noticed, { materials: handedIn('land') }, neighbour),
      'case.other-unit',
    ],
    [
      'declining needs a next step',
      () => decide.decline(received(), { reason: '不属本机关', basis: '许可法 32', nextStep: '' }, clerk),
      'case.reason-missing',
    ],
    [
      'steps wait for acceptance',
      () => decide.finishStep(received(), { step: 'check', outcome: 'agreed', opinion: '' }, reviewer),
      'case.not-accepted',
    ],
    [
      'a decision as well',
      () => decide.decide(received(), { outcome: 'granted', reasons: '', basis: '', result: null }, head),
      'case.not-accepted',
    ],
  ])('%s', (_, attempt, code) => {
    expect(codeOf(attempt)).toBe(code)
  })

  test('silence on the application is acceptance, counted from receipt', () => {
    const state = received(handedIn('form'))
    const events = decide.passLimit(state, { limit: 'answer', dueAt: T0 })
    expect(events).toMatchObject([
      { type: 'CaseAccepted', data: { deemed: true, countsFrom: state.receivedAt } },
    ])
    expect(told(state, events, clerk).accepted).toMatchObject({ at: state.receivedAt, deemed: true })
  })

  test('who was told what is missing is not accepted by silence', () => {
    expect(decide.passLimit(noticed, { limit: 'answer', dueAt: T0 })).toEqual([])
  })
})

describe('after acceptance', () => {
  test.each<[string, () => unknown, string]>([
    [
      'there is no supplement notice any more',
      () => decide.notifySupplement(accepted(), notice(['drawing']), clerk),
      'case.after-acceptance',
    ],
    [
      'also not by the head',
      () => decide.notifySupplement(accepted(), notice(['drawing'], '理由'), head),
      'case.after-acceptance',
    ],
    [
      'nothing is supplied',
      () => decide.supply(accepted(), { materials: handedIn('drawing') }, applicant),
      'case.after-acceptance',
    ],
    [
      'it is not declined',
      () => decide.decline(accepted(), { reason: 'x', basis: 'x', nextStep: 'x' }, clerk),
      'case.after-acceptance',
    ],
    ['it is not accepted twice', () => decide.accept(accepted(), {}, clerk, T0), 'case.after-acceptance'],
    [
      'the post of the step finishes it',
      () => decide.finishStep(accepted(), { step: 'check', outcome: 'agreed', opinion: '' }, reviewer),
      'allowed',
    ],
    [
      'the head of the unit has every post of it',
      () => decide.finishStep(accepted(), { step: 'check', outcome: 'agreed', opinion: '' }, head),
      'allowed',
    ],
    [
      'another post does not',
      () => decide.finishStep(accepted(), { step: 'check', outcome: 'agreed', opinion: '' }, clerk),
      'case.step-not-yours',
    ],
    [
      'a later group waits',
      () => decide.finishStep(accepted(), { step: 'fire', outcome: 'agreed', opinion: '' }, fireOfficer),
      'case.no-such-step',
    ],
    [
      'an objection says why',
      () => decide.finishStep(accepted(), { step: 'check', outcome: 'objected', opinion: '' }, reviewer),
      'case.reason-missing',
    ],
    [
      'no decision while steps are open',
      () => decide.decide(accepted(), { outcome: 'granted', reasons: '', basis: '', result: null }, head),
      'case.steps-open',
    ],
    [
      'the decider is the post that the item names',
      () => decide.decide(handled(), { outcome: 'granted', reasons: '', basis: '', result: null }, reviewer),
      'case.step-not-yours',
    ],
    [
      'a denial states its basis',
      () => decide.decide(handled(), { outcome: 'denied', reasons: '不符合', basis: '', result: null }, head),
      'case.basis-missing',
    ],
    [
      'the unit cannot extend for itself',
      () => decide.grantExtension(asked(), { toldAt: T0 }, head),
      'case.extension-self-approved',
    ],
    ['a leader above it can', () => decide.grantExtension(asked(), { toldAt: T0 }, leader), 'allowed'],
    [
      'not without being asked',
      () => decide.grantExtension(accepted(), { toldAt: T0 }, leader),
      'case.no-extension-asked',
    ],
    [
      'not after the limit ran out',
      () => decide.askExtension(late(), { by: '5W', reason: '复杂' }, head),
      'case.extension-too-late',
    ],
    [
      'nor by going on',
      () => decide.finishStep(suspended(), { step: 'check', outcome: 'agreed', opinion: '' }, reviewer),
      'case.suspended',
    ],
    [
      'only the applicant withdraws',
      () => decide.withdraw(accepted(), { reason: '' }, neighbour),
      'case.only-applicant',
    ],
    ['and may until the decision', () => decide.withdraw(accepted(), { reason: '' }, applicant), 'allowed'],
    ['not afterwards', () => decide.withdraw(decided(), { reason: '' }, applicant), 'case.over'],
  ])('%s', (_, attempt, code) => {
    expect(codeOf(attempt)).toBe(code)
  })

  const asked = () =>
    told(accepted(), decide.askExtension(accepted(), { by: '5W', reason: '复杂' }, head), head)
  const late = () => told(accepted(), decide.passLimit(accepted(), { limit: 'statutory', dueAt: T0 }), clerk)
  const suspended = () => {
    const ground = {
      ground: 'hearing',
      groundText: { zh: '听证', en: 'hearing' },
      document: '听告〔2026〕1号',
      toldAt: T0,
    }
    return told(accepted(), decide.suspend(accepted(), ground, head), head)
  }

  test('parallel steps open together and the decision waits for both', () => {
    const checked = told(
      accepted(),
      decide.finishStep(accepted(), { step: 'check', outcome: 'agreed', opinion: '' }, reviewer),
      reviewer,
    )
    expect(checked.steps.map(({ code, status }) => [code, status])).toEqual([
      ['check', 'done'],
      ['fire', 'open'],
      ['green', 'open'],
    ])
  })

  test('the backup’s work is marked as the backup’s', () => {
    const checked = told(
      accepted(),
      decide.finishStep(accepted(), { step: 'check', outcome: 'agreed', opinion: '' }, reviewer),
      reviewer,
    )
    const [done] = decide.finishStep(checked, { step: 'fire', outcome: 'agreed', opinion: '' }, fireBackup)
    expect(done).toMatchObject({ data: { asBackup: true } })
  })

  test('sending back goes to a desk of the office, and is counted there', () => {
    const checked = told(
      accepted(),
      decide.finishStep(accepted(), { step: 'check', outcome: 'agreed', opinion: '' }, reviewer),
      reviewer,
    )
    const back = told(
      checked,
      decide.sendBack(checked, { from: 'fire', to: 'check', reason: '图纸不清' }, fireOfficer),
      fireOfficer,
    )
    expect(back.steps.map(({ status, sentBack }) => [status, sentBack])).toEqual([
      ['open', 1],
      ['waiting', 0],
      ['waiting', 0],
    ])
    expect(
      codeOf(() => decide.sendBack(checked, { from: 'fire', to: 'applicant', reason: 'x' }, fireOfficer)),
    ).toBe('case.no-such-step')
  })

  test('a missed decision grants nothing, unless a rule of law says so for this item', () => {
    const passed = { limit: 'statutory', dueAt: T0 } as const
    expect(decide.passLimit(accepted(), passed).map(({ type }) => type)).toEqual(['LimitPassed'])
    const eligible = accepted({ deemedApproval: { basis: '某条例 12' } })
    expect(decide.passLimit(eligible, passed)).toMatchObject([
      { type: 'LimitPassed' },
      { type: 'CaseDecided', data: { outcome: 'granted', deemed: true, basis: '某条例 12' } },
    ])
    expect(decide.passLimit(decided(), passed)).toEqual([])
  })
})

describe('after the decision', () => {
  const rating = { grade: 'dissatisfied', tags: [], text: '' } as const
  test.each<[string, () => unknown, string]>([
    [
      'it is delivered with proof',
      () => decide.deliver(decided(), { way: 'inPerson', proof: '签收' }, clerk, T0),
      'allowed',
    ],
    [
      'never without',
      () => decide.deliver(decided(), { way: 'inPerson', proof: '' }, clerk, T0),
      'case.reason-missing',
    ],
    [
      'nothing undecided is delivered',
      () => decide.deliver(accepted(), { way: 'inPerson', proof: '签收' }, clerk, T0),
      'case.not-decided',
    ],
    ['the applicant rates it', () => decide.rate(decided(), rating, applicant), 'allowed'],
    ['nobody else', () => decide.rate(decided(), rating, clerk), 'case.only-applicant'],
    [
      'once',
      () =>
        decide.rate(told(decided(), decide.rate(decided(), rating, applicant), applicant), rating, applicant),
      'case.already-rated',
    ],
    ['not before it is over', () => decide.rate(accepted(), rating, applicant), 'case.not-decided'],
    [
      'who decided does not correct',
      () => decide.correct(decided(), { subject: 'reasons', to: 'x', reason: 'x' }, head),
      'case.corrected-by-same',
    ],
    [
      'another head does',
      () => decide.correct(decided(), { subject: 'reasons', to: 'x', reason: 'x' }, otherHead),
      'allowed',
    ],
  ])('%s', (_, attempt, code) => {
    expect(codeOf(attempt)).toBe(code)
  })

  test('a correction leaves what was said readable', () => {
    const state = decided('denied')
    const events = decide.correct(state, { subject: 'reasons', to: '退线不足', reason: '笔误' }, otherHead)
    expect(events).toMatchObject([{ data: { from: '不符合控制性详细规划', to: '退线不足' } }])
    expect(told(state, events, otherHead).decision?.reasons).toBe('退线不足')
  })
})

test('what is offered can be done, and what is not says why in both languages', () => {
  for (const state of [received(), received(handedIn('form')), accepted(), handled(), decided()]) {
    for (const actor of Object.values(people)) {
      const offered = offeredActions(state, actor, T0)
      // Of visits and of what follows the offer of a hearing nothing is said where the case has none.
      expect(offered.map(({ action }) => action)).toEqual(
        ACTIONS.filter(
          (action) =>
            !/Visit$|(ask|set|hold|giveUp)Hearing|^ruleTransfer$|^answerInvolved$|(grant|refuse)Urgency|^finishAtOnce$/.test(
              action,
            ),
        ),
      )
      for (const { whyNot } of offered)
        if (whyNot) expect([whyNot.zh, whyNot.en].every((text) => text.length > 3)).toBe(true)
    }
  }
})

test('random acts of anybody never bring a case into a state that breaks its law', () => {
  const actor = fc.constantFrom<CaseActor>(...Object.values(people))
  const act = fc.record({ actor, pick: fc.nat(), step: fc.constantFrom('check', 'fire', 'green', 'nowhere') })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let state: LivingCase = received(handedIn('form'))
      const all: { event: CaseEvent; by: string; at: number }[] = []
      for (const { actor: who, pick, step } of acts) {
        const attempt = attempts(state, who, step)[pick % 14]
        const events = attempt ? allowed(attempt) : []
        for (const event of events) all.push({ event, by: who.account, at: state.lastAt + 3_600_000 })
        if (events.length > 0) state = told(state, events, who)
        holds(state)
      }
      expect(all.filter(({ event }) => event.type === 'CaseDecided').length).toBeLessThanOrEqual(1)
      expect(all.filter(({ event }) => event.type === 'CaseRated').length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 300 },
  )
})

function allowed(attempt: () => CaseEvent[]): CaseEvent[] {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

const attempts = (state: LivingCase, who: CaseActor, step: string): (() => CaseEvent[])[] => [
  () => decide.notifySupplement(state, notice(['land'], '依据'), who),
  () => decide.supply(state, { materials: handedIn('land') }, who),
  () => decide.accept(state, {}, who, state.lastAt),
  () => decide.decline(state, { reason: 'x', basis: 'x', nextStep: 'x' }, who),
  () => decide.finishStep(state, { step, outcome: 'agreed', opinion: '' }, who),
  () => decide.sendBack(state, { from: step, to: 'check', reason: 'x' }, who),
  () =>
    decide.suspend(
      state,
      { ground: 'hearing', groundText: { zh: 'x', en: 'x' }, document: 'x', toldAt: null },
      who,
    ),
  () => decide.resume(state, { document: 'x' }, who),
  () => decide.askExtension(state, { by: '5W', reason: 'x' }, who),
  () => decide.grantExtension(state, { toldAt: null }, who),
  () => decide.decide(state, { outcome: 'granted', reasons: '', basis: '', result: null }, who),
  () => decide.deliver(state, { way: 'post', proof: 'x' }, who, state.lastAt),
  () => decide.rate(state, { grade: 'satisfied', tags: [], text: '' }, who),
  () => decide.withdraw(state, { reason: '' }, who),
]

function holds(state: LivingCase): void {
  if (state.accepted && !state.accepted.deemed) expect(missingMaterials(state)).toEqual([])
  if (state.decision) expect(state.steps.every(({ status }) => status === 'done')).toBe(true)
  if (state.deliveredAt !== null) expect(state.decision).not.toBeNull()
  expect((state.supplement?.times ?? 0) >= 0).toBe(true)
  const replayed = evolve(
    noCase as CaseState,
    { type: 'CaseRated', data: { grade: 'satisfied', tags: [], text: '' } },
    { at: 0, by: '' },
  )
  expect(replayed.status).toBe('none')
}
