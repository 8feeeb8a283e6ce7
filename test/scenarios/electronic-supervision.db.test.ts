import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { supervisionLists } from '#modules/supervision/index.ts'
import type { CardRow, CardView, CaseRow, CaseView, UnitFigures } from '#modules/supervision/contract.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_UNITS, type LogDefinition, registerLog, sweepAll } from '#modules/supervision/index.ts'
import { type Desk, deskOf } from '#test/http/office.ts'
import { DAY, FRIDAY, HOUR, listed, MINUTE, openWatch } from './watch.ts'

/**
 * 电子监察 over HTTP, as its people use it: a department's own system reports, rules raise cards, the unit answers,
 * supervision judges, and nobody alters what happened.
 */
const office = await openWatch()
const signedIn = async () => ({
  supervisor: await office.signIn('zhang.min'),
  officer: await office.signIn('li.wei'),
  head: await office.signIn('wang.fang'),
  leader: await office.signIn('chen.jie'),
})
let people: Awaited<ReturnType<typeof signedIn>>
let system: Desk

/** The planning bureau's own system, with a token that the security administrator gave it. */
beforeAll(async () => {
  people = await signedIn()
  const security = await office.signIn('zhou.er')
  const answer = await security.send('POST', '/api/accounts/planning.system/tokens', {
    title: '审批系统',
    days: 365,
  })
  const { bearer: secret } = answer.json()
  const bearer = deskOf(office.app, '', '')
  const headers = { authorization: `Bearer ${secret}`, cookie: '', 'x-csrf-token': '' }
  system = {
    ...bearer,
    get: (url) => bearer.get(url, headers),
    send: (method, url, body) => bearer.send(method, url, body, headers),
  }
})

let sequence = 0
const event = (
  caseId: string,
  activity: string,
  more: { at?: number; number?: number; id?: string } & Record<string, unknown> = {},
) => {
  const { at = office.now - MINUTE, number = ++sequence, id = `e${number}`, ...rest } = more
  sequence = Math.max(sequence, number)
  const time = new Date(at).toISOString()
  return { id, sequence: number, caseId, activity, at: time, ...rest }
}
const report = (...events: object[]) =>
  system.send('POST', '/api/logs/demo/events', { source: 'planning', events })
const planned = { caseAttributes: { 事项: '建设用地规划许可', 单位: 'planning', 渠道: '政务服务大厅' } }
const caseOf = async (desk: Desk, caseId: string) =>
  (await desk.get(`/api/cases/demo/${caseId}`)).json<CaseView>()
const cardsOf = async (caseId: string) => (await caseOf(people.supervisor, caseId)).cards
const findingsIn = (cards: readonly CardRow[]) => cards.map(({ rule, level }) => `${rule} ${level}`)

const foreignCase = async () =>
  (await listed<CaseRow>(people.supervisor, '/api/cases?unit=market&state=open&limit=1')).rows[0] as CaseRow

test('[ESUP-01] events of a department’s system are under watch at once, and every fault of the reporting shows', async () => {
  const opened = await report(
    event('P-1', '收件', { ...planned, resource: '王' }),
    event('P-1', '受理', { resource: '王' }),
  )
  expect(opened.json()).toEqual({ accepted: 2, repeated: 0, gaps: [] })
  const view = await caseOf(people.supervisor, 'P-1')
  expect(view.row).toMatchObject({ state: 'open', unit: 'planning', lastActivity: '受理', colour: 'quiet' })
  expect(view.clocks.map(({ kind }) => kind)).toEqual(['committed', 'statutory'])

  const again = await report(
    event('P-1', '受理', { number: 2, at: Date.parse(view.timeline[1]?.at ?? ''), resource: '王' }),
  )
  expect(again.json()).toMatchObject({ accepted: 0, repeated: 1 })

  const gap = await report(event('P-1', '审查', { number: 5 }))
  expect(gap.json()).toMatchObject({ accepted: 1, gaps: [{ from: 3, to: 4 }] })
  expect(findingsIn(await cardsOf('P-1'))).toContain('SV-14 yellow')
  const gapCard = (await cardsOf('P-1')).find(({ rule }) => rule === 'SV-14')?.card
  const gapHistory = async () =>
    (await people.supervisor.get(`/api/cards/${gapCard}`)).json<CardView>().history.map(({ type }) => type)
  await report(event('P-1', '审查', { number: 4 }))
  expect(await gapHistory()).toEqual(['CardRaised'])
  await report(event('P-1', '审查', { number: 3 }))
  expect(await gapHistory()).toEqual(['CardRaised', 'CardFactNoted'])

  await report(event('P-1', '现场勘验', { at: office.now - 3 * DAY }))
  expect(findingsIn(await cardsOf('P-1'))).toContain('SV-15 notice')

  const edited = await report(event('P-1', '受理', { number: 2, at: office.now - 5 * HOUR, resource: '王' }))
  expect(edited.json()).toMatchObject({ accepted: 0, repeated: 1 })
  expect(findingsIn(await cardsOf('P-1'))).toContain('SV-15 yellow')
  expect(
    (await caseOf(people.supervisor, 'P-1')).timeline.filter(({ activity }) => activity === '受理'),
  ).toHaveLength(1)
})

