import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { DEMO_PASSWORD } from '#modules/access/index.ts'
import { loadItems } from '#modules/catalogue/index.ts'
import { readHistories } from '#modules/exchange/index.ts'
import { openFinding } from '#modules/findings/index.ts'
import { addUnit } from '#modules/organisation/index.ts'
import { loadDemo } from '#modules/supervision/index.ts'
import { unzip } from '#platform/archive/index.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { verifyCommand } from '../../src/cli/verify.ts'
import { applicant, chinaTime, paper } from './hall.ts'
import { jointItem } from './joint-items.ts'
import { openRegisters } from './registers.ts'
import { HALL_SCOPE } from './whole-hall.ts'

/** Supervision beside audit, personnel, finance and legal: what they send each other, rule together, and can prove. */
const START = '2026-03-02T09:00:00'
const office = await openRegisters(START)
const { enter, take, see } = office
const [HEAD, SUPERVISOR, SECOND, LEADER] = [
  'wang.fang',
  'zhang.min',
  'second.supervisor',
  'chen.jie',
] as const
const BODIES = ['legal', 'audit', 'personnel', 'finance'] as const
const HEADED = [...BODIES, 'fire', 'water'] as const
const members = BODIES.map((body) => ({ body, account: `${body}.head` }))

beforeAll(async () => {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const at = chinaTime(START)
  await office.database.transaction(HALL_SCOPE, async (db) => {
    for (const body of HEADED) {
      await addUnit(
        db,
        { id: body, name: body, nameEn: body, kind: 'department', parent: null },
        { by: 'demo', at },
      )
      const person = { account: `${body}.head`, name: body, unit: body, role: 'unitHead' } as const
      await addAccount(db, person, { passwordHash, mustChange: false, by: 'demo', at })
    }
    const loading = { draftedBy: HEAD, publishedBy: SUPERVISOR, at, from: day('2026-01-01') }
    await loadItems(db, [{ item: 'joint', unit: 'planning', content: jointItem }], loading)
    await loadDemo(db, { now: at, calendar: chinaCalendar() })
  })
}, 120_000)

const get = async (account: string, url: string) => (await office.as(account)).get(url)
const send = async (account: string, url: string, body: object) =>
  (await office.as(account)).send('POST', url, body)
const finding = (fact: string, severity: 'ordinary' | 'grave', on: string) =>
  office.database.transaction(HALL_SCOPE, (db) =>
    openFinding(
      db,
      {
        ...{
          source: 'audit',
          sourceId: `register/${fact}`,
          unit: 'planning',
          conduct: 'overLimit',
          kind: 'time',
        },
        ...{ severity, fact, happenedOn: day(on), evidence: [{ text: fact }] },
      },
      { actor: SUPERVISOR, now: chinaTime(START) },
    ),
  )

