import { describe, expect, test } from 'vitest'
import { sql } from '#kernel/sql.ts'
import { z } from 'zod'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { organisationLists } from '#modules/organisation/index.ts'
import { cookieOf, deskOf, NOON, openOffice } from '#test/http/office.ts'
import { accessLists, createDemoAccounts, DEMO_JURISDICTION, DEMO_PASSWORD } from './index.ts'

const office = await openOffice()
const { app, database } = office
const scope = { jurisdiction: DEMO_JURISDICTION }
const MINUTE = 60_000

interface Page {
  rows: { account: string }[]
  next: string | null
  total: number
}

const knock = (account: string, password: string, more: object = {}) =>
  app.inject({ method: 'POST', url: '/api/session', payload: { account, password, ...more } })

describe('signing in', () => {
  test('a good password opens a session whose cookie no script and no other site gets', async () => {
    const answer = await knock('zhang.min', DEMO_PASSWORD)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      account: 'zhang.min',
      jurisdictionName: '青禾县',
      roles: ['supervisor'],
    })
    expect(answer.json().permissions).toContain('cards.judge')
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^xiaoneng_session=990100\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    )
  })

  test('only a hash of the cookie is in the database', async () => {
    const { cookie } = await office.signIn('zhang.min')
    const secret = cookie.split('.')[1] ?? ''
    const rows = await database.read(scope, (db) =>
      db.rows(z.object({ line: z.string() }), sql`select to_jsonb(s)::text as line from access_session s`),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ line }) => line.includes(secret))).toBe(false)
  })

  test.each([
    { why: 'a wrong password', account: 'chen.jie', password: 'not-the-password' },
    { why: 'an unknown account', account: 'nobody.here', password: 'not-the-password' },
    { why: 'SQL in the account', account: "x' or '1'='1", password: 'not-the-password' },
    { why: 'SQL that would drop a table', account: "'; drop table access_account; --", password: 'x' },
    { why: 'a wildcard', account: '%', password: DEMO_PASSWORD },
  ])('$why gets the same answer as any other', async ({ account, password }) => {
    const answer = await knock(account, password)
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'access.wrong-credentials'])
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test.each(['*', 'elsewhere', '', '990100; set role postgres'])(
    'the jurisdiction "%s" is not one of ours',
    async (jurisdiction) => {
      const answer = await knock('zhang.min', DEMO_PASSWORD, { jurisdiction })
      expect(answer.statusCode).toBe(400)
    },
  )

  test('an unknown account costs as much work to refuse as a known one', async () => {
    const work = async (account: string) => {
      const before = process.cpuUsage()
      await knock(account, 'wrong-password')
      const used = process.cpuUsage(before)
      return used.user + used.system
    }
    const [known, unknown]: number[][] = [[], []]
    for (let number = 0; number < 3; number++) {
      known?.push(await work('wu.san'))
      unknown?.push(await work(`ghost.${number}`))
    }
    // Without a hash to compare, refusing would be a twentieth of the work.
    expect(Math.min(...(unknown ?? []))).toBeGreaterThan(Math.min(...(known ?? [])) / 4)
  })

  test('a session that was planted before signing in does not become the signed-in one', async () => {
    const planted = `xiaoneng_session=${DEMO_JURISDICTION}.${'x'.repeat(43)}`
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { cookie: planted },
      payload: { account: 'li.wei', password: DEMO_PASSWORD },
    })
    expect(cookieOf(answer)).not.toBe(planted)
    expect((await deskOf(app, planted, 'any').get('/api/session')).statusCode).toBe(401)
  })

  test('a page of another site cannot sign anybody in', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { origin: 'https://evil.example' },
      payload: { account: 'li.wei', password: DEMO_PASSWORD },
    })
    expect(answer.json().code).toBe('http.foreign-origin')
  })
})

