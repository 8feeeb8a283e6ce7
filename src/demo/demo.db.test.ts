import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { calendarEditions, clockList } from '#engines/clocks/stored/index.ts'
import {
  catchUp,
  compareRebuilt,
  openSealKey,
  readStream,
  sealNew,
  verifyStored,
} from '#engines/ledger/index.ts'
import { caseLists, caseStream, findStates, type LivingCase } from '#modules/cases/index.ts'
import { licenceLists } from '#modules/licences/index.ts'
import { findNoticesAbout, issueNotice, noticeLists } from '#modules/notices/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { followCases, HALL_LOG } from '#modules/supervision/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { allVisible } from '#test/database/all-visible.ts'
import { testDatabase } from '#test/database/index.ts'
import { CITY_SCOPE, cityItems, foundCity } from './city.ts'
import { DEPARTMENTS, HALL_DEPARTMENTS } from './departments.ts'
import { government } from './government.ts'
import { COUNTIES_AND_DISTRICTS } from './places.ts'
import { PLOT_NAMES, plotOf } from './plots.ts'
import { playDay } from './live.ts'
import { JOINT_CASES } from './joint.ts'
import { castOf, loadYear, told } from './year.ts'

const NOW = Date.parse('2026-06-12T10:00:00+08:00')
const now = () => NOW
const ORDINARY = 250

const database = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-city-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
const vault = openVault({ dataFolder })
await foundCity(database, NOW)

const load = (signal?: AbortSignal) =>
  loadYear(database, { vault, now, cases: ORDINARY, ...(signal ? { signal } : {}) })
// Broken off after the first part, as when somebody stops the server while the year is loading.
const stopping = new AbortController()
const stories = await loadYear(database, {
  ...{ vault, now, cases: ORDINARY, signal: stopping.signal },
  progress: () => stopping.abort(),
})
const halfway = await countCases()
await load()
const key = openSealKey({ dataFolder, file: undefined })
await database.transaction(CITY_SCOPE, (db) => sealNew(db, { key, now: NOW }))
await allVisible(database, CITY_SCOPE.jurisdiction)
await catchUp(database, followCases(now), CITY_SCOPE.jurisdiction)
const states = new Map<string, LivingCase>(
  (
    await database.read(CITY_SCOPE, (db) =>
      findStates(
        db,
        stories.map(({ caseNo }) => caseNo),
      ),
    )
  ).map(({ caseNo, state }) => [caseNo, state]),
)

async function countCases(): Promise<number> {
  const rows = await database.read(CITY_SCOPE, (db) =>
    db.rows(z.object({ cases: z.number() }), sql`select count(*) as cases from case_file`),
  )
  return rows[0]?.cases ?? 0
}

const isOver = ({ status }: LivingCase) => ['delivered', 'declined', 'withdrawn'].includes(status)

describe('the demo city', () => {
  test('has the size of a real one: 92 departments, three counties and two districts, 24 departments in the hall', async () => {
    expect(DEPARTMENTS).toHaveLength(92)
    expect(COUNTIES_AND_DISTRICTS).toHaveLength(5)
    expect(COUNTIES_AND_DISTRICTS.filter((id) => id.endsWith('-county'))).toHaveLength(3)
    expect(HALL_DEPARTMENTS).toHaveLength(24)
    const units = government(cityItems())
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
    for (const id of ['customs', 'shuanghe', 'shuanghe-shanghe', 'service-hall', ...COUNTIES_AND_DISTRICTS])
      expect(await database.read(CITY_SCOPE, (db) => findUnit(db, id))).toMatchObject({ id })
  })

  test('has everywhere a holder and a backup, and they are two people', () => {
    const posts = government(cityItems()).flatMap((unit) => unit.posts)
    expect(posts.length).toBeGreaterThan(150)
    for (const { holder, backup } of posts) expect(holder).not.toBe(backup)
  })

  test('knows every ending that a case can have', () => {
    const all = [...states.values()]
    const seen = new Set(all.map(({ status }) => status))
    for (const status of ['accepted', 'decided', 'declined', 'delivered', 'withdrawn'] as const)
      expect(seen).toContain(status)
    const some = (what: (state: LivingCase) => boolean) => expect(all.filter(what).length).toBeGreaterThan(0)
    some(({ decision }) => decision?.outcome === 'denied')
    some(({ decision }) => decision?.deemed === true)
    some(({ accepted }) => accepted?.deemed === true)
    some(({ extension }) => extension?.status === 'granted')
    some(({ supplement }) => supplement !== null)
    some(({ steps }) => steps.some(({ sentBack }) => sentBack > 0))
    some(({ rating }) => rating?.grade === 'verySatisfied')
    some(({ rating }) => rating?.grade === 'dissatisfied')
  })
})

