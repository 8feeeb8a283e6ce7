import { describe, expect, test } from 'vitest'
import type { Scope } from '#kernel/sql.ts'
import { findClocksOf, type OnFired, readCalendars, sweepClocks } from '#engines/clocks/stored/index.ts'
import { readStream, type NewEvent } from '#engines/ledger/index.ts'
import { testDatabase } from '#test/database/index.ts'
import type { CaseActor } from './actor.ts'
import { act, type Decision, type NewCase, receiveCase } from './commands.ts'
import { caseStream } from './case-events.ts'
import * as decide from './decisions/index.ts'
import { handedIn, people, plan } from './examples.test-data.ts'
import { onCaseClocks } from './expiry.ts'
import { toldCases } from './told-cases.ts'

/*
 * A demo, or what another system handled, is told in memory. Whatever is told has to be what the desks would have
 * recorded, event by event, of the case and of each of its clocks.
 */
const database = await testDatabase()
const scope: Scope = { jurisdiction: '990100', reach: 'jurisdiction', account: 'test' }
const at = (text: string) => Date.parse(`${text}+08:00`)

type Act = readonly [when: string, who: CaseActor, what: Decision]

const accept =
  (who: CaseActor, when: string): Decision =>
  (state) =>
    decide.accept(state, {}, who, at(when))
const step =
  (who: CaseActor, code: string): Decision =>
  (state) =>
    decide.finishStep(state, { step: code, outcome: 'agreed', opinion: '符合条件' }, who)
const SUSPENSION = {
  ground: 'expertReview',
  groundText: { zh: '专家评审', en: 'expert review' },
  document: '评〔2026〕1号',
}

const { clerk, reviewer, fireOfficer, parksOfficer, head, leader } = people
const LIVES: Readonly<Record<string, readonly Act[]>> = {
  'accepted, suspended, extended, decided and delivered': [
    ['2026-09-18T10:00:00', clerk, accept(clerk, '2026-09-18T10:00:00')],
    ['2026-09-21T10:00:00', reviewer, step(reviewer, 'check')],
    [
      '2026-09-28T10:00:00',
      clerk,
      (state) => decide.suspend(state, { ...SUSPENSION, toldAt: at('2026-09-28T10:00:00') }, clerk),
    ],
    ['2026-10-09T16:00:00', clerk, (state) => decide.resume(state, { document: '评审意见' }, clerk)],
    ['2026-10-12T09:00:00', fireOfficer, step(fireOfficer, 'fire')],
    [
      '2026-10-12T15:00:00',
      head,
      (state) => decide.askExtension(state, { by: '5W', reason: '需要论证' }, head),
    ],
    ['2026-10-13T09:00:00', leader, (state) => decide.grantExtension(state, { toldAt: null }, leader)],
    ['2026-10-14T09:00:00', parksOfficer, step(parksOfficer, 'green')],
    [
      '2026-10-14T11:00:00',
      head,
      (state) =>
        decide.decide(state, { outcome: 'granted', reasons: '', basis: '', result: '许可证 1' }, head),
    ],
    [
      '2026-10-16T09:00:00',
      clerk,
      (state) => decide.deliver(state, { way: 'inPerson', proof: '签收' }, clerk, at('2026-10-16T09:00:00')),
    ],
  ],
  'left lying until the law accepts it, the promise is broken and the limit has passed': [
    ['2026-04-30T10:00:00', reviewer, step(reviewer, 'check')],
  ],
}

const given: NewCase = {
  channel: 'counter',
  plan,
  applicant: 'p1',
  applicantMasked: '王**',
  agent: null,
  counter: '3',
  materials: handedIn('form', 'land'),
}
const RECEIVED = '2026-03-02T09:00:00'
const END = '2026-12-01T00:00:00'

/** Papers are numbered in the order in which they are asked for, at the desks and when told. */
function numbering() {
  let last = 0
  return async () => ({ notice: `n${++last}`, number: `测试〔2026〕${last}号` })
}

/** Lets each clock of the case fire at its own instant, as the sweeper does when nothing holds it up. */
async function pass(caseNo: string, until: number, onFired: OnFired): Promise<void> {
  for (;;) {
    const clocks = await database.read(scope, (db) => findClocksOf(db, caseStream(caseNo)))
    const next = Math.min(...clocks.map(({ nextAt }) => nextAt ?? Infinity))
    if (next > until) return
    await sweepClocks(database, scope.jurisdiction, { now: next, onFired })
  }
}

async function lived(received: string, acts: readonly Act[]) {
  const papers = { issue: numbering() }
  const onFired = onCaseClocks(papers)
  const { caseNo } = await database.transaction(scope, (db) =>
    receiveCase(db, given, { actor: clerk, now: at(received), papers }),
  )
  for (const [when, actor, decision] of acts) {
    await pass(caseNo, at(when), onFired)
    await database.transaction(scope, (db) => act(db, caseNo, { actor, now: at(when), papers }, decision))
  }
  await pass(caseNo, at(END), onFired)
  return caseNo
}

async function told(caseNo: string, received: string, acts: readonly Act[]) {
  const issue = numbering()
  const calendars = await database.read(scope, readCalendars)
  const telling = toldCases(calendars, { issue })
  const passing = async (until: number) => {
    for (let next = telling.nextAt(caseNo); next !== null && next <= until; next = telling.nextAt(caseNo))
      await telling.pass(caseNo, next)
  }
  await telling.receive({ ...given, caseNo }, { actor: clerk, at: at(received) })
  for (const [when, actor, decision] of acts) {
    await passing(at(when))
    await telling.act(caseNo, { actor, at: at(when) }, decision)
  }
  await passing(at(END))
  return telling.streamsOf(caseNo)
}

const comparable = ({ type, occurredAt, actor, payload }: NewEvent) =>
  JSON.parse(JSON.stringify({ type, occurredAt, actor, payload })) as object

describe('a case that is told', () => {
  test.each(Object.entries(LIVES))('is the case that was lived: %s', async (_, acts) => {
    const received = acts[0]?.[0].startsWith('2026-09') ? '2026-09-18T09:00:00' : RECEIVED
    const caseNo = await lived(received, acts)
    const streams = await told(caseNo, received, acts)
    expect(streams.length).toBeGreaterThan(4)
    for (const { stream, events } of streams) {
      const stored = await database.read(scope, (db) => readStream(db, stream))
      expect([stream, events.map(comparable)]).toEqual([stream, stored.map(comparable)])
    }
  })

  test('refuses what the desk refuses', async () => {
    const acts: Act[] = [
      ['2026-03-03T09:00:00', people.stranger, accept(people.stranger, '2026-03-03T09:00:00')],
    ]
    await expect(told('260302-000001-0', RECEIVED, acts)).rejects.toMatchObject({ code: 'case.other-unit' })
  })
})