describe('a session ends', () => {
  test('when one signs out, at once', async () => {
    const desk = await office.signIn('li.wei')
    expect((await desk.get('/api/session')).statusCode).toBe(200)
    const out = await desk.send('DELETE', '/api/session')
    expect(out.statusCode).toBe(200)
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0')
    expect((await desk.get('/api/session')).json().code).toBe('access.session-ended')
  })

  test('when one signs in elsewhere, at once', async () => {
    const here = await office.signIn('li.wei')
    expect((await here.get('/api/session')).statusCode).toBe(200)
    await office.signIn('li.wei')
    const answer = await here.get('/api/session')
    expect(answer.json()).toMatchObject({ status: 401, code: 'access.session-ended' })
    expect(answer.json().detail).toContain('已填写的内容不会丢失')
  })

  test('after half an hour of doing nothing, but not while one works', async () => {
    const desk = await office.signIn('li.wei')
    for (let minutes = 20; minutes <= 80; minutes += 20) {
      office.now = NOON + minutes * MINUTE
      expect((await desk.get('/api/session')).statusCode).toBe(200)
    }
    office.now += 31 * MINUTE
    expect((await desk.get('/api/session')).json().code).toBe('access.session-ended')
    office.now = NOON
  })

  test('after twelve hours even while one works', async () => {
    const desk = await office.signIn('li.wei')
    for (let minutes = 0; minutes < 12 * 60; minutes += 25) {
      office.now = NOON + minutes * MINUTE
      expect((await desk.get('/api/session')).statusCode).toBe(200)
    }
    office.now = NOON + 12 * 60 * MINUTE
    expect((await desk.get('/api/session')).statusCode).toBe(401)
    office.now = NOON
  })

  test('when the account is suspended or its roles change, at once', async () => {
    const [system, security] = [await office.signIn('sun.yi'), await office.signIn('zhou.er')]
    const desk = await office.signIn('chen.jie')
    expect((await desk.get('/api/units')).statusCode).toBe(200)
    expect(
      (await system.send('PUT', '/api/accounts/chen.jie/status', { status: 'suspended' })).statusCode,
    ).toBe(200)
    expect((await desk.get('/api/units')).statusCode).toBe(401)
    expect((await knock('chen.jie', DEMO_PASSWORD)).json().code).toBe('access.suspended')
    await system.send('PUT', '/api/accounts/chen.jie/status', { status: 'active' })
    const again = await office.signIn('chen.jie')
    expect((await again.get('/api/units')).statusCode).toBe(200)
    expect((await security.send('PUT', '/api/accounts/chen.jie/roles', { roles: [] })).statusCode).toBe(200)
    expect((await again.get('/api/units')).statusCode).toBe(401)
    await security.send('PUT', '/api/accounts/chen.jie/roles', { roles: ['leader'] })
  })
})

describe('guessing', () => {
  test('five wrong passwords rest the account, known or not, and a right one does not help until the rest is over', async () => {
    for (const account of ['wang.fang', 'ghost']) {
      for (let number = 1; number <= 4; number++)
        expect((await knock(account, `guess-number-${number}`)).json().code).toBe('access.wrong-credentials')
      const fifth = await knock(account, 'guess-number-5')
      expect(fifth.json()).toMatchObject({ status: 429, code: 'access.locked', details: { minutes: 1 } })
      expect(fifth.headers['retry-after']).toBe('60')
      expect((await knock(account, DEMO_PASSWORD)).json().code).toBe('access.locked')
    }
    office.now = NOON + 61_000
    expect((await knock('wang.fang', DEMO_PASSWORD)).statusCode).toBe(200)
    expect((await knock('wang.fang', 'wrong-again-1')).json().code).toBe('access.wrong-credentials')
    office.now = NOON
  })

  test('a hundred guesses at once are no more than five', async () => {
    office.now = NOON + 60 * MINUTE
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) => knock('wu.san', `many-guesses-${number}`)),
    )
    const codes = answers.map((answer) => answer.json().code)
    expect(codes.filter((code) => code === 'access.wrong-credentials').length).toBeLessThanOrEqual(4)
    expect(codes.filter((code) => code === 'access.locked').length).toBeGreaterThanOrEqual(36)
    office.now = NOON
  })
})