describe('supervision finds in the year', () => {
  const cardsByCase = async () => {
    const rows = await database.read(CITY_SCOPE, (db) =>
      db.rows(
        z.object({ caseId: z.string(), rule: z.string(), level: z.string() }),
        sql`select case_id, rule, level from card_list where log = ${HALL_LOG} limit 10000`,
      ),
    )
    const byCase = new Map<string, string[]>()
    for (const { caseId, rule, level } of rows)
      byCase.set(caseId, [...(byCase.get(caseId) ?? []), `${rule} ${level}`].sort())
    return byCase
  }

  test.each(PLOT_NAMES)('what was planted as %s, exactly', async (name) => {
    const { count, found: expected } = plotOf(name)
    const cards = await cardsByCase()
    const planted = stories.filter(({ plot }) => plot === name)
    expect(planted).toHaveLength(count)
    for (const { caseNo } of planted)
      expect([caseNo, cards.get(caseNo) ?? []]).toEqual([caseNo, [...expected].sort()])
  })

  test('nothing in any other case', async () => {
    const cards = await cardsByCase()
    const ordinary = stories.filter(({ plot }) => plot === undefined)
    expect(ordinary.length).toBeGreaterThan(ORDINARY - 15)
    const found = ordinary.filter(({ caseNo }) => cards.has(caseNo))
    expect(found.map(({ caseNo, plan }) => [caseNo, plan.item, plan.committed, cards.get(caseNo)])).toEqual(
      [],
    )
  })
})

test('loading goes on where it was broken off, and again changes nothing', async () => {
  expect(halfway).toBeGreaterThan(0)
  expect(halfway).toBeLessThan(stories.length)
  const count = await countCases()
  expect(count).toBe(stories.length + JOINT_CASES)
  await foundCity(database, NOW + 86_400_000)
  expect(await load()).toEqual([])
  expect(await countCases()).toBe(count)
})

test('papers are numbered without gaps in the order of their days, and carry no name', async () => {
  const { caseNo } = stories.find(({ plot }) => plot === 'lateYellow') ?? { caseNo: '' }
  const papers = await database.read(CITY_SCOPE, (db) => findNoticesAbout(db, caseStream(caseNo)))
  expect(papers.map(({ kind }) => kind)).toEqual([
    'acceptanceReceipt',
    'visitRecord',
    'decisionGranted',
    'deliveryReceipt',
  ])
  const series = await database.read(CITY_SCOPE, (db) =>
    db.rows(
      z.object({ numbers: z.array(z.number()), last: z.number() }),
      sql`
      select array_agg(substring(l.number from '第([0-9]+)号')::integer order by l.issued_at, l.number) as numbers,
             max(n.last) as last
        from notice_list l
        join notice_number n on n.jurisdiction = l.jurisdiction and n.issuer = l.unit and n.kind = l.kind
                            and n.year = extract(year from l.issued_at at time zone 'Asia/Shanghai')
       group by l.unit, l.kind, extract(year from l.issued_at at time zone 'Asia/Shanghai')
       limit 10000`,
    ),
  )
  expect(series.length).toBeGreaterThan(20)
  for (const { numbers, last } of series) {
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(last).toBe(numbers.length)
  }
})

