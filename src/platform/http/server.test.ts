import { afterAll, describe, expect, test } from 'vitest'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import type { Database } from '#platform/database/index.ts'
import {
  type Caller,
  createHttpServer,
  eventsRoute,
  refuseHttp,
  route,
  streamRoute,
  uploadRoute,
} from './index.ts'

/** These tests need none; its figures are asked for all the same. */
const noDatabase = { pool: { totalCount: 0, idleCount: 0, waitingCount: 0 } } as unknown as Database

const refuse = defineRefusals({ 'thing.gone': { status: 409, zh: '已不存在', en: 'It is gone' } })

const things = {
  get: endpoint({
    name: 'getThing',
    method: 'GET',
    path: '/api/things/{id}',
    summary: { zh: '读', en: 'Read' },
    guard: 'things.read',
    versioned: true,
    params: z.object({ id: z.string().max(20) }),
    query: z.object({ count: z.coerce.number().int().min(1).max(5).optional() }),
    answer: z.object({ id: z.string(), version: z.number().int(), count: z.number().nullable() }),
  }),
  put: endpoint({
    name: 'putThing',
    method: 'PUT',
    path: '/api/things/{id}',
    summary: { zh: '写', en: 'Write' },
    guard: 'things.write',
    versioned: true,
    versionRequired: true,
    params: z.object({ id: z.string().max(20) }),
    body: z.object({ title: z.string().min(2).max(10), size: z.number().int().nullable().optional() }),
    answer: z.object({ title: z.string(), expected: z.number().nullable(), version: z.number() }),
  }),
  open: endpoint({
    name: 'openThing',
    method: 'POST',
    path: '/api/open',
    summary: { zh: '公开', en: 'Open' },
    guard: 'public',
    body: z.object({ title: z.string() }),
    answer: z.object({ title: z.string() }),
  }),
  fail: endpoint({
    name: 'failThing',
    method: 'GET',
    path: '/api/fail/{how}',
    summary: { zh: '坏', en: 'Fail' },
    guard: 'public',
    params: z.object({ how: z.enum(['bug', 'refusal', 'leak']) }),
    answer: z.object({ kept: z.string() }),
  }),
  upload: endpoint({
    name: 'uploadThing',
    method: 'POST',
    path: '/api/upload',
    summary: { zh: '传', en: 'Upload' },
    guard: 'things.write',
    kind: 'upload',
    answer: z.object({ bytes: z.number() }),
  }),
  stream: endpoint({
    name: 'streamThing',
    method: 'GET',
    path: '/api/file',
    summary: { zh: '文件', en: 'File' },
    guard: 'things.read',
    kind: 'stream',
  }),
  events: endpoint({
    name: 'watchThings',
    method: 'GET',
    path: '/api/things/stream',
    summary: { zh: '实时', en: 'Live' },
    guard: 'things.read',
    kind: 'events',
  }),
} as const

const reader: Caller = {
  account: 'reader',
  name: '甲',
  jurisdiction: '990000',
  unit: null,
  roles: [],
  permissions: new Set(['things.read']),
  reach: 'jurisdiction',
  by: 'session',
  csrfToken: 'page-token',
  expiresAt: 0,
}
const writer: Caller = { ...reader, account: 'writer', permissions: new Set(['things.read', 'things.write']) }
const machine: Caller = { ...writer, account: 'machine', by: 'token' }
const callers: Record<string, Caller> = { reader, writer, machine }

let left = 0

const app = await createHttpServer({
  version: '1.2.3',
  database: noDatabase,
  uploadLimitBytes: 100_000,
  limit: { most: 5, windowMs: 60_000 },
  authenticate: ({ sessionToken, bearerToken }) => callers[sessionToken ?? bearerToken ?? ''],
  permits: (caller, guard) =>
    caller.permissions.has(guard) ? undefined : refuseHttp('http.not-permitted', { permission: guard }),
  routes: [
    route(things.get, ({ params, query }) => ({ id: params.id, version: 7, count: query.count ?? null })),
    route(things.put, ({ body, expectedVersion }) => ({
      title: body.title,
      expected: expectedVersion ?? null,
      version: 8,
    })),
    route(things.open, ({ body }) => body),
    route(things.fail, ({ params }) => {
      if (params.how === 'bug') throw new Error('password=hunter2 at /secret/path')
      if (params.how === 'refusal') throw refuse('thing.gone', { id: '5' })
      return { kept: 'yes', secret: 'no' } as { kept: string }
    }),
    uploadRoute(things.upload, async (_call, file) => {
      let bytes = 0
      for await (const chunk of file) bytes += (chunk as Buffer).length
      return { bytes }
    }),
    streamRoute(things.stream, () => ({
      contentType: 'text/csv; charset=utf-8',
      fileName: '../办件\r\n"x".csv',
      body: Readable.from(['a,b\n', '1,2\n']),
    })),
    eventsRoute(things.events, (_call, stream) => {
      stream.onClose(() => left++)
      stream.send('card', { n: 1 }, '41')
    }),
  ],
})
afterAll(() => app.close())