test('[ESUP-01] supervision sees all departments on one screen, a unit its own, and every alert has a day to reply by', async () => {
  const unitsOf = async (desk: Desk) =>
    (await desk.get('/api/overview/units?log=demo'))
      .json<{ rows: UnitFigures[] }>()
      .rows.map(({ unit }) => unit)
  expect(await unitsOf(people.supervisor)).toEqual(DEMO_UNITS.map(({ id }) => id).sort())
  expect(await unitsOf(people.officer)).toEqual(['planning'])
  const alerts = (await listed<CardRow>(people.supervisor, '/api/cards?limit=200')).rows
  expect(new Set(alerts.map(({ level }) => level))).toEqual(new Set(['notice', 'yellow', 'red']))
  for (const { replyBy, raisedAt } of alerts) expect(replyBy > raisedAt.slice(0, 10)).toBe(true)
  const refused = await people.officer.get('/api/cases/demo/' + (await foreignCase()).caseId)
  expect(refused.statusCode).toBe(404)
})

test('[ESUP-01] the supervised cannot alter records: not by reporting for others, not by roles, not in the database', async () => {
  const answer = await report(event((await foreignCase()).caseId, '决定'))
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'log.other-unit'])
  sequence--
  const future = await report(event('P-1', '决定', { at: office.now + DAY }))
  expect(future.json().code).toBe('event.instant-in-future')
  sequence--
  expect(
    (
      await people.officer.send('POST', '/api/logs/demo/events', {
        source: 'x',
        events: [event('P-1', '决定')],
      })
    ).statusCode,
  ).toBe(403)
  sequence--

  const [card] = (await listed<CardRow>(people.officer, '/api/cards?limit=1')).rows
  const judged = await people.officer.send('POST', `/api/cards/${card?.card}/judgement`, {
    outcome: 'excused',
    ground: 'systemOutage',
    reason: '自己认定自己',
  })
  expect(judged.statusCode).toBe(403)
  const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
  for (const attempt of [
    sql`update ledger_event set payload = '{}' where stream = 'log/demo/P-1'`,
    sql`delete from ledger_event where stream = 'log/demo/P-1'`,
  ]) {
    await expect(office.database.transaction(scope, (db) => db.run(attempt))).rejects.toThrow(
      /permission denied/,
    )
  }
  const mine = await office.database.read({ ...scope, reach: 'unit', unit: 'planning' }, (db) =>
    db.rows(z.object({ unit: z.string() }), sql`select distinct unit from card_list`),
  )
  expect(mine).toEqual([{ unit: 'planning' }])
})

test('[ESUP-05] a decision off the published procedure, or by someone without the power, raises a finding; one on it raises none', async () => {
  const steps = (caseId: string, ...activities: [string, string][]) =>
    activities.map(([activity, by], place) =>
      event(caseId, activity, {
        ...(place === 0 ? planned : {}),
        at: office.now - (20 - place) * MINUTE,
        resource: by,
      }),
    )
  const [one] = (
    await listed<CaseRow>(people.supervisor, '/api/cases?unit=planning&state=concluded&late=false&limit=1')
  ).rows
  const model = (await caseOf(people.supervisor, one?.caseId ?? '')).timeline
  const decider = model.find(({ activity }) => activity === '决定')?.resource ?? ''
  await report(
    ...steps('P-2', ['收件', '甲'], ['受理', '甲'], ['审查', '乙'], ['复核', '丙'], ['决定', decider]),
  )
  expect(await cardsOf('P-2')).toEqual([])
  await report(...steps('P-3', ['收件', '甲'], ['受理', '甲'], ['审查', '乙'], ['决定', '甲']))
  expect(findingsIn(await cardsOf('P-3'))).toEqual(['SV-06 yellow', 'SV-07 red'])
  const [finding] = await cardsOf('P-3')
  const card = (await people.supervisor.get(`/api/cards/${finding?.card}`)).json<CardView>()
  expect(card.evidence.length).toBeGreaterThan(0)
  expect(card.basis.zh).toContain('行政许可法')
})

