import { describe, expect, test } from 'vitest'
import type { Db, Scope } from '#kernel/sql.ts'
import { calendarEditions, clockList, findClocksOf, sweepClocks } from '#engines/clocks/stored/index.ts'
import { compareRebuilt, readStream } from '#engines/ledger/index.ts'
import { testDatabase } from '#test/database/index.ts'
import type { CaseActor } from './actor.ts'
import { act, type Acting, type Decision, receiveCase } from './commands.ts'
import { caseStream } from './case-events.ts'
import * as decide from './decisions/index.ts'
import { handedIn, people, plan } from './examples.test-data.ts'
import { onCaseClocks } from './expiry.ts'
import { caseLists } from './lists.ts'
import type { Paper, Papers } from './papers.ts'
import type { CasePlan } from './plan.ts'
import { findFile, findStates } from './store.ts'
import { findWork } from './work-store.ts'

const database = await testDatabase()
const scope: Scope = { jurisdiction: '990100', reach: 'jurisdiction', account: 'test' }
const at = (text: string) => Date.parse(`${text}+08:00`)

const issued: Paper[] = []
const papers: Papers = {
  async issue(_db: Db, paper: Paper) {
    issued.push(paper)
    return { notice: `n${issued.length}`, number: `测试〔2026〕${issued.length}号` }
  },
}

const acting = (actor: CaseActor, now: string, more: Partial<Acting> = {}): Acting => ({
  actor,
  now: at(now),
  papers,
  ...more,
})

async function receive(
  now: string,
  { materials = handedIn('form', 'land'), change = {} as Partial<CasePlan> } = {},
) {
  const given = {
    channel: 'counter' as const,
    plan: { ...plan, ...change },
    applicant: 'p1',
    applicantMasked: '王**',
    agent: null,
    counter: '3',
    materials,
  }
  return database.transaction(scope, (db) => receiveCase(db, given, acting(people.clerk, now)))
}

const does = (caseNo: string, by: Acting, decision: Decision) =>
  database.transaction(scope, (db) => act(db, caseNo, by, decision))
const accept = (caseNo: string, now: string) =>
  does(caseNo, acting(people.clerk, now), (state) => decide.accept(state, {}, people.clerk, at(now)))
const sweep = (now: string) =>
  sweepClocks(database, '990100', { now: at(now), onFired: onCaseClocks(papers) })
const clocks = async (caseNo: string) =>
  Object.fromEntries(
    (await database.read(scope, (db) => findClocksOf(db, caseStream(caseNo)))).map(
      ({ id, status, dueAt }) => [
        id.slice(caseNo.length + 1),
        [status, dueAt === null ? null : new Date(dueAt + 8 * 3_600_000).toISOString().slice(0, 10)],
      ],
    ),
  )
const stateOf = async (caseNo: string) => {
  const [stored] = await database.read(scope, (db) => findStates(db, [caseNo]))
  if (!stored) throw new Error('The case is listed')
  return stored
}