test('neighbours are heard on paper from the notice of their right to the minutes, and sites are visited by two', async () => {
  const kinds = await database.read(CITY_SCOPE, (db) =>
    db.rows(
      z.object({ kind: z.string(), papers: z.number() }),
      sql`select kind, count(*) as papers from notice_list group by kind limit 100`,
    ),
  )
  const papers = new Map(kinds.map((one) => [one.kind, one.papers]))
  for (const kind of ['hearingRights', 'hearingNotice', 'hearingMinutes', 'visitRecord'])
    expect(papers.get(kind) ?? 0, kind).toBeGreaterThan(0)
})

test('the ledger of the city verifies, and every list is made again from it with identical result', async () => {
  const verified = await database.read(CITY_SCOPE, verifyStored)
  expect(verified.problems).toEqual([])
  const tables = await compareRebuilt(database, CITY_SCOPE.jurisdiction, [
    calendarEditions,
    clockList,
    noticeLists,
    caseLists,
  ])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
})

test('an applicant’s document never stands in the ledger', async () => {
  const [story] = stories
  const events = await database.read(CITY_SCOPE, (db) => readStream(db, caseStream(story?.caseNo ?? '')))
  expect(JSON.stringify(events)).not.toMatch(/99010\d{13}|1990000\d{4}/)
})

/** Eves of long holidays, a Sunday, and a leap day whose holidays nobody has announced yet. */
const FIRST_STARTS = ['2025-09-30', '2026-02-14', '2026-11-22', '2028-02-29']

test.each(FIRST_STARTS)('the year can be told whenever the city is first started: %s', async (start) => {
  const endsAt = Date.parse(`${start}T08:00:00+08:00`)
  const cast = await castOf(database, { endsAt, applicants: [{ person: 'p', masked: '王*' }], cases: 100 })
  const { desk } = await told(cast, {})
  const ended = cast.stories.filter(
    ({ caseNo, startsAt }) => startsAt < endsAt - 90 * 86_400_000 && isOver(desk.state(caseNo)),
  )
  expect(ended.length).toBeGreaterThan(80)
})

test('grants of the year are licences under numbers of their own, and two that were registered end within thirty days', async () => {
  const granted = [...states.values()].filter(({ decision }) => decision?.licence !== undefined)
  expect(granted.length).toBeGreaterThan(20)
  const counted = await database.read(CITY_SCOPE, (db) =>
    db.rows(
      z.object({ granted: z.number(), registered: z.number(), soon: z.number() }),
      sql`
      select count(*) filter (where licence ->> 'caseNo' is not null) as granted,
             count(*) filter (where licence ->> 'caseNo' is null) as registered,
             count(*) filter (where licence ->> 'caseNo' is null
                                and valid_until <= '2026-07-12') as soon
        from licence`,
    ),
  )
  expect(counted).toEqual([{ granted: granted.length, registered: 4, soon: 2 }])
  const tables = await compareRebuilt(database, CITY_SCOPE.jurisdiction, [licenceLists])
  expect(tables.every(({ identical }) => identical)).toBe(true)
})

test('a live day only does what people could do, says all of it, and the ledger still verifies', async () => {
  const before = await countCases()
  const said: string[] = []
  await playDay(database, {
    ...{ vault, papers: { issue: issueNotice }, now: () => NOW + 60_000, seed: 7 },
    ...{ signal: new AbortController().signal, speed: 1e6, acts: 40, say: (line: string) => said.push(line) },
  })
  expect(said).toHaveLength(41)
  expect(said.filter((line) => line.includes('refused'))).toEqual([])
  expect(await countCases()).toBeGreaterThan(before)
  expect((await database.read(CITY_SCOPE, verifyStored)).problems).toEqual([])
})