test('[CASE-06] a supplement or a return after acceptance raises a card; before acceptance it does not', async () => {
  await report(
    event('P-4', '收件', planned),
    event('P-4', '补正告知'),
    event('P-4', '材料补正'),
    event('P-4', '受理'),
  )
  expect(await cardsOf('P-4')).toEqual([])
  await report(event('P-4', '退件'))
  expect(findingsIn(await cardsOf('P-4'))).toContain('SV-04 yellow')
})

describe('time', () => {
  let before: CaseView

  test('[CASE-07] a limit runs out by itself: warned before, yellow past the promise, red past the law, at the legal instant', async () => {
    await report(event('P-5', '收件', planned), event('P-5', '受理', { resource: '王' }))
    before = await caseOf(people.supervisor, 'P-5')
    const turns: [days: number, colour: string][] = [
      [10, 'soon'],
      [15, 'yellow'],
      [40, 'red'],
    ]
    for (const [days, colour] of turns) {
      office.now = FRIDAY + days * DAY
      await sweepAll(office.database, { now: () => office.now })
      people = await signedIn()
      expect([days, (await caseOf(people.supervisor, 'P-5')).row.colour]).toEqual([days, colour])
    }
    const cards = (await cardsOf('P-5')).filter(({ rule }) => rule === 'SV-01')
    expect(cards.map(({ level, effectiveAt }) => [level, Date.parse(effectiveAt)])).toEqual([
      ['yellow', Date.parse(before.row.committedDueAt ?? '')],
      ['red', Date.parse(before.row.statutoryDueAt ?? '')],
    ])
    await sweepAll(office.database, { now: () => office.now })
    expect((await cardsOf('P-5')).filter(({ rule }) => rule === 'SV-01')).toHaveLength(2)
  })

  test('[CASE-07] stopping the clock without a lawful ground is found, and reopening does not reset it', async () => {
    await report(event('P-6', '收件', planned), event('P-6', '受理'))
    const { clocks } = await caseOf(people.supervisor, 'P-6')
    await report(event('P-6', '中止', { attributes: { 事由: '领导出差', 文书: '内部便条' } }))
    expect(findingsIn(await cardsOf('P-6'))).toEqual(['SV-10 yellow'])
    expect((await caseOf(people.supervisor, 'P-6')).row.state).toBe('suspended')
    await report(event('P-6', '恢复'), event('P-6', '受理'))
    const after = await caseOf(people.supervisor, 'P-6')
    expect(after.clocks.map(({ startedAt }) => startedAt)).toEqual(clocks.map(({ startedAt }) => startedAt))
  })

  test('[CASE-10] an extension counts when approved above and in time; one approved by the unit itself is found', async () => {
    await report(event('P-7', '收件', planned), event('P-7', '受理'))
    const { row } = await caseOf(people.supervisor, 'P-7')
    const extension = (approver: string) => ({
      承办单位: 'planning',
      批准单位: approver,
      告知书: '青延告〔1〕号',
      延长: '5W',
    })
    await report(event('P-7', '延期', { attributes: extension('county-government') }))
    const extended = await caseOf(people.supervisor, 'P-7')
    expect(Date.parse(extended.row.statutoryDueAt ?? '')).toBeGreaterThan(
      Date.parse(row.statutoryDueAt ?? ''),
    )
    expect(extended.cards).toEqual([])
    await report(
      event('P-8', '收件', planned),
      event('P-8', '受理'),
      event('P-8', '延期', { attributes: extension('planning') }),
    )
    expect(findingsIn(await cardsOf('P-8'))).toEqual(['SV-11 yellow'])
  })

  test('[ESUP-06] a case on which nothing is done is found idle', async () => {
    expect(findingsIn(await cardsOf('P-5'))).toContain('SV-13 notice')
    expect(findingsIn(await cardsOf('P-2'))).not.toContain('SV-13 notice')
  })

  test('no answer on acceptance in time opens a finding', async () => {
    await report(event('P-9', '收件', { ...planned, resource: '甲' }))
    expect(await cardsOf('P-9')).toEqual([])
    office.now += 14 * DAY
    await sweepAll(office.database, { now: () => office.now })
    people = await signedIn()
    expect(findingsIn(await cardsOf('P-9'))).toContain('SV-02 yellow')
  })
})