test('[ESUP-16] a joint conference has its bodies, an agenda drawn from open findings and rulings with owner and day; one not held in the period and rulings not carried out show, and the next one opens with them', async () => {
  await finding('上半年收费未上缴', 'ordinary', '2026-02-02')
  await finding('六件许可超期未办', 'grave', '2026-02-03')
  const calling = { members, on: '2026-03-02' }
  expect((await send(HEAD, '/api/conferences', calling)).statusCode).toBe(403)
  const withoutAudit = { ...calling, members: members.filter(({ body }) => body !== 'audit') }
  expect((await send(SUPERVISOR, '/api/conferences', withoutAudit)).json().code).toBe(
    'conference.body-missing',
  )
  const called = (await send(SUPERVISOR, '/api/conferences', calling)).json()
  expect(called.agenda.map(({ text, why }: { text: string; why: string }) => [text, why])).toEqual([
    ['六件许可超期未办', 'grave'],
    ['上半年收费未上缴', 'open'],
  ])

  const ruling = {
    text: '三月底前清理超期许可',
    unit: 'planning',
    owner: HEAD,
    dueOn: '2026-03-31',
    finding: null,
  }
  const held = {
    ...{ on: '2026-03-02', present: members.map(({ account }) => account), minutes: '听取汇报，议定一项' },
    ...{ carried: [], rulings: [ruling] },
  }
  const minutes = `/api/conferences/${called.conference}/minutes`
  const absent = { ...held, present: held.present.slice(1) }
  expect((await send(SUPERVISOR, minutes, absent)).json().code).toBe('conference.body-absent')
  expect((await send(SUPERVISOR, minutes, held)).statusCode).toBe(200)
  expect((await get('market.head', '/api/conference-rulings')).json().rows).toEqual([])
  expect((await get(HEAD, '/api/conference-rulings')).json().rows).toMatchObject([
    { text: ruling.text, overdue: false },
  ])

  await office.pass('2026-07-06T09:00:00')
  const overview = (await get(LEADER, '/api/conferences')).json()
  expect(overview.periods.map(({ missed }: { missed: boolean }) => missed)).toEqual([false, true, false])
  expect(overview.overdueRulings).toBe(1)
  expect((await get(LEADER, '/api/conference-rulings?state=overdue')).json().rows).toHaveLength(1)

  const next = (await send(SUPERVISOR, '/api/conferences', { members, on: '2026-07-06' })).json()
  expect(next.agenda[0]).toMatchObject({ kind: 'ruling', conference: called.conference, text: ruling.text })
  const again = { ...held, on: '2026-07-06', rulings: [] }
  const nextMinutes = `/api/conferences/${next.conference}/minutes`
  expect((await send(SUPERVISOR, nextMinutes, again)).json().code).toBe('conference.carried-unanswered')
  const carried = { conference: called.conference, number: 1, text: '已清理', dueOn: null }
  const asDone = { ...again, carried: [{ ...carried, outcome: 'carriedOut' }] }
  expect((await send(SUPERVISOR, nextMinutes, asDone)).json().code).toBe('conference.not-reported')
  const goesOn = { ...again, carried: [{ ...carried, outcome: 'continued', dueOn: '2026-07-31' }] }
  expect((await send(SUPERVISOR, nextMinutes, goesOn)).statusCode).toBe(200)

  const task = `/api/conferences/${called.conference}/rulings/1`
  expect((await send('market.head', `${task}/report`, { text: '与我局无关' })).statusCode).toBe(404)
  await send(HEAD, `${task}/report`, { text: '六件均已办结' })
  const confirmed = await send(SECOND, `${task}/judgement`, { carriedOut: true, text: '核实属实' })
  expect(confirmed.json()).toMatchObject({ status: 'carriedOut', overdue: false, dueOn: '2026-07-31' })
})

test('[ESUP-17] what supervision, audit and personnel send each other is signed for and its result comes back; a transfer without receipt and a clue that vanishes show', async () => {
  const given = {
    ...{
      way: 'transferred',
      kind: 'clue',
      number: '监转〔2026〕3号',
      sender: 'supervision',
      receiver: 'audit',
    },
    what: '收费收入未上缴财政的线索',
  }
  const sent = await enter(SUPERVISOR, 'copy-transfer', given)
  const of = ['copy-transfer', sent.entry] as const
  expect((await take('personnel.head', of, 'receive')).code).toBe('register.no-such-entry')
  expect((await take('audit.head', of, 'note')).code).toBe('register.copy-transfer.a-copy')
  const forgotten = await enter(SUPERVISOR, 'copy-transfer', { ...given, number: '监转〔2026〕4号' })
  expect(await take('audit.head', of, 'receive')).toMatchObject({ state: 'received', flags: [] })

  await office.pass('2026-09-21T09:00:00')
  expect((await see(SUPERVISOR, 'copy-transfer', forgotten.entry)).flags).toContain('never-signed-for')
  expect((await see(SUPERVISOR, ...of)).flags).toContain('vanished')
  const outcome = { result: 'recovered', outcome: '追缴36万元' }
  expect((await take('audit.head', of, 'answer', outcome)).code).toBe('register.copy-transfer.on-paper')
  const answered = await take('audit.head', of, 'answer', { ...outcome, document: '审决〔2026〕8号' })
  expect(answered.state).toBe('answered')
  expect(await take(SUPERVISOR, of, 'confirm')).toMatchObject({ state: 'closed' })
})

test('[ESUP-20] a recommendation has addressee, content, day to reply by, acceptance and result; unanswered ones and those "accepted" with no change show', async () => {
  const given = {
    ...{ addressee: 'planning', number: '监建〔2026〕5号', replyBy: '2026-10-20' },
    ...{ facts: '六件规划许可在补正环节超期', asks: '核对并重新公布材料清单' },
  }
  const issued = await enter(SUPERVISOR, 'supervision-recommendation', given)
  const of = ['supervision-recommendation', issued.entry] as const
  const ignored = await enter(SUPERVISOR, 'supervision-recommendation', {
    ...given,
    number: '监建〔2026〕6号',
  })
  expect((await take('market.head', of, 'reply', {})).code).toBe('register.no-such-entry')
  await take(HEAD, of, 'reply', { acceptance: 'accepted', reply: '接受建议，尽快整改' })
  const closing = await take(SUPERVISOR, of, 'agree', { verdict: '同意了结' })
  expect(closing.code).toBe('register.supervision-recommendation.was-refused')

  await office.pass('2026-12-28T09:00:00')
  expect((await see(LEADER, 'supervision-recommendation', ignored.entry)).flags).toContain('ignored')
  expect((await see(LEADER, ...of)).flags).toContain('accepted-without-change')
  const changed = await take(HEAD, of, 'report-change', { change: '清单减为八项', proof: '事项版本4' })
  expect(changed).toMatchObject({ state: 'changed', flags: [] })
  expect((await take(HEAD, of, 'verify', { verdict: '已改' })).code).toBe('register.not-yours')
  expect(await take(SECOND, of, 'verify', { verdict: '抽查五件属实' })).toMatchObject({ state: 'verified' })
})

