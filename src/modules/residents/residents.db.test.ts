import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { EVERY_JURISDICTION, raw, sql } from '#kernel/sql.ts'
import { createDemoAccounts, DEMO_JURISDICTION } from '#modules/access/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { openApp } from '#src/app.ts'
import { testDatabase } from '#test/database/index.ts'
import { cookieOf, type Desk, deskOf } from '#test/http/office.ts'
import { deliverWaiting, fileGateway, httpGateway, send } from './index.ts'

const NOON = Date.parse('2026-03-02T12:00:00+08:00')
const MINUTE = 60_000
let now = NOON
const database = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-residents-'))
await createDemoAccounts(database, {
  now: NOON,
  units: [{ id: 'planning', name: '规划局', nameEn: 'Planning' }],
})
const options = { database, dataFolder, version: '0', now: () => now, logLevel: 'silent' }
const app = await openApp({ ...options, demo: true })
afterAll(async () => {
  await app.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const vault = openVault({ dataFolder })
const scope = { jurisdiction: DEMO_JURISDICTION }
const post = (url: string, payload: object) => app.http.inject({ method: 'POST', url, payload })
const ask = (phone: string) => post('/api/resident/codes', { phone })
const enter = (phone: string, code: string) => post('/api/resident/session', { phone, code })

async function resident(phone: string): Promise<Desk> {
  const { demoCode } = (await ask(phone)).json()
  const answer = await enter(phone, demoCode)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return deskOf(app.http, cookieOf(answer), answer.json().csrfToken)
}

const wrongOf = (code: string) => (code === '111111' ? '222222' : '111111')

describe('signing in with a code', () => {
  test('opens a session that may do what is one’s own, and nothing of the office', async () => {
    const asked = await ask('139 8765 4321')
    expect(asked.json()).toMatchObject({ sentTo: '139****4321', validSeconds: 300 })
    const answer = await enter('13987654321', asked.json().demoCode)
    expect(answer.json()).toMatchObject({
      roles: [],
      permissions: ['own.apply', 'registers.own'],
      unit: null,
    })
    const desk = deskOf(app.http, cookieOf(answer), answer.json().csrfToken)
    expect((await desk.get('/api/session')).json().account).toMatch(/^resident\//)
    for (const url of ['/api/cases', '/api/units', '/api/accounts', '/api/audit', '/api/cards'])
      expect([url, (await desk.get(url)).statusCode]).toEqual([url, 403])
    expect((await desk.send('DELETE', '/api/session')).statusCode).toBe(200)
    expect((await desk.get('/api/resident/profile')).statusCode).toBe(401)
  })

  test('the same number is the same person, whenever it comes', async () => {
    const first = (await (await resident('13900000001')).get('/api/session')).json().account
    now += 2 * MINUTE
    expect((await (await resident('+86 139 0000 0001')).get('/api/session')).json().account).toBe(first)
  })

  test('a code is right once, within five minutes, and not after five wrong ones', async () => {
    const phone = '13900000002'
    const code = async () => {
      now += 2 * MINUTE
      return (await ask(phone)).json().demoCode as string
    }
    const refused = { status: 401, code: 'resident.wrong-code' }
    const used = await code()
    expect((await enter(phone, used)).statusCode).toBe(200)
    expect((await enter(phone, used)).json()).toMatchObject(refused)
    const late = await code()
    now += 5 * MINUTE
    expect((await enter(phone, late)).json()).toMatchObject(refused)
    const guessed = await code()
    for (let number = 0; number < 5; number++)
      expect((await enter(phone, wrongOf(guessed))).json()).toMatchObject(refused)
    expect((await enter(phone, guessed)).json()).toMatchObject(refused)
    expect((await enter('13900000003', guessed)).json()).toMatchObject(refused)
  })

  test('a number gets one code a minute, however many ask at once, and a bad number none', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask('13900000004')))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 429, 429, 429, 429, 429])
    const late = answers.find(({ statusCode }) => statusCode === 429)
    expect([late?.json().code, late?.headers['retry-after']]).toEqual(['resident.code-just-sent', '60'])
    expect((await ask('0591-87654321')).json().code).toBe('vault.bad-mobile')
    expect((await ask("1390000'; --")).json().code).toBe('vault.bad-mobile')
  })

  test('outside of the demo the code is in no answer, and in the outbox', async () => {
    const real = await openApp({ ...options, demo: false })
    const asked = await real.http.inject({
      method: 'POST',
      url: '/api/resident/codes',
      payload: { phone: '13900000005' },
    })
    expect(asked.json()).toMatchObject({ sentTo: '139****0005', demoCode: null })
    await real.close()
  })
})

