import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { command } from '#engines/ledger/index.ts'
import {
  accessRoutes,
  authenticator,
  createDemoAccounts,
  DEMO_PASSWORD,
  isAccount,
  openReadBook,
  permits,
} from '#modules/access/index.ts'
import { signIn } from '#modules/access/contract.ts'
import { organisationRoutes } from '#modules/organisation/index.ts'
import type { Database } from '#platform/database/index.ts'
import { createHttpServer, type HttpServerOptions, type Route } from '#platform/http/index.ts'
import { testDatabase } from '../database/index.ts'

export interface Desk {
  readonly csrfToken: string
  readonly cookie: string
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
}

export interface Office {
  readonly database: Database
  readonly app: FastifyInstance
  /** The time it is in this office; tests may move it. */
  now: number
  signIn(account: string, password?: string): Promise<Desk>
  signInAt(jurisdiction: string, account: string, password?: string): Promise<Desk>
  /** The answer's head of a stream that would go on: only over a real connection can one walk away from it. */
  knockAtStream(
    url: string,
    headers: Record<string, string>,
  ): Promise<{ status: number; code: string | undefined }>
}

export const NOON = Date.parse('2026-03-02T12:00:00+08:00')

const units = [
  { id: 'planning', name: '规划局', nameEn: 'Planning' },
  { id: 'market', name: '市场监管局', nameEn: 'Market' },
]

export interface OfficeOptions {
  /** Besides those of access and organisation. */
  readonly routes?: (database: Database) => Route[]
  /** Only signing in, and these in place of all others. */
  readonly routesOnly?: readonly Route[]
  readonly options?: Partial<HttpServerOptions>
}

/** The invented county with its accounts behind a server of its own, and further routes if wanted. */
export async function openOffice(more: OfficeOptions = {}): Promise<Office> {
  const database = await testDatabase()
  await createDemoAccounts(database, { now: NOON, units })
  const { authenticate, close } = await authenticator(database)
  const reads = openReadBook(database, (error) => {
    throw error
  })
  const clock = { now: NOON }
  let address: Promise<string> | undefined
  const all = reads.watch([
    ...accessRoutes({ database }),
    ...organisationRoutes({ isAccount }),
    ...(more.routes?.(database) ?? []),
  ])
  const signingIn = all.find(({ endpoint }) => endpoint === signIn) as Route
  const app = await createHttpServer({
    version: '0',
    database,
    authenticate,
    permits,
    commands: command,
    now: () => clock.now,
    routes: more.routesOnly
      ? [signingIn, ...more.routesOnly.filter(({ endpoint }) => endpoint !== signIn)]
      : all,
    ...more.options,
  })
  afterAll(async () => {
    await app.close()
    await reads.close()
    await close()
  })
  return {
    database,
    app,
    get now() {
      return clock.now
    },
    set now(at: number) {
      clock.now = at
    },
    signIn: (account, password = DEMO_PASSWORD) => enter(app, { account, password }),
    signInAt: (jurisdiction, account, password = DEMO_PASSWORD) =>
      enter(app, { jurisdiction, account, password }),
    async knockAtStream(url, headers) {
      address ??= app.listen({ port: 0, host: '127.0.0.1' })
      const walkAway = new AbortController()
      const answer = await fetch(`${await address}${url}`, { headers, signal: walkAway.signal })
      const { status } = answer
      const code = status === 200 ? undefined : ((await answer.json()) as { code: string }).code
      walkAway.abort()
      return { status, code }
    },
  }
}

/** Signs in over the given server, or says what it answered. */
export async function enter(
  app: FastifyInstance,
  payload: { account: string; password: string; jurisdiction?: string },
) {
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload })
  if (answer.statusCode !== 200) throw new Error(`${payload.account}: ${answer.body}`)
  return deskOf(app, cookieOf(answer), answer.json().csrfToken)
}

export const cookieOf = (answer: LightMyRequestResponse) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''

export function deskOf(app: FastifyInstance, cookie: string, csrfToken: string): Desk {
  const headers = { cookie, 'x-csrf-token': csrfToken }
  return {
    cookie,
    csrfToken,
    get: (url, more) => app.inject({ url, headers: { ...headers, ...more } }),
    send: (method, url, payload, more) =>
      app.inject({ method, url, headers: { ...headers, ...more }, ...(payload ? { payload } : {}) }),
  }
}