describe('accounts', () => {
  test('a new account can do nothing until somebody else has granted it a role', async () => {
    const [system, security] = [await office.signIn('sun.yi'), await office.signIn('zhou.er')]
    const created = await system.send('POST', '/api/accounts', {
      account: 'he.xin',
      name: '何新',
      unit: 'market',
      password: 'first-password',
    })
    expect(created.json()).toMatchObject({ account: 'he.xin', roles: [], status: 'active' })
    const first = await office.signIn('he.xin', 'first-password')
    expect((await first.get('/api/session')).json()).toMatchObject({
      mustChangePassword: true,
      permissions: [],
    })
    const refused = await system.send('PUT', '/api/accounts/he.xin/roles', { roles: ['officer'] })
    expect(refused.statusCode).toBe(403)
    await security.send('PUT', '/api/accounts/he.xin/roles', { roles: ['officer'] })

    const second = await office.signIn('he.xin', 'first-password')
    expect((await second.get('/api/units')).json().code).toBe('access.must-change-password')
    const change = (current: string, next: string) =>
      second.send('POST', '/api/session/password', { current, next })
    expect((await change('wrong-password', 'another-one-please')).json().code).toBe(
      'access.wrong-credentials',
    )
    expect((await change('first-password', 'first-password')).json().code).toBe('access.same-password')
    expect((await change('first-password', '1234567890')).json().code).toBe('access.weak-password')
    const changed = await change('first-password', 'another-one-please')
    expect(changed.statusCode).toBe(200)
    expect((await second.get('/api/session')).statusCode).toBe(401)
    const third = deskOf(app, cookieOf(changed), '')
    expect((await third.get('/api/units')).statusCode).toBe(200)
    expect((await knock('he.xin', 'first-password')).statusCode).toBe(401)
  })

  test.each([
    { roles: ['systemAdministrator', 'securityAdministrator'], code: 'access.administrators-apart' },
    { roles: ['auditAdministrator', 'supervisor'], code: 'access.administrators-apart' },
    { roles: ['supervisor', 'officer'], code: 'access.watcher-and-watched' },
    { roles: ['reportingSystem', 'officer'], code: 'access.system-is-no-person' },
    { roles: ['nobody'], code: 'http.invalid' },
  ])('$roles together are refused: $code', async ({ roles, code }) => {
    const security = await office.signIn('zhou.er')
    const answer = await security.send('PUT', '/api/accounts/li.wei/roles', { roles })
    expect(answer.json().code).toBe(code)
  })

  test('nobody grants himself anything, suspends himself, or grants what does not exist', async () => {
    const [system, security] = [await office.signIn('sun.yi'), await office.signIn('zhou.er')]
    const self = await security.send('PUT', '/api/accounts/zhou.er/roles', { roles: ['supervisor'] })
    expect(self.json().code).toBe('access.own-account')
    const stop = await system.send('PUT', '/api/accounts/sun.yi/status', { status: 'suspended' })
    expect(stop.json().code).toBe('access.own-account')
    const ghost = await security.send('PUT', '/api/accounts/ghost/roles', { roles: ['supervisor'] })
    expect(ghost.json().code).toBe('access.no-such-account')
    const officer = await security.send('PUT', '/api/accounts/wu.san/roles', { roles: ['officer'] })
    expect(officer.json().code).toBe('access.unit-needed')
  })

  test.each([
    { why: 'taken', body: { account: 'li.wei' }, code: 'access.account-exists' },
    {
      why: 'its own name as password',
      body: { account: 'liang.xiaoming', password: 'Liang.XiaoMing' },
      code: 'access.weak-password',
    },
    { why: 'a common password', body: { password: 'P@ssw0rd123' }, code: 'access.weak-password' },
    { why: 'one sign ten times', body: { password: 'aaaaaaaaaaaa' }, code: 'access.weak-password' },
    { why: 'short', body: { password: 'short' }, code: 'http.invalid' },
    { why: 'a unit there is not', body: { unit: 'nowhere' }, code: 'organisation.no-such-unit' },
    { why: 'a name with SQL', body: { account: "x'; --" }, code: 'http.invalid' },
  ])('a new account is refused: $why', async ({ body, code }) => {
    const system = await office.signIn('sun.yi')
    const given = { account: 'new.one', name: '新', unit: null, password: 'a-good-password', ...body }
    expect((await system.send('POST', '/api/accounts', given)).json().code).toBe(code)
  })

  test('a name with a script is kept as it was written and is only ever data', async () => {
    const system = await office.signIn('sun.yi')
    const name = '<script>alert(1)</script>\'"; drop table'
    const answer = await system.send('POST', '/api/accounts', {
      account: 'odd.name',
      name,
      unit: null,
      password: 'a-good-password',
    })
    expect(answer.json().name).toBe(name)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  test('the same key creates once, and its stored answer is said to be one', async () => {
    const system = await office.signIn('sun.yi')
    const body = { account: 'once.only', name: '一次', unit: null, password: 'a-good-password' }
    const create = (more: object = {}) =>
      system.send('POST', '/api/accounts', { ...body, ...more }, { 'idempotency-key': 'key-1' })
    const first = await create()
    const second = await create()
    expect(second.json()).toEqual(first.json())
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ])
    expect((await create({ name: '二次' })).json()).toMatchObject({ status: 422, code: 'ledger.key-reused' })
    const other = await office.signIn('zhou.er')
    const foreign = await other.send(
      'PUT',
      '/api/accounts/once.only/roles',
      { roles: [] },
      { 'idempotency-key': 'key-1' },
    )
    expect(foreign.statusCode).toBe(200)
  })

  test('the list comes in pages', async () => {
    const system = await office.signIn('sun.yi')
    const names: string[] = []
    let after: string | null = ''
    let total = 0
    while (after !== null) {
      const page: Page = (await system.get(`/api/accounts?limit=3&after=${after}`)).json()
      names.push(...page.rows.map(({ account }) => account))
      after = page.next
      total = page.total
    }
    expect(names).toHaveLength(total)
    expect(names).toEqual([...new Set(names)].sort())
  })
})

