import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/index.ts'
import { createHttpServer, healthRoute } from './index.ts'

/** These tests need none; its figures are asked for all the same. */
const noDatabase = { pool: { totalCount: 0, idleCount: 0, waitingCount: 0 } } as unknown as Database

const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-pages-'))
const pages = join(folder, 'web')
mkdirSync(join(pages, 'assets'), { recursive: true })
writeFileSync(join(folder, 'secret.txt'), 'secret')
for (const app of ['watch', 'desk', 'town']) {
  mkdirSync(join(pages, app))
  writeFileSync(join(pages, app, 'index.html'), `<!doctype html><title>效能 ${app}</title>`)
}
const script = `console.log('效能')\n`.repeat(200)
writeFileSync(join(pages, 'assets/index-Bx3kfQ9z.js'), script)

const app = await createHttpServer({
  version: '1',
  database: noDatabase,
  authenticate: () => undefined,
  permits: () => undefined,
  pages: {
    folder: pages,
    atRoot: ['portal', 'watch'],
    elsewhere: ['watch'],
    named: new Map([['guide', 'town']]),
  },
  trustProxy: true,
  now: () => Date.parse('2026-03-02T04:00:00Z'),
  routes: [
    healthRoute({
      version: '1',
      demo: true,
      ledgerHead: async () => 7,
      calendarKnownUntil: async () => {
        throw new Error('down')
      },
    }),
  ],
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('the pages', () => {
  test.each([
    { url: '/', app: 'watch' },
    { url: '/cards', app: 'watch' },
    { url: '/cases/demo/2026-1?tab=clock', app: 'watch' },
    { url: '/watch/cards', app: 'watch' },
    { url: '/desk', app: 'desk' },
    { url: '/desk/today?unit=planning', app: 'desk' },
    { url: '/desks', app: 'watch' },
    { url: '/guide', app: 'town' },
    { url: '/guide/QH.JZ.001', app: 'town' },
    { url: '/constructor', app: 'watch' },
  ])('$url gets the start page of the $app, which finds its own way', async ({ url, app: name }) => {
    const answer = await app.inject(url)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.body).toContain(`效能 ${name}`)
    expect(answer.headers['cache-control']).toBe('no-cache')
  })

  test('may run nothing but our own files and stand in no frame', async () => {
    const { headers } = await app.inject('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test('are said to be https only where they are', async () => {
    const { headers } = await app.inject({ url: '/', headers: { 'x-forwarded-proto': 'https' } })
    expect(headers['strict-transport-security']).toContain('max-age=63072000')
  })

  test('a file named by its content is kept for ever, and sent small to who can read that', async () => {
    const url = '/assets/index-Bx3kfQ9z.js'
    const plain = await app.inject(url)
    expect(plain.body).toBe(script)
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect(brotliDecompressSync(small.rawPayload).toString()).toBe(script)
    const older = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } })
    expect(gunzipSync(older.rawPayload).toString()).toBe(script)
    const again = await app.inject({ url, headers: { 'if-none-match': String(plain.headers.etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/....//secret.txt',
    '//etc/passwd.txt',
    '/file:///etc/passwd.txt',
    '/missing.js',
    '/%E0%A4%A',
    '/api/nothing',
  ])('%s leads nowhere', async (url) => {
    const answer = await app.inject(url)
    expect([400, 404]).toContain(answer.statusCode)
    expect(answer.body).not.toContain('secret\n')
    expect(answer.json().detail).toBeTruthy()
  })
})

test('health says what is known, and is degraded when something cannot be asked', async () => {
  expect((await app.inject('/api/health')).json()).toEqual({
    status: 'degraded',
    version: '1',
    demo: true,
    at: '2026-03-02T04:00:00.000Z',
    database: 'ok',
    ledgerHead: 7,
    calendarKnownUntil: null,
  })
})