describe('one’s own', () => {
  test('data are read and changed by oneself, and each reading is told', async () => {
    const desk = await resident('13900000006')
    expect((await desk.get('/api/resident/profile')).json()).toEqual({
      kind: 'natural',
      phone: '13900000006',
    })
    const change = { name: '慕容晓寒', documentKind: 'residentId', documentNumber: '11010519491231002x' }
    expect((await desk.send('PUT', '/api/resident/profile', change)).statusCode).toBe(200)
    expect((await desk.get('/api/resident/profile')).json()).toMatchObject({
      name: '慕容晓寒',
      documentNumber: '11010519491231002X',
    })
    const bad = await desk.send('PUT', '/api/resident/profile', { name: '<script>alert(1)</script>' })
    expect(bad.json().code).toBe('vault.bad-name')
    expect((await desk.send('PUT', '/api/resident/profile', { phone: '13900000007' })).statusCode).toBe(400)
  })

  test('drafts come back to whoever wrote them and to nobody else', async () => {
    const [mine, other] = [await resident('13900000008'), await resident('13900000009')]
    const content = { applicant: { name: '慕容晓寒' }, step: 2 }
    const url = '/api/resident/drafts/planning-permit'
    expect((await mine.send('PUT', url, { content: { step: 1 } })).statusCode).toBe(200)
    expect((await mine.send('PUT', url, { content })).statusCode).toBe(200)
    expect((await mine.get(url)).json()).toMatchObject({ item: 'planning-permit', content })
    expect((await mine.get('/api/resident/drafts')).json().rows).toHaveLength(1)
    expect((await other.get('/api/resident/drafts')).json().rows).toEqual([])
    expect((await other.get(url)).json()).toMatchObject({ status: 404, code: 'resident.no-draft' })
    const large = await mine.send('PUT', url, { content: { text: 'x'.repeat(300 * 1024) } })
    expect(large.json()).toMatchObject({ status: 413, code: 'resident.draft-too-large' })
    expect((await mine.send('DELETE', url)).statusCode).toBe(200)
    expect((await mine.send('DELETE', url)).json().code).toBe('resident.no-draft')
  })
})