const signed = (account: string, more: Record<string, string> = {}) => ({
  cookie: `xiaoneng_session=${account}`,
  'x-csrf-token': 'page-token',
  ...more,
})

describe('who may come in', () => {
  test.each([
    { why: 'nobody is asked to sign in', headers: {}, status: 401, code: 'http.sign-in-required' },
    {
      why: 'an unknown session is asked to sign in',
      headers: signed('stranger'),
      status: 401,
      code: 'http.sign-in-required',
    },
    {
      why: 'a role without the permission is refused',
      headers: signed('reader'),
      status: 403,
      code: 'http.not-permitted',
    },
    {
      why: 'a session without the page token is refused',
      headers: { cookie: 'xiaoneng_session=writer' },
      status: 403,
      code: 'http.csrf',
    },
    {
      why: 'a wrong page token is refused',
      headers: signed('writer', { 'x-csrf-token': 'other' }),
      status: 403,
      code: 'http.csrf',
    },
    {
      why: 'a page of another site is refused even with the token',
      headers: signed('writer', { origin: 'https://evil.example' }),
      status: 403,
      code: 'http.foreign-origin',
    },
    {
      why: 'a page of another scheme is another site',
      headers: signed('writer', { origin: 'https://localhost' }),
      status: 403,
      code: 'http.foreign-origin',
    },
    {
      why: 'a browser that says cross-site is believed',
      headers: signed('writer', { 'sec-fetch-site': 'cross-site' }),
      status: 403,
      code: 'http.foreign-origin',
    },
  ])('$why', async ({ headers, status, code }) => {
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/things/1',
      headers: { 'if-match': '"7"', ...headers },
      payload: { title: 'good' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  test('a page of our own with its token writes', async () => {
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/things/1',
      headers: signed('writer', { 'if-match': '"7"', origin: 'http://localhost:80' }),
      payload: { title: 'good' },
    })
    expect(answer.json()).toEqual({ title: 'good', expected: 7, version: 8 })
  })

  test('a bearer token needs no page token, since no browser sends it by itself', async () => {
    const headers = { authorization: 'Bearer machine', 'if-match': '"7"' }
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/things/1',
      headers,
      payload: { title: 'good' },
    })
    expect(answer.statusCode).toBe(200)
  })

  test('a stranger may make only so many requests a minute, and is told when to come back', async () => {
    const ask = () => app.inject({ url: '/api/fail/refusal', remoteAddress: '203.0.113.9' })
    for (let number = 0; number < 5; number++) expect((await ask()).statusCode).toBe(409)
    const refused = await ask()
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'http.too-many-requests'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('what is sent in', () => {
  const write = (payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'PUT',
      url: '/api/things/1',
      headers: signed('writer', { 'if-match': '"7"', 'content-type': 'application/json', ...headers }),
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    })

  test.each([
    { why: 'a missing field is named', body: {}, status: 400, field: 'title' },
    {
      why: 'a field nobody knows is named',
      body: { title: 'good', colour: 1 },
      status: 400,
      field: 'colour',
    },
    { why: 'a number is not a text', body: { title: 5 }, status: 400, field: 'title' },
    { why: 'a text is not a number', body: { title: 'good', size: '5' }, status: 400, field: 'size' },
    { why: 'too short', body: { title: 'x' }, status: 400, field: 'title' },
    { why: 'too long', body: { title: 'x'.repeat(11) }, status: 400, field: 'title' },
    { why: 'a list is not an object', body: [], status: 400, field: 'body' },
  ])('$why', async ({ body, status, field }) => {
    const answer = await write(body)
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ code: 'http.invalid', details: { field } })
    expect(answer.json().detail).toContain(field)
    expect(answer.json().detailEn).toContain(field)
  })

  test.each([
    {
      why: 'broken JSON',
      body: '{"title":',
      type: 'application/json',
      status: 400,
      code: 'http.invalid-json',
    },
    {
      why: 'a poisoned prototype',
      body: '{"title":"good","__proto__":{"a":1}}',
      type: 'application/json',
      status: 400,
      code: 'http.invalid-json',
    },
    {
      why: 'a null character',
      body: '{"title":"go\\u0000d"}',
      type: 'application/json',
      status: 400,
      code: 'http.control-character',
    },
    {
      why: 'a form',
      body: 'title=good',
      type: 'application/x-www-form-urlencoded',
      status: 415,
      code: 'http.media-type',
    },
    {
      why: 'plain text that could have come from a form',
      body: '{"title":"good"}',
      type: 'text/plain',
      status: 415,
      code: 'http.media-type',
    },
    { why: 'XML', body: '<title/>', type: 'application/xml', status: 415, code: 'http.media-type' },
    { why: 'nothing at all', body: '', type: 'application/json', status: 400, code: 'http.invalid' },
  ])('$why is refused', async ({ body, type, status, code }) => {
    const answer = await write(body, { 'content-type': type })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  test('a body over the limit is refused with the limit', async () => {
    const answer = await write({ title: 'x'.repeat(9 * 1024 * 1024) })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'http.too-large'])
    expect(answer.json().detail).toContain('8 MiB')
  })

  test('someone who has not signed in may send very little', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/open',
      payload: { title: 'x'.repeat(70_000) },
    })
    expect([answer.statusCode, answer.json().detailEn]).toEqual([413, expect.stringContaining('64 KiB')])
  })

  test.each([
    { url: '/api/things/1?count=3', status: 200 },
    { url: '/api/things/1?count=3.5', status: 400 },
    { url: '/api/things/1?count=9', status: 400 },
    { url: '/api/things/1?count=three', status: 400 },
    { url: '/api/things/1?limit=3', status: 400 },
    { url: `/api/things/${'x'.repeat(21)}`, status: 400 },
    { url: '/api/things/a%00b', status: 400 },
    { url: '/api/things/%ff', status: 400 },
  ])('$url gives $status', async ({ url, status }) => {
    const answer = await app.inject({ url, headers: signed('reader') })
    expect(answer.statusCode).toBe(status)
    if (status >= 400)
      expect(answer.json()).toMatchObject({
        status,
        detail: expect.any(String),
        detailEn: expect.any(String),
      })
  })

  test('an upload is read as it comes, whatever its type, and stops at the limit', async () => {
    const send = (bytes: number) =>
      app.inject({
        method: 'POST',
        url: '/api/upload',
        headers: signed('writer', { 'content-type': 'text/csv' }),
        payload: Readable.from([Buffer.alloc(bytes / 2), Buffer.alloc(bytes / 2)]),
      })
    expect((await send(100_000)).json()).toEqual({ bytes: 100_000 })
    const refused = await send(100_002)
    expect([refused.statusCode, refused.json().code]).toEqual([413, 'http.too-large'])
  })
})