describe('[CASE-07] the clocks of a case', () => {
  test('law and promise run from acceptance; the answer clock stops with it', async () => {
    const { caseNo } = await receive('2026-02-12T09:00:00')
    expect(await clocks(caseNo)).toEqual({ answer: ['open', '2026-02-27'] })
    await accept(caseNo, '2026-02-12T10:00:00')
    expect(await clocks(caseNo)).toEqual({
      answer: ['stopped', '2026-02-27'],
      // 20 working days over Spring Festival 2026 end with 18 March (24:00 is the first instant of the 19th).
      statutory: ['open', '2026-03-19'],
      committed: ['open', '2026-03-05'],
      'step/check': ['open', '2026-02-25'],
    })
  })

  test('a promise in working days never ends after a law’s limit in calendar days, whatever holidays lie between', async () => {
    const { caseNo } = await receive('2026-09-30T09:00:00', {
      change: { statutory: { limit: '7D', rule: 'XK-04' }, committed: '3W', steps: [] },
    })
    await accept(caseNo, '2026-09-30T10:00:00')
    const { statutory, committed } = await clocks(caseNo)
    expect(committed).toEqual(statutory)
  })

  test('a listed ground with its document stops both, and only that', async () => {
    const { caseNo } = await receive('2026-09-18T09:00:00')
    await accept(caseNo, '2026-09-18T10:00:00')
    const suspend = (ground: string, document: string) => (state: Parameters<Decision>[0]) =>
      decide.suspend(
        state,
        { ground, groundText: { zh: '听证', en: 'hearing' }, document, toldAt: null },
        people.head,
      )
    const now = acting(people.head, '2026-09-28T09:00:00')
    await expect(does(caseNo, now, suspend('holiday', '文〔2026〕1号'))).rejects.toMatchObject({
      code: 'suspension.ground-not-listed',
    })
    await expect(does(caseNo, now, suspend('hearing', ' '))).rejects.toMatchObject({
      code: 'suspension.document-missing',
    })
    expect((await clocks(caseNo))['statutory']?.[0]).toBe('open')
    await does(caseNo, now, suspend('hearing', '听告〔2026〕1号'))
    expect((await clocks(caseNo))['statutory']).toEqual(['suspended', null])
    await does(caseNo, acting(people.head, '2026-10-09T09:00:00'), (state) =>
      decide.resume(state, { document: '听结〔2026〕1号' }, people.head),
    )
    expect((await clocks(caseNo))['statutory']).toEqual(['open', '2026-10-30'])
  })

  test('[CASE-10] an extension moves both by what was approved, once', async () => {
    const { caseNo } = await receive('2026-03-02T09:00:00')
    await accept(caseNo, '2026-03-02T10:00:00')
    const ask = (by: string) =>
      does(caseNo, acting(people.head, '2026-03-05T09:00:00'), (state) =>
        decide.askExtension(state, { by, reason: '案情复杂' }, people.head),
      )
    const grant = () =>
      does(caseNo, acting(people.leader, '2026-03-06T09:00:00'), (state) =>
        decide.grantExtension(
          state,
          { toldAt: at('2026-03-06T09:00:00') },
          { ...people.leader, unit: 'government' },
        ),
      )
    await ask('11W')
    await expect(grant()).rejects.toMatchObject({ code: 'extension.too-long' })
    await does(caseNo, acting(people.leader, '2026-03-06T09:00:00'), (state) =>
      decide.refuseExtension(state, { reason: '过长' }, people.leader),
    )
    await ask('5W')
    const before = await clocks(caseNo)
    await grant()
    const after = await clocks(caseNo)
    expect([before['statutory'], after['statutory']]).toEqual([
      ['open', '2026-03-31'],
      ['open', '2026-04-08'],
    ])
    expect([before['committed']?.[1], after['committed']?.[1]]).toEqual(['2026-03-17', '2026-03-24'])
    await ask('1W')
    await expect(grant()).rejects.toMatchObject({ code: 'extension.already-granted' })
  })
})