test('[ESUP-01] a department’s system that leaves numbers out, tells things late, tells them otherwise or falls silent is a finding that somebody must answer, once a month', async () => {
  const security = await office.as('zhou.er')
  const issued = await security.send('POST', '/api/accounts/planning.system/tokens', {
    title: '审批系统',
    days: 365,
  })
  const { bearer } = issued.json()
  const report = (...events: object[]) =>
    office.http.inject({
      ...{ method: 'POST', url: '/api/logs/planning-log/events', payload: { source: 'planning-oa', events } },
      headers: { authorization: `Bearer ${bearer}` },
    })
  const event = (sequence: number, at: string) => ({
    ...{ id: `e${sequence}`, sequence, caseId: `P-${sequence}`, activity: '收件', at: `${at}+08:00` },
    caseAttributes: { unit: 'planning' },
  })
  await report(event(1, '2026-12-28T08:00:00'), event(4, '2026-12-28T08:10:00'))
  await report(event(5, '2026-12-26T08:00:00'))
  await report({ ...event(4, '2026-12-27T08:10:00'), activity: '受理' })
  const { rows } = (await get(SUPERVISOR, '/api/efficiency/boards/sources')).json()
  const ours = rows.find(({ source }: { source: string }) => source === 'planning-oa')
  expect(ours).toMatchObject({ missing: 2, late: 1, edited: 1 })
  expect(ours.flags.map(({ code }: { code: string }) => code)).toEqual([
    'lostReports',
    'lateSource',
    'editedSource',
  ])
  const check = () => send(SUPERVISOR, '/api/efficiency/boards/sources/check', {})
  expect((await send(HEAD, '/api/efficiency/boards/sources/check', {})).statusCode).toBe(403)
  expect((await check()).json().findings).toBe(2)
  expect((await check()).json().findings).toBe(0)
  const found = (await get(HEAD, '/api/findings?source=ingest')).json().rows
  expect(found.map(({ conduct }: { conduct: string | { code: string } }) => conduct)).toHaveLength(2)
  await office.pass('2027-01-25T09:00:00')
  expect((await check()).json().findings).toBe(2)
})