describe('versions', () => {
  test('a read says its version, and a reader who has it gets no body', async () => {
    const first = await app.inject({ url: '/api/things/1', headers: signed('reader') })
    expect(first.headers.etag).toBe('"7"')
    const again = await app.inject({
      url: '/api/things/1',
      headers: signed('reader', { 'if-none-match': '"7"' }),
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test.each([
    { given: undefined, status: 428, code: 'http.version-required' },
    { given: 'seven', status: 400, code: 'http.bad-version' },
    { given: '"7", "8"', status: 400, code: 'http.bad-version' },
  ])('If-Match $given gives $status', async ({ given, status, code }) => {
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/things/1',
      headers: signed('writer', given === undefined ? {} : { 'if-match': given }),
      payload: { title: 'good' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  test('a key that is no key is refused', async () => {
    const headers = signed('writer', { 'if-match': '"7"', 'idempotency-key': 'x'.repeat(121) })
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/things/1',
      headers,
      payload: { title: 'good' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'http.bad-key'])
  })
})

describe('answers', () => {
  test('a bug gives a number to report and nothing of its inside', async () => {
    const answer = await app.inject('/api/fail/bug')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toMatch(/hunter2|secret|server\.test/)
    const { instance, detail, code } = answer.json()
    expect(code).toBe('http.unexpected')
    expect(detail).toContain(instance)
  })

  test('a refusal keeps its code and says both sentences', async () => {
    const answer = await app.inject('/api/fail/refusal')
    expect(answer.json()).toMatchObject({
      status: 409,
      code: 'thing.gone',
      detail: '已不存在',
      detailEn: 'It is gone',
      details: { id: '5' },
    })
  })

  test('a field that the contract does not name never leaves the server', async () => {
    expect((await app.inject('/api/fail/leak')).json()).toEqual({ kept: 'yes' })
  })

  test('a download cannot name a path or break its header', async () => {
    const answer = await app.inject({ url: '/api/file', headers: signed('reader') })
    expect(answer.body).toBe('a,b\n1,2\n')
    const header = String(answer.headers['content-disposition'])
    expect(header).toMatch(/^attachment; filename="[^"/\\\r\n]+"; filename\*=UTF-8''[^/\r\n]+$/)
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe('.._办件___x_.csv')
  })

  test.each([
    { method: 'GET', url: '/api/nowhere', status: 404 },
    { method: 'DELETE', url: '/api/things/1', status: 405 },
    { method: 'PATCH', url: '/api/things/1', status: 405 },
    { method: 'OPTIONS', url: '/api/open', status: 405 },
    { method: 'GET', url: '/../../etc/passwd', status: 404 },
    { method: 'GET', url: '/..%2f..%2fetc%2fpasswd', status: 404 },
  ] as const)('$method $url gives $status', async ({ method, url, status }) => {
    const answer = await app.inject({ method, url })
    expect(answer.statusCode).toBe(status)
    expect(answer.json().code).toBe(status === 404 ? 'http.not-found' : 'http.method-not-allowed')
    if (status === 405) expect(answer.headers.allow).toBeTruthy()
  })

  test.each(['bad host', 'a/b', 'user@host'])('the host name "%s" is not ours', async (host) => {
    const answer = await app.inject({ url: '/api/fail/refusal', headers: { host } })
    expect([answer.statusCode, answer.json().code]).toEqual([421, 'http.unknown-host'])
  })

  test('every answer, good or bad, carries the headers of data', async () => {
    for (const url of ['/api/openapi.json', '/api/fail/bug', '/api/things/1', '/api/nowhere']) {
      const { headers } = await app.inject(url)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      })
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['server']).toBeUndefined()
    }
  })

  test('the document names every operation, its guard and its answers', async () => {
    const document = (await app.inject('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    const put = document.paths['/api/things/{id}'].put
    expect(put).toMatchObject({ operationId: 'putThing', 'x-guard': 'things.write' })
    expect(Object.keys(put.responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '412', '428']),
    )
    expect(document.components.schemas.PutThingBody.additionalProperties).toBe(false)
    expect(document.components.schemas.PutThingBody.properties.size.type).toEqual(['integer', 'null'])
  })

  test('metrics are for this machine or the holder of the token', async () => {
    const own = await app.inject('/metrics')
    expect(own.statusCode).toBe(200)
    expect(own.body).toContain('database_waiting 0')
    expect(own.body).toContain('nodejs_eventloop_lag_seconds')
    expect(own.body).toMatch(/http_request_duration_seconds_count\{route="failThing",status="500"\} \d/)
    const stranger = await app.inject({ url: '/metrics', remoteAddress: '198.51.100.1' })
    expect(stranger.statusCode).toBe(403)
    const forwarded = await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '198.51.100.1' } })
    expect(forwarded.statusCode).toBe(403)
  })
})

test('a server says at once when a contract cannot be compiled or two routes are alike', async () => {
  const refined = endpoint({
    ...things.open,
    body: z.object({ title: z.string().refine((text) => text !== 'x') }),
  })
  const options = {
    version: '1',
    database: noDatabase,
    authenticate: () => undefined,
    permits: () => undefined,
  }
  await expect(
    createHttpServer({ ...options, routes: [route(refined, () => ({ title: '' }))] }),
  ).rejects.toThrow('refinements')
  const twice = [route(things.open, ({ body }) => body), route(things.open, ({ body }) => body)]
  await expect(createHttpServer({ ...options, routes: twice })).rejects.toThrow('Two routes')
})

test('event streams reach their reader, are closed when the server stops, and running requests finish first', async () => {
  const slow = endpoint({
    name: 'slow',
    method: 'GET',
    path: '/api/slow',
    summary: { zh: '慢', en: 'Slow' },
    guard: 'public',
    answer: z.object({ done: z.boolean() }),
  })
  let started = () => undefined as void
  const running = new Promise<void>((resolve) => (started = resolve))
  const other = await createHttpServer({
    version: '1',
    heartbeatMs: 20,
    database: noDatabase,
    authenticate: () => reader,
    permits: () => undefined,
    routes: [
      eventsRoute(things.events, (_call, stream) => {
        stream.onClose(() => left++)
        stream.send('card', { n: 1 }, '41')
      }),
      route(slow, async () => {
        started()
        await new Promise((resolve) => setTimeout(resolve, 300))
        return { done: true }
      }),
    ],
  })
  const address = await other.listen({ port: 0, host: '127.0.0.1' })
  const stream = await fetch(`${address}/api/things/stream`)
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  const text = stream.text()
  const answer = fetch(`${address}/api/slow`)
  await running
  left = 0
  await new Promise((resolve) => setTimeout(resolve, 60))
  await other.close()
  expect(await (await answer).json()).toEqual({ done: true })
  expect(await text).toMatch(
    /retry: 3000\n\nid: 41\nevent: card\ndata: {"n":1}\n\n(event: alive\ndata: {}\n\n)+/,
  )
  expect(left).toBe(1)
})