describe('a card', () => {
  const find = async (caseId: string, wanted: string) =>
    (await cardsOf(caseId)).find((card) => `${card.rule} ${card.level}` === wanted) as CardRow
  const text = '因系统故障停机三小时，运维记录附后'

  test('[CASE-11] an overdue case asks the unit for its reason by a date, and supervision judges it just or not', async () => {
    const { card, replyBy } = await find('P-5', 'SV-01 red')
    expect(replyBy > '2026-12-01').toBe(true)
    const tooEarly = await find('P-9', 'SV-02 yellow')
    const judgement = { outcome: 'upheld', reason: '没有正当理由，认定成立' }
    const early = await people.supervisor.send('POST', `/api/cards/${tooEarly.card}/judgement`, judgement)
    expect(early.json().code).toBe('card.reply-time-running')

    const answered = await people.officer.send('POST', `/api/cards/${card}/answer`, { text })
    expect(answered.json<CardView>()).toMatchObject({ status: 'answered', version: 2 })
    const judged = await people.supervisor.send('POST', `/api/cards/${card}/judgement`, judgement)
    expect(judged.json<CardView>()).toMatchObject({ status: 'upheld', version: 3 })
    expect(judged.json<CardView>().history.at(-1)?.text).toContain('移送超时责任追究')
    const more = await people.officer.send('POST', `/api/cards/${card}/answer`, { text })
    expect([more.statusCode, more.json().code]).toEqual([409, 'card.already-judged'])
  })

  test('[CASE-11] the same words on another card are shown as a template, and nobody of the unit judges', async () => {
    const { card } = await find('P-5', 'SV-01 yellow')
    const answered = await people.head.send('POST', `/api/cards/${card}/answer`, { text: ` ${text}！ ` })
    expect(answered.json<CardView>().history.at(-1)?.text).toContain('雷同')
    for (const desk of [people.head, people.officer]) {
      const refused = await desk.send('POST', `/api/cards/${card}/judgement`, {
        outcome: 'excused',
        ground: 'systemOutage',
        reason: '本单位认为有理由',
      })
      expect(refused.statusCode).toBe(403)
    }
  })

  test('is not overwritten by someone who saw an older version', async () => {
    const { card, version } = await find('P-5', 'SV-01 yellow')
    const stale = { 'if-match': `"${version - 1}"` }
    const refused = await people.supervisor.send(
      'POST',
      `/api/cards/${card}/withdrawal`,
      { reason: '举牌有误，予以撤销' },
      stale,
    )
    expect(refused.statusCode).toBe(412)
  })

  test('stays when a late report explains the finding away, and says so; supervision withdraws it on the record', async () => {
    const { card } = await find('P-9', 'SV-02 yellow')
    await report(event('P-9', '受理', { at: office.now - 13 * DAY }))
    const view = (await people.supervisor.get(`/api/cards/${card}`)).json<CardView>()
    expect(view).toMatchObject({ status: 'raised', version: 2 })
    expect(view.history.at(-1)?.type).toBe('CardFactNoted')
    const withdrawn = await people.supervisor.send('POST', `/api/cards/${card}/withdrawal`, {
      reason: '补报材料证明已按期受理',
    })
    expect(withdrawn.json<CardView>()).toMatchObject({ status: 'withdrawn' })
    expect((await cardsOf('P-9')).map((one) => one.card)).toContain(card)
    await report(event('P-9', '审查'))
    expect((await find('P-9', 'SV-02 yellow')).status).toBe('withdrawn')
  })
})

