import type { CaseActor } from './actor.ts'
import { THE_LAW } from './actor.ts'
import { type CaseState, evolve, type LivingCase, noCase } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import * as decide from './decisions/index.ts'
import type { CasePlan } from './plan.ts'

/** One item with everything in it, for the tests of this folder. */
export const plan: CasePlan = {
  item: 'QH-JZ-001',
  version: 1,
  name: { zh: '建设工程规划许可证核发', en: 'construction planning permit' },
  unit: 'planning',
  onTheSpot: false,
  channels: ['counter', 'web'],
  materials: [
    { code: 'form', name: '申请表', necessity: 'necessary', guidance: '窗口领取或网上下载' },
    { code: 'land', name: '用地证明', necessity: 'necessary', guidance: '不动产登记中心出具' },
    { code: 'drawing', name: '设计方案', necessity: 'whenApplicable', guidance: '新建时提交' },
  ],
  steps: [
    { code: 'check', name: '初审', unit: 'planning', post: 'review', group: 1, limit: '3W' },
    { code: 'fire', name: '消防意见', unit: 'fire', post: 'review', group: 2, limit: '5W' },
    { code: 'green', name: '绿化意见', unit: 'parks', post: 'review', group: 2, limit: null },
  ],
  decidedBy: { unit: 'planning', post: 'approval' },
  deliveredBy: { unit: 'planning', post: 'window' },
  statutory: { limit: '20W', rule: 'XK-04' },
  committed: '10W',
  deemedApproval: null,
}

const person = (account: string, unit: string | null, more: Partial<CaseActor> = {}): CaseActor => ({
  ...THE_LAW,
  account,
  unit,
  ...more,
})

export const people = {
  clerk: person('clerk', 'planning', { desks: new Set(['planning/window']) }),
  hallClerk: person('hall.clerk', 'hall', { atHall: true }),
  reviewer: person('reviewer', 'planning', { desks: new Set(['planning/review']) }),
  fireOfficer: person('fire.officer', 'fire', { desks: new Set(['fire/review']) }),
  fireBackup: person('fire.backup', 'fire', {
    desks: new Set(['fire/review']),
    asBackup: new Set(['fire/review']),
  }),
  parksOfficer: person('parks.officer', 'parks', { desks: new Set(['parks/review']) }),
  head: person('head', 'planning', { headOfUnit: true }),
  otherHead: person('other.head', 'planning', { headOfUnit: true }),
  leader: person('leader', 'government', { leader: true }),
  stranger: person('stranger', 'market'),
  applicant: person('resident/p1', null, { person: 'p1' }),
  neighbour: person('resident/p2', null, { person: 'p2' }),
} as const

export const T0 = Date.parse('2026-03-02T09:00:00+08:00')
const paper = (code: string) => ({ code, form: 'original' as const, copies: 1, files: [] })
export const handedIn = (...codes: string[]) => codes.map(paper)

/** Folds what was decided, an hour apart. */
export function told(state: CaseState, events: readonly CaseEvent[], by: CaseActor): LivingCase {
  const after = events.reduce<CaseState>(
    (before, event) => evolve(before, event, { at: lastAt(before) + 3_600_000, by: by.account }),
    state,
  )
  if (after.status === 'none') throw new Error('Nothing happened')
  return after
}

const lastAt = (state: CaseState): number => (state.status === 'none' ? T0 - 3_600_000 : state.lastAt)

export function received(materials = handedIn('form', 'land'), change: Partial<CasePlan> = {}): LivingCase {
  const given = {
    caseNo: '260302-000001-0',
    channel: 'counter' as const,
    plan: { ...plan, ...change },
    applicant: 'p1',
    applicantMasked: '王**',
    agent: null,
    counter: '3',
    materials,
  }
  return told(noCase, decide.receive(noCase, given, people.clerk), people.clerk)
}

export const accepted = (change: Partial<CasePlan> = {}): LivingCase => {
  const state = received(undefined, change)
  return told(state, decide.accept(state, {}, people.clerk, state.lastAt), people.clerk)
}

/** Accepted, and every step done. */
export function handled(change: Partial<CasePlan> = {}): LivingCase {
  const agree = (state: LivingCase, step: string, by: CaseActor) =>
    told(state, decide.finishStep(state, { step, outcome: 'agreed', opinion: '' }, by), by)
  return agree(
    agree(agree(accepted(change), 'check', people.reviewer), 'fire', people.fireOfficer),
    'green',
    people.parksOfficer,
  )
}

export function decided(outcome: 'granted' | 'denied' = 'granted'): LivingCase {
  const state = handled()
  const asked = { outcome, reasons: '不符合控制性详细规划', basis: '城乡规划法 40', result: null }
  return told(state, decide.decide(state, asked, people.head), people.head)
}
