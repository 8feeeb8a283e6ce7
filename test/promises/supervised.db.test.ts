import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { EVERY_JURISDICTION, raw, sql } from '#kernel/sql.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { FindingRow, FindingView } from '#modules/findings/contract.ts'
import { loadDemo } from '#modules/supervision/index.ts'
import type { CardRow } from '#modules/supervision/contract.ts'
import { testDatabase } from '#test/database/index.ts'
import type { Desk } from '#test/http/office.ts'
import { furnish, openWholeHall } from '../scenarios/whole-hall.ts'
import { allEndpoints } from './endpoints.ts'

/**
 * What the supervised cannot do, tried over every endpoint that findings and cards have: weaken, remove or even learn of
 * what is sealed.
 */
const NOW = Date.parse('2026-11-20T12:00:00+08:00')
const database = await testDatabase()
await furnish(database, NOW)
await database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
  loadDemo(db, { now: NOW, calendar: chinaCalendar() }),
)
const hall = await openWholeHall(database, () => NOW)
const endpoints = await allEndpoints()

/** Told of in protection, and found on a covert round: neither stands anywhere for those it is about. */
const REPORTER = '东方不存在'
const TOLD = '索要雪松牌购物卡'
const COVERT = '暗访所见玄武湖'

let desks: Record<'officer' | 'head' | 'other' | 'supervisor' | 'leader', Desk>
let sealed: string
const findings: string[] = []
let cards: string[] = []

beforeAll(async () => {
  desks = {
    officer: await hall.signIn('li.wei'),
    head: await hall.signIn('wang.fang'),
    other: await hall.signIn('zhao.market'),
    supervisor: await hall.signIn('zhang.min'),
    leader: await hall.signIn('chen.jie'),
  }
  const open = async (body: object) => {
    const given = { source: 'inquiry', unit: 'planning', conduct: 'delay', happenedOn: '2026-11-02', ...body }
    const answer = await desks.supervisor.send('POST', '/api/findings', given)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json<FindingView>().finding
  }
  for (const matter of ['A1', 'A2', 'A3'])
    findings.push(await open({ matter, sourceId: `inquiry/${matter}`, fact: '三个环节均无办理记录' }))
  const covert = { matter: 'A1', fact: COVERT, sealed: true, source: 'visit', sourceId: 'visit/secret' }
  sealed = await open({ ...covert, conduct: 'absence' })
  // A covert source beside an open one of the same fact.
  await open({ ...covert, sourceId: 'visit/secret-2' })
  const payload = { unit: 'planning', text: TOLD, name: REPORTER, phone: '13911112222' }
  const told = await hall.http.inject({ method: 'POST', url: '/api/reports', payload })
  if (told.statusCode !== 200) throw new Error(told.body)
  const rows = (await desks.supervisor.get('/api/cards?unit=planning&log=demo&limit=4')).json<{
    rows: CardRow[]
  }>()
  cards = rows.rows.map(({ card }) => card)
})

/** As supervision sees them: what must not get less by anything the supervised do. */
async function standing() {
  const views = await Promise.all(
    [...findings, sealed].map(async (finding) =>
      (await desks.supervisor.get(`/api/findings/${finding}`)).json<FindingView>(),
    ),
  )
  const found = views.map(({ finding, severity, told, disposition, sealed: hidden, fact, version }) => ({
    ...{ finding, severity, disposition, sealed: hidden, fact },
    sources: told.filter(({ withdrawn }) => withdrawn === null).map(({ sourceId }) => sourceId),
    version: version > 0,
  }))
  const shown = await Promise.all(
    cards.map(async (card) => (await desks.supervisor.get(`/api/cards/${card}`)).json<CardRow>()),
  )
  const { total } = (await desks.supervisor.get('/api/cards?status=standing')).json<{ total: number }>()
  return { found, cards: shown.map(({ card, level, rule, unit }) => ({ card, level, rule, unit })), total }
}

const statuses = async () => {
  const { rows } = (await desks.supervisor.get('/api/findings?limit=200')).json<{ rows: FindingRow[] }>()
  return rows.map(({ status }) => status)
}

const ABOUT = /^\/api\/(findings|finding-|cards|objections|guidance|badge-talks|recusals|protected-reports)/
const doors = () =>
  endpoints.filter(({ path, kind }) => ABOUT.test(path) && kind !== 'events' && kind !== 'upload')

const THEIRS: ReadonlySet<string> = new Set(['findings.answer', 'cards.answer', 'badges.talk'])