describe('later on', () => {
  test('[ESUP-09] no acceptance, no decision and no delivery within the limit open findings against a named person of a unit', async () => {
    const decided = ['收件', '受理', '审查', '复核', '决定']
    await report(
      ...decided.map((activity, place) =>
        event('P-10', activity, {
          ...(place === 0 ? planned : {}),
          at: office.now - (20 - place) * MINUTE,
          resource: place === 3 ? '丙' : '乙',
        }),
      ),
    )
    office.now += 28 * DAY
    await sweepAll(office.database, { now: () => office.now })
    people = await signedIn()
    const persons = async (caseId: string) => {
      const cards = await Promise.all(
        (await cardsOf(caseId)).map(async ({ card }) =>
          (await people.supervisor.get(`/api/cards/${card}`)).json<CardView>(),
        ),
      )
      return cards.map(({ rule, level, unit, person }) => [`${rule} ${level}`, unit, person])
    }
    const findings = [...(await persons('P-5')), ...(await persons('P-9')), ...(await persons('P-10'))]
    expect(findings).toContainEqual(['SV-02 yellow', 'planning', '甲'])
    expect(findings).toContainEqual(['SV-01 red', 'planning', '王'])
    expect(findings).toContainEqual(['SV-12 yellow', 'planning', '乙'])
  })

  test('[ESUP-09] inaction is not closed as no longer needed without the applicant’s own word', async () => {
    await report(event('P-11', '收件', { ...planned, resource: '甲' }))
    office.now += 14 * DAY
    await sweepAll(office.database, { now: () => office.now })
    people = await signedIn()
    await report(event('P-11', '撤回', { resource: '甲' }))
    const finding = (await cardsOf('P-11')).find(({ rule }) => rule === 'SV-02')
    const reason = '申请人不再需要，已经撤回'
    const excuse = (more: object) =>
      people.supervisor.send('POST', `/api/cards/${finding?.card}/judgement`, {
        outcome: 'excused',
        ground: 'systemOutage',
        reason,
        ...more,
      })
    const refused = await excuse({})
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'card.applicant-word-needed'])
    const dropped = await people.supervisor.send('POST', `/api/cards/${finding?.card}/withdrawal`, { reason })
    expect(dropped.json().code).toBe('card.applicant-word-needed')
    const excused = await excuse({ applicantWord: '2026年12月22日书面撤回申请，卷内第3页' })
    expect(excused.json<CardView>().status).toBe('excused')
    expect(excused.json<CardView>().history.at(-1)?.text).toContain('卷内第3页')
  })

  test('[CASE-07] each step of a reported log has its share of the limit, seen by officer, heads and supervision; a reopened case is found and keeps its clocks', async () => {
    const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
    await office.database.transaction(scope, (db) =>
      registerLog(db, withSteps, { now: office.now, calendar: chinaCalendar(), actor: 'test' }),
    )
    const told = (...events: object[]) =>
      system.send('POST', '/api/logs/steps/events', { source: 'steps', events })
    let number = 0
    const step = (activity: string, at: number) => ({
      id: `s${++number}`,
      sequence: number,
      caseId: 'S-1',
      activity,
      at: new Date(at).toISOString(),
      caseAttributes: { 单位: 'planning' },
    })
    await told(step('受理', office.now - 2 * MINUTE), step('审查', office.now - MINUTE))
    const seen = async (desk: Desk) => (await desk.get('/api/cases/steps/S-1')).json<CaseView>()
    const shares = ({ clocks }: CaseView) => clocks.map(({ kind, limit }) => `${kind} ${limit}`)
    for (const desk of [people.officer, people.head, people.leader, people.supervisor])
      expect(shares(await seen(desk))).toEqual(['committed 8W', 'statutory 20W', 'step 3W', 'step 4W'])
    const started = (await seen(people.supervisor)).clocks.map(({ startedAt }) => startedAt)

    office.now += 2 * DAY
    people = await signedIn()
    await told(step('决定', office.now - 2 * MINUTE), step('受理', office.now - MINUTE))
    const reopened = await seen(people.supervisor)
    expect(findingsIn(reopened.cards)).toContain('SV-05 yellow')
    expect(reopened.clocks.map(({ startedAt }) => startedAt).slice(0, 2)).toEqual(started.slice(0, 2))
  })
})

const withSteps: LogDefinition = {
  log: 'steps',
  title: '按环节分配时限的日志',
  source: 'reported',
  order: 'arrival',
  live: true,
  profile: {
    meanings: { 受理: 'accepted', 审查: 'step', 复核: 'step', 决定: 'decided' },
    case: { unit: '单位' },
    limits: [
      { name: '承诺', kind: 'committed', from: 'accepted', length: '8W' },
      { name: '法定', kind: 'statutory', from: 'accepted', length: '20W' },
      { name: '审查环节', kind: 'other', from: 'accepted', until: '审查', length: '3W' },
      { name: '复核环节', kind: 'other', from: '审查', until: '决定', length: '4W' },
    ],
    path: ['受理', '审查', { optional: ['复核'] }, '决定'],
  },
}

test('a rebuild from the ledger gives the identical lists after all this', async () => {
  const tables = await compareRebuilt(office.database, DEMO_JURISDICTION, [supervisionLists])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
})
