import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#kernel/sql.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { route, streamRoute } from '#platform/http/index.ts'
import { exportLogFile } from '#modules/exchange/contract.ts'
import { getCase, listCases } from '#modules/supervision/contract.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import { type Desk, openOffice } from '#test/http/office.ts'
import type { ReadRow } from './contract.ts'
import { DEMO_JURISDICTION, openReadBook } from './index.ts'

const refuse = defineRefusals({ 'test.no-case': { status: 404, zh: '没有这个办件', en: 'No such case' } })

/** Doors of other modules, with nothing behind them. */
const office = await openOffice({
  routes: () => [
    route(listCases, () => ({ rows: [], next: null, total: 0 })),
    route(getCase, () => {
      throw refuse('test.no-case')
    }),
    streamRoute(exportLogFile, () => ({ contentType: 'text/csv', body: (async function* () {})() })),
  ],
})
const WRITTEN_MS = 400
let supervisor: Desk
let auditor: Desk
beforeAll(async () => {
  supervisor = await office.signIn('zhang.min')
  auditor = await office.signIn('wu.san')
})

const readsWhere = async (query: string) => {
  await sleep(WRITTEN_MS)
  return (await auditor.get(`/api/audit/reads?${query}`)).json<{ rows: ReadRow[]; total: number }>()
}

describe('who looks at cases', () => {
  test('is written down with time, filters and purpose, and without the text searched for', async () => {
    const secret = '330106199001011234'
    await supervisor.get(
      `/api/cases?unit=market&late=true&search=${secret}&purpose=${encodeURIComponent('核对群众来信')}`,
    )
    const { rows, total } = await readsWhere('account=zhang.min&kind=listed')
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      account: 'zhang.min',
      roles: ['supervisor'],
      operation: 'listCases',
      filters: { unit: 'market', late: 'true', search: '…(18)' },
      purpose: '核对群众来信',
      outcome: 'answered',
      rowsShown: 0,
      at: new Date(office.now).toISOString(),
    })
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('is written down by case, also when the answer was a refusal', async () => {
    await supervisor.get('/api/cases/demo/2026-001')
    const { rows } = await readsWhere('subject=demo/2026-001')
    expect(rows.map(({ kind, outcome }) => [kind, outcome])).toEqual([['opened', 'test.no-case']])
  })

  test('must be said for an export: without a purpose it is refused, and the attempt stands in the book', async () => {
    const refused = await supervisor.get('/api/logs/demo/export?format=csv')
    expect([refused.statusCode, refused.json().code]).toEqual([428, 'access.purpose-required'])
    const blank = await supervisor.get('/api/logs/demo/export?format=csv&purpose=%20%20')
    expect(blank.json().code).toBe('access.purpose-required')
    const given = await supervisor.get('/api/logs/demo/export?format=csv&purpose=audit%20of%20March')
    expect(given.statusCode).toBe(200)
    const { rows } = await readsWhere('kind=exported')
    expect(rows.map(({ outcome, purpose }) => [outcome, purpose]).sort()).toEqual([
      ['access.purpose-required', null],
      ['access.purpose-required', null],
      ['answered', 'audit of March'],
    ])
  })
})

describe('the book of reads', () => {
  test.each(['zhang.min', 'chen.jie', 'li.wei', 'sun.yi', 'zhou.er'])('is closed to %s', async (account) => {
    const desk = await office.signIn(account)
    expect((await desk.get('/api/audit/reads')).statusCode).toBe(403)
  })

  test('is closed in the database too: others see no row, and nobody changes or removes one', async () => {
    const Count = z.object({ rows: z.number() })
    const seen = (roles: readonly string[]) =>
      office.database.read(
        { jurisdiction: DEMO_JURISDICTION, account: 'x', roles, reach: 'jurisdiction' },
        (db) => db.one(Count, sql`select count(*) as rows from access_read`),
      )
    expect((await seen(['auditAdministrator']))?.rows).toBeGreaterThan(0)
    expect(await seen(['supervisor', 'leader', 'systemAdministrator'])).toEqual({ rows: 0 })
    for (const attempt of [sql`delete from access_read`, sql`update access_read set purpose = 'x'`]) {
      await expect(
        office.database.transaction(
          { jurisdiction: DEMO_JURISDICTION, roles: ['auditAdministrator'] },
          (db) => db.run(attempt),
        ),
      ).rejects.toThrow(/permission denied/)
    }
  })

  test('holds the auditor’s own reading as well, newest first and page by page', async () => {
    await auditor.get('/api/audit')
    const { rows, total } = await readsWhere('account=wu.san&limit=200')
    expect(rows.map(({ operation }) => operation)).toContain('listAudit')
    expect(total).toBe(rows.length)
    const [first] = rows
    const next = (await auditor.get(`/api/audit/reads?account=wu.san&limit=1&after=${first?.read}`)).json()
    expect(next.rows[0].read < (first?.read ?? '')).toBe(true)
  })

  test('keeps what it could not write, and shows nothing of an export until it is written', async () => {
    const down = { ...office.database, transaction: () => Promise.reject(new Error('away')) }
    const faults: unknown[] = []
    const book = openReadBook(down, (error) => faults.push(error))
    const [door] = book.watch([
      streamRoute(exportLogFile, () => ({ contentType: 'text/csv', body: (async function* () {})() })),
    ])
    if (door?.kind !== 'stream') throw new Error('Not a stream')
    const caller = { account: 'a', jurisdiction: DEMO_JURISDICTION, unit: null, roles: [], by: 'token' }
    const call = { caller, params: {}, query: {}, now: office.now, address: '' } as never
    await expect(async () => door.handle(call)).rejects.toMatchObject({ code: 'access.reads-not-recorded' })
    down.transaction = office.database.transaction as never
    await book.close()
    const { rows } = await readsWhere('account=a')
    expect(rows).toHaveLength(1)
  })
})
