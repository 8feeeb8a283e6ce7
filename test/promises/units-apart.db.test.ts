import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '#kernel/endpoint.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import {
  createDemoAccounts,
  DEMO_JURISDICTION,
  DEMO_PASSWORD,
  foundJurisdiction,
} from '#modules/access/index.ts'
import { DEMO_UNITS, loadDemo } from '#modules/supervision/index.ts'
import { openApp } from '#src/app.ts'
import { testDatabase } from '../database/index.ts'
import { type Desk, enter } from '../http/office.ts'
import { allEndpoints } from './endpoints.ts'

const NOW = Date.parse('2026-11-20T10:00:00+08:00')
const OWN = 'planning'

const database = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-apart-'))
await createDemoAccounts(database, { now: NOW, units: DEMO_UNITS })
await database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
  loadDemo(db, { now: NOW, calendar: chinaCalendar() }),
)
const app = await openApp({
  database,
  dataFolder,
  version: '0',
  now: () => NOW,
  demo: true,
  logLevel: 'silent',
})
afterAll(async () => {
  await app.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const signIn = (account: string, password = DEMO_PASSWORD, jurisdiction = DEMO_JURISDICTION) =>
  enter(app.http, { account, password, jurisdiction })

const endpoints = await allEndpoints()
const supervisor = await signIn('zhang.min')
const officer = await signIn('li.wei')

interface Row {
  readonly unit: string | null
  readonly log: string
  readonly caseId: string
  readonly card: string
}
interface Page {
  readonly rows: Row[]
  readonly total: number
}
const page = async (desk: Desk, url: string) => (await desk.get(url)).json<Page>()

test('every endpoint that a contract says is served, and no other', async () => {
  const document = (await app.http.inject('/api/openapi.json')).json()
  const served = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId))
    .sort()
  expect(served).toEqual(endpoints.map(({ name }) => name).sort())
})

test('metrics tell of requests, the pool, the ledger and the clocks', async () => {
  const { body } = await app.http.inject('/metrics')
  expect(Number(/^ledger_position (\d+)/m.exec(body)?.[1])).toBeGreaterThan(1000)
  expect(body).toMatch(/^clocks_due \d+/m)
  expect(body).toMatch(/^database_waiting 0/m)
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds')
})

const unitIds: ReadonlySet<string> = new Set(DEMO_UNITS.map(({ id }) => id))

/** Every unit named anywhere in an answer; the `unit` of a figure is another thing. */
function unitsIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => unitsIn(one))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => unitsIn(inner, name))
  return key === 'unit' && typeof value === 'string' && unitIds.has(value) ? [value] : []
}

const fixed: Record<string, string> = { log: 'demo', year: '2026', rule: 'SV-01', unit: OWN }
const fill = ({ path }: Endpoint) => path.replace(/\{(\w+)\}/g, (_, name: string) => fixed[name] ?? 'none')

/** The list of units is public knowledge inside a government, published guides everywhere; neither is about cases. */
const reads = endpoints.filter(
  ({ method, kind, name }) =>
    method === 'GET' &&
    (kind ?? 'json') === 'json' &&
    !['listUnits', 'getUnit', 'listJurisdictions'].includes(name) &&
    !['listItems', 'listThemes', 'getGuide', 'listItemVersions', 'getItemVersion'].includes(name),
)