describe('tokens of reporting systems', () => {
  test('are issued to systems only, shown once, reach as far as their unit, and end when revoked or suspended', async () => {
    const [system, security] = [await office.signIn('sun.yi'), await office.signIn('zhou.er')]
    const person = await security.send('POST', '/api/accounts/li.wei/tokens', { title: 'x', days: 5 })
    expect(person.json().code).toBe('access.not-a-system')
    const issued = await security.send('POST', '/api/accounts/planning.system/tokens', {
      title: '审批系统',
      days: 5,
    })
    const { bearer, token } = issued.json()
    expect(bearer).toMatch(/^990100\.[\w-]{43}$/)
    const asSystem = () => app.inject({ url: '/api/session', headers: { authorization: `Bearer ${bearer}` } })
    expect((await asSystem()).json()).toMatchObject({
      account: 'planning.system',
      permissions: ['events.report'],
    })
    expect((await security.get('/api/accounts/planning.system/tokens')).body).not.toContain(bearer)

    await system.send('PUT', '/api/accounts/planning.system/status', { status: 'suspended' })
    expect((await asSystem()).json().code).toBe('access.bad-token')
    await system.send('PUT', '/api/accounts/planning.system/status', { status: 'active' })
    expect((await asSystem()).statusCode).toBe(200)

    office.now = NOON + 6 * 24 * 60 * MINUTE
    expect((await asSystem()).json().code).toBe('access.bad-token')
    office.now = NOON
    expect((await asSystem()).statusCode).toBe(200)
    const left = await security.send('DELETE', `/api/accounts/planning.system/tokens/${token}`)
    expect(left.json().rows).toEqual([])
    expect((await asSystem()).json().code).toBe('access.bad-token')
    const twice = await security.send('DELETE', `/api/accounts/planning.system/tokens/${token}`)
    expect(twice.json().code).toBe('access.no-such-token')
  })

  test.each(['*.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', "990100'.x", `990100.${'y'.repeat(43)}`])(
    'the token %s was not made here',
    async (token) => {
      const answer = await app.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } })
      expect(answer.json().code).toBe('access.bad-token')
    },
  )
})

test('the audit shows who did what to accounts and who signed in, newest first, without a password or a token', async () => {
  office.now = NOON + 24 * 60 * MINUTE
  const audit = await office.signIn('wu.san')
  const page = (await audit.get('/api/audit?limit=200')).json()
  const types = new Set(page.rows.map(({ type }: { type: string }) => type))
  for (const type of [
    'AccountCreated',
    'RolesSet',
    'SignedIn',
    'SignInFailed',
    'AccountSuspended',
    'TokenIssued',
    'PasswordChanged',
  ])
    expect(types).toContain(type)
  const positions = page.rows.map(({ position }: { position: number }) => position)
  expect(positions).toEqual([...positions].sort((a, b) => b - a))
  const everything = await database.read(scope, (db) =>
    db.rows(z.object({ line: z.string() }), sql`select payload::text as line from ledger_event limit 10000`),
  )
  expect(everything.map(({ line }) => line).join()).not.toMatch(/first-password|a-good-password|argon2/)
  const one = (await audit.get('/api/audit?limit=2&subject=account/he.xin')).json()
  expect(one.rows.every(({ subject }: { subject: string }) => subject === 'account/he.xin')).toBe(true)
  const rest = (await audit.get(`/api/audit?limit=2&subject=account/he.xin&after=${one.next}`)).json()
  expect(rest.rows.length + one.rows.length).toBeLessThanOrEqual(rest.total)
  expect((await audit.get('/api/audit?after=x')).statusCode).toBe(400)
  office.now = NOON
})

test('the lists are what the ledger says, and setting up the demo again changes nothing', async () => {
  await createDemoAccounts(database, { now: NOON + 1, units: [] })
  const tables = await compareRebuilt(database, DEMO_JURISDICTION, [organisationLists, accessLists])
  expect(tables.map(({ table, identical }) => [table, identical])).toEqual([
    ['access_account', true],
    ['organisation_jurisdiction', true],
    ['organisation_post', true],
    ['organisation_unit', true],
  ])
  expect(tables.every(({ rowsBefore }) => rowsBefore > 0)).toBe(true)
})