describe('when a limit runs out', () => {
  test('nobody answered: accepted by law, from the day of receipt, also when the sweep comes a week late', async () => {
    const { caseNo } = await receive('2026-03-02T09:00:00', { materials: handedIn('form') })
    await sweep('2026-03-09T23:59:59')
    expect((await stateOf(caseNo)).state.status).toBe('received')
    await sweep('2026-03-17T08:00:00')
    const { state } = await stateOf(caseNo)
    expect(state.accepted).toMatchObject({ deemed: true, at: at('2026-03-02T09:00:00') })
    const events = await database.read(scope, (db) => readStream(db, caseStream(caseNo)))
    expect(events.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['CaseReceived', at('2026-03-02T09:00:00')],
      ['CaseAccepted', at('2026-03-10T00:00:00')],
      // The promise runs from receipt as well, so the week that nobody looked has used it up.
      ['LimitPassed', at('2026-03-17T00:00:00')],
    ])
    expect((await clocks(caseNo))['statutory']).toEqual(['open', '2026-03-31'])
    await sweep('2026-03-17T08:00:01')
    expect((await stateOf(caseNo)).version).toBe(3)
  })

  test('who got the notice in time is not accepted by silence', async () => {
    const { caseNo } = await receive('2026-03-02T09:00:00', { materials: handedIn('form') })
    await does(caseNo, acting(people.clerk, '2026-03-03T09:00:00'), (state) =>
      decide.notifySupplement(state, { missing: ['land'], orally: false, exception: null }, people.clerk),
    )
    await sweep('2026-04-30T00:00:00')
    expect((await stateOf(caseNo)).state.status).toBe('received')
  })

  test('[CASE-12] only an item that says so is granted by silence; the others are late', async () => {
    const plain = await receive('2026-05-06T09:00:00')
    const eligible = await receive('2026-05-06T09:00:00', {
      change: { deemedApproval: { basis: '某条例 12' } },
    })
    for (const { caseNo } of [plain, eligible]) await accept(caseNo, '2026-05-06T09:30:00')
    await sweep('2026-08-01T00:00:00')
    const [late, granted] = [(await stateOf(plain.caseNo)).state, (await stateOf(eligible.caseNo)).state]
    expect(late.decision).toBeNull()
    expect(late.passed.map(({ limit }) => limit)).toEqual(['committed', 'statutory'])
    expect(granted.decision).toMatchObject({
      outcome: 'granted',
      deemed: true,
      by: 'system/law',
      at: late.passed[1]?.dueAt,
    })
    expect(await clocks(eligible.caseNo)).toMatchObject({
      statutory: ['stopped', expect.any(String)],
      delivery: ['expired', expect.any(String)],
    })
  })
})

test('what nobody may see is not there for them, in lists, work and by number', async () => {
  const { caseNo } = await receive('2026-06-01T09:00:00')
  await accept(caseNo, '2026-06-01T09:30:00')
  const asUnit = (unit: string): Scope => ({ jurisdiction: '990100', reach: 'unit', unit, account: 'x' })
  const seen = (unit: string) => database.read(asUnit(unit), (db) => findFile(db, caseNo))
  const work = (unit: string) =>
    database.read(asUnit(unit), (db) =>
      findWork(db, {
        units: ['planning', 'fire'],
        desks: [],
        onlyMine: false,
        kind: undefined,
        limit: 200,
        offset: 0,
      }),
    )
  expect(await seen('planning')).toMatchObject({ caseNo, applicantMasked: '王**', dueAt: expect.any(Date) })
  expect(await seen('fire')).toBeDefined()
  expect(await seen('market')).toBeUndefined()
  expect((await work('planning')).some((row) => row.caseNo === caseNo)).toBe(true)
  expect(await work('market')).toEqual([])
})

test('two clerks at the same file: one is told that the other was quicker', async () => {
  const { caseNo } = await receive('2026-06-02T09:00:00')
  const tries = ['2026-06-02T09:30:00', '2026-06-02T09:30:01'].map((now) =>
    does(caseNo, acting(people.clerk, now, { expectedVersion: 1 }), (state) =>
      decide.accept(state, {}, people.clerk, at(now)),
    ),
  )
  const results = await Promise.allSettled(tries)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = results.find((one): one is PromiseRejectedResult => one.status === 'rejected')
  expect(['case.after-acceptance', 'ledger.version-conflict']).toContain(
    (refused?.reason as { code: string }).code,
  )
  expect((await stateOf(caseNo)).version).toBe(2)
})

test('every list is made again from the ledger with identical result', async () => {
  const tables = await compareRebuilt(database, '990100', [calendarEditions, clockList, caseLists])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
  expect(tables.map(({ table }) => table)).toContain('case_work')
})