test('joint cases leave as OCEL 2.0 with their branches, materials, opinions and decisions, and come back with the same counts', async () => {
  const said = async (account: string, url: string, body: object) => {
    const answer = await send(account, url, body)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json()
  }
  const { file } = await said('li.wei', '/api/files', {
    ...{ item: 'joint', channel: 'counter', counter: null, applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  await said(HEAD, `/api/files/${file.caseNo}/steps`, { step: 'review', outcome: 'agreed', opinion: '' })
  for (const branch of ['fire', 'market', 'water'])
    await said(`${branch}.head`, `/api/joint/${file.caseNo}/opinions`, { branch, result: 'agree' })
  const answer = await get(SUPERVISOR, '/api/exchange/joint-cases?purpose=research')
  expect((await get(HEAD, '/api/exchange/joint-cases?purpose=research')).statusCode).toBe(403)
  const log = answer.json()
  const ofType = (type: string) => log.objects.filter((one: { type: string }) => one.type === type)
  expect(['case', 'branch', 'material', 'opinion'].map((type) => ofType(type).length)).toEqual([1, 3, 2, 3])
  const touching = (type: string) => {
    const ids = new Set(ofType(type).map(({ id }: { id: string }) => id))
    const links = log.events.flatMap(({ relationships }: { relationships: { objectId: string }[] }) =>
      relationships.filter(({ objectId }) => ids.has(objectId)),
    )
    return {
      cases: new Set(links.map(({ objectId }: { objectId: string }) => objectId)).size,
      events: links.length,
    }
  }
  for (const objectType of ['case', 'branch', 'opinion', 'material']) {
    const source = { stream: Readable.from([answer.rawPayload]), name: 'joint.ocel.json' }
    const { histories, rejected } = await readHistories(source, { columns: { objectType } })
    const { caseCount: cases, eventCount: events } = histories
    expect({ objectType, cases, events, rejected }).toEqual({
      objectType,
      ...touching(objectType),
      rejected: [],
    })
  }
})

async function verify(bytes: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'given.zip'), bytes)
  const stdout = new PassThrough()
  const code = await verifyCommand(['given.zip'], {
    ...{ stdout, stderr: new PassThrough(), cwd: folder, environment: {}, isTerminal: false, now: () => 0 },
    signal: new AbortController().signal,
  })
  return { code, said: String(stdout.read() ?? '') }
}

test('a card leaves with its case as a bundle that is accepted offline and refused after one byte; each export says why and stands in the access log', async () => {
  const { rows } = (await get(SUPERVISOR, '/api/cards?unit=planning&limit=1')).json()
  const url = `/api/evidence/card/${rows[0].card}`
  expect((await get(SUPERVISOR, url)).json().code).toBe('access.purpose-required')
  expect((await get('li.wei', `${url}?purpose=appeal`)).statusCode).toBe(403)
  expect((await get('market.head', `${url}?purpose=appeal`)).json().code).toBe('card.not-found')
  const answer = await get(SUPERVISOR, `${url}?purpose=${encodeURIComponent('移送审计机关')}`)
  expect(answer.statusCode).toBe(200)
  const bundle = answer.rawPayload
  const manifest = JSON.parse(Buffer.from(unzip(bundle).entries[0]?.bytes ?? []).toString())
  const { log, caseId } = rows[0]
  expect(manifest.streams.map(({ stream }: { stream: string }) => stream)).toEqual([
    `card/${rows[0].card}`,
    `log/${log}/${caseId}`,
  ])
  expect(await verify(bundle)).toMatchObject({
    code: 0,
    said: expect.stringContaining('nothing was altered'),
  })
  const changed = Buffer.from(bundle)
  const middle = changed.length >> 1
  changed[middle] = (changed[middle] as number) ^ 1
  expect((await verify(changed)).code).toBe(1)

  const audit = (await get('wu.san', '/api/audit/reads?kind=exported')).json().rows
  const ours = (await get(HEAD, '/api/findings?source=audit')).json().rows[0]
  const own = (await get(HEAD, `/api/evidence/finding/${ours.finding}?purpose=review`)).rawPayload
  expect((await verify(own)).code).toBe(0)
  const covert = await office.database.transaction(HALL_SCOPE, (db) =>
    openFinding(
      db,
      {
        ...{
          source: 'visit',
          sourceId: 'visit/covert-1',
          unit: 'planning',
          conduct: 'absence',
          sealed: true,
        },
        ...{ fact: '上班时间窗口无人', happenedOn: day('2026-12-28') },
      },
      { actor: SECOND, now: chinaTime('2026-12-28T10:00:00') },
    ),
  )
  const sealed = `/api/evidence/finding/${covert.finding}?purpose=review`
  expect((await get(HEAD, sealed)).json().code).toBe('finding.not-found')
  // Nor does supervision that was not told of the round; whoever entered it has it.
  expect((await get(SUPERVISOR, sealed)).json().code).toBe('finding.not-found')
  expect((await get(SECOND, sealed)).statusCode).toBe(200)
  const subject = `card/${rows[0].card}`
  const exports = audit.filter((row: { subject: string; outcome: string }) => row.subject === subject)
  expect(exports.find(({ outcome }: { outcome: string }) => outcome === 'answered')).toMatchObject({
    account: SUPERVISOR,
    purpose: '移送审计机关',
  })
  expect((await get(SUPERVISOR, '/api/audit/reads')).statusCode).toBe(403)
})

test('a separate auditor sees who looked at how much and what stands out, nobody else does, and no content of a file is in it', async () => {
  const { rows } = (await get(SUPERVISOR, '/api/cards?limit=120')).json()
  for (const { card } of rows) await get(SECOND, `/api/cards/${card}`)
  for (const { card } of rows.slice(0, 25)) await get('market.head', `/api/cards/${card}`)
  await new Promise((written) => setTimeout(written, 400))
  const readers = (await get('wu.san', '/api/audit/readers')).json().rows
  const of = (account: string) => readers.find((one: { account: string }) => one.account === account)
  expect(of(SECOND)).toMatchObject({ opened: rows.length, notHandled: rows.length, flags: ['manyUnhandled'] })
  expect(of('market.head').flags).toContain('manyRefused')
  for (const account of [SUPERVISOR, LEADER, HEAD, 'sun.yi', 'zhou.er'])
    expect((await get(account, '/api/audit/readers')).statusCode).toBe(403)
  expect(JSON.stringify(readers)).not.toContain(rows[0].card)
  expect((await get('wu.san', `/api/cards/${rows[0].card}`)).statusCode).toBe(403)
})