describe('an officer of one unit', () => {
  test.each(reads.map((endpoint) => ({ endpoint, name: endpoint.name })))(
    'finds no row of another unit in the answer of $name',
    async ({ endpoint }) => {
      for (const query of ['', '?unit=market', '?search=-', '?log=demo', '?limit=200']) {
        const answer = await officer.get(`${fill(endpoint)}${query}`)
        expect(answer.statusCode).toBeLessThan(500)
        if (answer.statusCode !== 200) continue
        expect([...new Set(unitsIn(answer.json()))].filter((unit) => unit !== OWN)).toEqual([])
      }
    },
  )

  test.each(['/api/cases', '/api/cards'])(
    'counts in %s only what is his, and supervision counts all',
    async (url) => {
      const [mine, all] = [
        await page(officer, `${url}?limit=200`),
        await page(supervisor, `${url}?limit=200`),
      ]
      expect(mine.total).toBeGreaterThan(0)
      expect(mine.total).toBeLessThan(all.total)
      expect((await page(supervisor, `${url}?unit=${OWN}`)).total).toBe(mine.total)
      expect((await page(officer, `${url}?unit=market`)).total).toBe(0)
    },
  )

  test('is told of a case and a card of another unit that there is none, whatever is tried', async () => {
    const [foreignCase] = (await page(supervisor, '/api/cases?unit=market&state=open')).rows
    const [foreignCard] = (await page(supervisor, '/api/cards?unit=market')).rows
    const caseUrl = `/api/cases/${foreignCase?.log}/${encodeURIComponent(foreignCase?.caseId ?? '')}`
    expect((await supervisor.get(caseUrl)).statusCode).toBe(200)
    expect((await officer.get(caseUrl)).statusCode).toBe(404)
    const clock = (await supervisor.get(caseUrl)).json().clocks[0]?.clock as string
    const clockUrl = `/api/clocks/${encodeURIComponent(clock)}/explanation`
    expect([clock, (await supervisor.get(clockUrl)).statusCode]).toEqual([clock, 200])
    expect((await officer.get(clockUrl)).statusCode).toBe(404)
    const cardUrl = `/api/cards/${foreignCard?.card}`
    expect((await supervisor.get(cardUrl)).statusCode).toBe(200)
    expect((await officer.get(cardUrl)).statusCode).toBe(404)
    const answered = await officer.send('POST', `${cardUrl}/answer`, { text: '我单位情况说明如下' })
    expect(answered.statusCode).toBe(404)
    expect((await supervisor.get(cardUrl)).json().status).toBe('raised')
  })

  test('exports nothing and reads no feed', async () => {
    expect((await officer.get('/api/logs/demo/export?format=csv')).statusCode).toBe(403)
    expect((await officer.get('/api/feed')).statusCode).toBe(403)
  })
})

test('a supervisor of another government finds nothing in any answer', async () => {
  const person = (account: string) => ({ account, name: account, password: 'change-me-soon' })
  const neighbour = {
    id: '990200',
    name: '白湖县',
    nameEn: 'Baihu County',
    level: 'county',
    parent: null,
  } as const
  const first = {
    systemAdministrator: person('its.system'),
    securityAdministrator: person('its.security'),
    auditAdministrator: person('its.audit'),
  }
  await foundJurisdiction(database, neighbour, first, NOW)
  const own = async (account: string) => {
    const desk = await signIn(account, 'change-me-soon', neighbour.id)
    await desk.send('POST', '/api/session/password', {
      current: 'change-me-soon',
      next: `${account}-own-one`,
    })
    return signIn(account, `${account}-own-one`, neighbour.id)
  }
  const [system, security] = [await own('its.system'), await own('its.security')]
  await system.send('POST', '/api/accounts', { ...person('its.supervisor'), unit: null })
  await security.send('PUT', '/api/accounts/its.supervisor/roles', { roles: ['supervisor'] })
  const stranger = await own('its.supervisor')
  const [someCase] = (await page(supervisor, '/api/cases')).rows
  const [someCard] = (await page(supervisor, '/api/cards')).rows
  for (const url of [
    `/api/cases/demo/${encodeURIComponent(someCase?.caseId ?? '')}`,
    `/api/cards/${someCard?.card}`,
  ])
    expect((await stranger.get(url)).statusCode).toBe(404)
  for (const endpoint of reads.filter(({ path }) => !path.includes('{'))) {
    const answer = await stranger.get(endpoint.path)
    expect([endpoint.name, answer.statusCode < 500]).toEqual([endpoint.name, true])
    expect(unitsIn(answer.json())).toEqual([])
    if (answer.statusCode === 200) expect(answer.body).not.toContain('"log":"demo"')
  }
  expect((await stranger.get('/api/logs/demo/export?format=csv&purpose=look')).statusCode).toBe(404)
})