describe('the outbox', () => {
  const doing = { by: 'li.wei', at: NOON }
  const keep = (phone: string) =>
    database.transaction(scope, (db) => vault.keepPerson(db, { kind: 'natural', phone }, doing))

  test('sends what was committed once, tries again what failed, and never what was rolled back', async () => {
    const to = await keep('13711112222')
    const delivered: string[] = []
    let failing = true
    const gateway = {
      deliver: ({ phone, text }: { phone: string; text: string }) => {
        if (text.startsWith('测试') && failing) return Promise.reject(new Error('the gateway is down'))
        delivered.push(`${phone} ${text}`)
        return Promise.resolve()
      },
    }
    const failures: unknown[] = []
    let at = NOON
    const delivering = { vault, gateway, now: () => at, failed: (error: unknown) => failures.push(error) }
    const elsewhere = { jurisdiction: '990200' }
    const person = await database.transaction(elsewhere, (db) =>
      vault.keepPerson(db, { kind: 'natural', phone: '13711112222' }, doing),
    )
    const tell = (text: string) =>
      database.transaction(elsewhere, (db) => send(db, vault, { to: person, kind: 'progress', text }, NOON))
    await tell('测试：您的申请已受理')
    await database
      .transaction(elsewhere, async (db) => {
        await send(db, vault, { to: person, kind: 'progress', text: '没有发生的事' }, NOON)
        throw new Error('rolled back')
      })
      .catch(() => undefined)
    expect(await deliverWaiting(database, '990200', delivering)).toBe(0)
    expect(failures).toHaveLength(1)
    failing = false
    expect(await deliverWaiting(database, '990200', delivering)).toBe(0)
    at = NOON + MINUTE / 2
    expect(await deliverWaiting(database, '990200', delivering)).toBe(1)
    expect(await deliverWaiting(database, '990200', delivering)).toBe(0)
    expect(delivered).toEqual(['13711112222 测试：您的申请已受理'])
    expect(to).not.toBe(person)
  })

  test('a person forgotten meanwhile is told nothing', async () => {
    const elsewhere = { jurisdiction: '990300' }
    await database.transaction(elsewhere, async (db) => {
      const person = await vault.keepPerson(db, { kind: 'natural', phone: '13711113333' }, doing)
      await send(db, vault, { to: person, kind: 'progress', text: '已受理' }, NOON)
      await vault.forgetPerson(db, person, { reason: '本人书面申请' }, doing)
    })
    const failed = (error: unknown) => {
      throw error
    }
    const gateway = fileGateway(join(dataFolder, 'none.jsonl'))
    expect(await deliverWaiting(database, '990300', { vault, gateway, now: () => NOON, failed })).toBe(0)
  })

  test('a gateway over HTTP gets each message once; an answer that is no yes is tried again after a longer and longer pause', async () => {
    const asked: { key: unknown; token: unknown; body: unknown }[] = []
    let status = 503
    const server = createServer((request, answer) => {
      let text = ''
      request.on('data', (part: Buffer) => (text += part.toString()))
      request.on('end', () => {
        const { authorization, 'idempotency-key': key } = request.headers
        asked.push({ key, token: authorization, body: JSON.parse(text) })
        answer.writeHead(status).end('{"phone":"13711114444"}')
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const gateway = httpGateway({ url: `http://127.0.0.1:${port}/send`, token: 'secret' })
    const failures: unknown[] = []
    let at = NOON
    const delivering = { vault, gateway, now: () => at, failed: (error: unknown) => failures.push(error) }
    await database.transaction({ jurisdiction: '990400' }, async (db) => {
      const to = await vault.keepPerson(db, { kind: 'natural', phone: '13711114444' }, doing)
      await send(db, vault, { to, kind: 'progress', text: '已受理' }, NOON)
    })
    const deliver = () => deliverWaiting(database, '990400', delivering)
    const sent: number[] = []
    for (const seconds of [0, 29, 30, 60, 89]) {
      at = NOON + seconds * 1000
      sent.push(await deliver())
    }
    expect([sent, asked.length]).toEqual([[0, 0, 0, 0, 0], 2])
    expect(String(failures)).not.toContain('13711114444')
    status = 202
    at = NOON + 90_000
    expect([await deliver(), await deliver()]).toEqual([1, 0])
    expect(asked.at(-1)).toMatchObject({
      token: 'Bearer secret',
      body: { phone: '13711114444', kind: 'progress', text: '已受理' },
    })
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1)
    await new Promise((closed) => server.close(closed))
    expect(await deliver()).toBe(0)
  })

  test('the default gateway masks the number', async () => {
    const file = join(dataFolder, 'lines.jsonl')
    await fileGateway(file).deliver({ id: '1', phone: '13711112222', kind: 'progress', text: '已受理' })
    expect(readFileSync(file, 'utf8')).toBe('{"to":"137****2222","kind":"progress","text":"已受理"}\n')
  })
})

test('no table holds a number, a name, a draft or a message of a resident', async () => {
  const system = { jurisdiction: EVERY_JURISDICTION }
  const tables = await database.read(system, (db) =>
    db.rows(
      z.object({ name: z.string() }),
      sql`
      select table_name::text as name
        from information_schema.tables
       where table_schema = 'public'
         and table_type = 'BASE TABLE'
         and table_name <> 'schema_migration'
       limit 500
    `,
    ),
  )
  for (const { name } of tables) {
    const lines = await database.read(system, (db) =>
      db.rows(z.object({ line: z.string() }), sql`select t::text as line from ${raw(name)} t limit 100000`),
    )
    const texts = lines.map(({ line }) => line).join('\n')
    for (const value of [
      '13987654321',
      '1390000000',
      '13711112222',
      '慕容晓寒',
      '11010519491231002',
      '验证码',
      '已受理',
    ])
      expect([name, value, texts.includes(value)]).toEqual([name, value, false])
  }
})