/** One body that fits every door, of which each is given what it names. */
const body = fc.record({
  text: fc.constantFrom('当时人手不足，已补办', '该问题不存在，应予撤销'),
  reason: fc.constantFrom('恶意差评，予以删除', '情有可原，不予追究'),
  grounds: fc.constantFrom('停机公告在案', '不应计入时限'),
  outcome: fc.constantFrom('upheld', 'excused', 'kept', 'withdrawn', 'lifted', 'misunderstanding'),
  disposition: fc.constantFrom('noFault', 'educated', 'exempt', 'rectify', 'transfer'),
  ground: fc.constantFrom('forceMajeure', 'objected'),
  relation: fc.constantFrom(null, 'kin'),
  kind: fc.constantFrom('kin', 'served'),
  note: fc.constant('没有需要说明的'),
  what: fc.constant('已经当面道歉'),
  on: fc.constant('2026-11-19'),
  proof: fc.constant('谈话记录一份'),
  answer: fc.constant('经核实是一场误会'),
  purpose: fc.constant('看看是谁举报的'),
  severity: fc.constantFrom('light', 'ordinary'),
  source: fc.constant('selfCheck'),
  sourceId: fc.constantFrom('inquiry/A1', 'selfCheck/1'),
  unit: fc.constantFrom('planning', 'market'),
  conduct: fc.constantFrom('delay', 'absence'),
  fact: fc.constant('自查没有发现问题'),
  happenedOn: fc.constant('2026-11-02'),
  from: fc.constant('2020-01-01'),
  to: fc.constant(null),
  result: fc.constant('查无此事，予以了结'),
  reference: fc.constant('自查报告'),
  receipt: fc.constant('收到'),
  matter: fc.constantFrom('A1', 'A9'),
  code: fc.constant('ABCDEFGH'),
  agrees: fc.constant(true),
})
const step = fc.record({
  who: fc.constantFrom('officer', 'head', 'other' as const),
  door: fc.nat(),
  /** Half of the time what is open to them; else anything at all. */
  theirs: fc.boolean(),
  subject: fc.nat(),
  body,
})

const fitting = ({ body: shape }: Endpoint, given: Readonly<Record<string, unknown>>): object =>
  shape instanceof z.ZodObject
    ? Object.fromEntries(Object.entries(given).filter(([name]) => name in shape.shape))
    : {}

const fill = ({ path }: Endpoint, subject: number): string => {
  const of = (ids: readonly string[]) => ids[subject % ids.length] ?? ''
  return path
    .replace('{finding}', of([...findings, sealed]))
    .replace('{card}', of(cards))
    .replace('{account}', 'zhang.min')
    .replace(/\{[^}]+\}/g, 'x')
}

describe('whoever is supervised', () => {
  test('removes and weakens no finding and no card, by whatever sequence of commands', async () => {
    const before = await standing()
    expect([before.found.length, before.cards.length]).toEqual([4, 4])
    let answered = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
        for (const { who, door, theirs, subject, body: payload } of steps) {
          const all = theirs ? doors().filter(({ guard }) => THEIRS.has(guard)) : doors()
          const endpoint = all[door % all.length] as Endpoint
          const url = fill(endpoint, subject)
          const answer =
            endpoint.method === 'GET'
              ? await desks[who].get(url)
              : await desks[who].send(endpoint.method as 'POST', url, fitting(endpoint, payload))
          expect([url, answer.statusCode < 500]).toEqual([url, true])
          if (answer.statusCode === 200 && endpoint.method !== 'GET') answered += 1
          expect(answer.body).not.toContain(COVERT)
          // Asked for by its number it is not there; a refusal repeats what was asked.
          if (url.includes(sealed)) expect([400, 403, 404]).toContain(answer.statusCode)
          else expect(answer.body).not.toContain(sealed)
        }
        expect(await standing()).toEqual(before)
        expect(new Set(await statuses())).not.toContain('disposed')
        expect(new Set(await statuses())).not.toContain('withdrawn')
      }),
      { numRuns: 10, seed: 20261120, endOnFailure: true },
    )
    // Something was done: they may answer.
    expect(answered).toBeGreaterThan(2)
  }, 120_000)
})

describe('what is sealed', () => {
  const lists = () =>
    endpoints.filter(({ method, kind }) => method === 'GET' && kind !== 'events' && kind !== 'upload')
  const asked = (endpoint: Endpoint, more: string) =>
    `${endpoint.path
      .replace('{log}', 'demo')
      .replace('{unit}', 'planning')
      .replace(/\{[^}]+\}/g, 'x')}${more}`

  test('stands in no answer, search, export or feed for the unit, and of a report in none for its line', async () => {
    const search = `?search=${encodeURIComponent('雪松')}&purpose=${encodeURIComponent('核对数据')}`
    const looks = [
      ['officer', '', [COVERT, TOLD, REPORTER, sealed]],
      ['head', search, [COVERT, TOLD, REPORTER, sealed]],
      ['leader', search, [TOLD, REPORTER]],
      ['supervisor', '', [TOLD, REPORTER]],
    ] as const
    for (const endpoint of lists())
      for (const [who, more, planted] of looks) {
        const { body: text } = await desks[who].get(asked(endpoint, more))
        const found = planted.filter((value) => text.includes(value))
        expect([who, endpoint.path, found]).toEqual([who, endpoint.path, []])
      }
  }, 120_000)

  test('of a protected report no table holds a word, not even the ledger', async () => {
    const system = { jurisdiction: EVERY_JURISDICTION }
    const Name = z.object({ name: z.string() })
    const tables = await database.read(system, (db) =>
      db.rows(
        Name,
        sql`
        select table_name::text as name
          from information_schema.tables
         where table_schema = 'public'
           and table_type = 'BASE TABLE'
           and table_name <> 'schema_migration'
         order by table_name
         limit 500`,
      ),
    )
    expect(tables.length).toBeGreaterThan(10)
    for (const { name } of tables)
      for (const value of [TOLD, REPORTER]) {
        const hits = await database.read(system, (db) =>
          db.one(
            z.object({ hits: z.number() }),
            sql`select count(*)::integer as hits from ${raw(name)} t where t::text like ${`%${value}%`}`,
          ),
        )
        expect([name, hits?.hits]).toEqual([name, 0])
      }
  })
})
