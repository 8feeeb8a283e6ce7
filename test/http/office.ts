import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { command } from '#engines/ledger/index.ts'
import {
  accessRoutes,
  authenticator,
  createDemoAccounts,
  DEMO_PASSWORD,
  isAccount,
  permits,
} from '#modules/access/index.ts'
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
}

export const NOON = Date.parse('2026-03-02T12:00:00+08:00')

const units = [
  { id: 'planning', name: '规划局', nameEn: 'Planning' },
  { id: 'market', name: '市场监管局', nameEn: 'Market' },
]

/** The invented county with its accounts behind a server of its own, and further routes if wanted. */
export async function openOffice(
  more: {
    readonly routes?: (database: Database) => Route[]
    readonly options?: Partial<HttpServerOptions>
  } = {},
): Promise<Office> {
  const database = await testDatabase()
  await createDemoAccounts(database, { now: NOON, units })
  const { authenticate, close } = await authenticator(database)
  const clock = { now: NOON }
  const app = await createHttpServer({
    version: '0',
    database,
    authenticate,
    permits,
    commands: command,
    now: () => clock.now,
    routes: [
      ...accessRoutes({ database }),
      ...organisationRoutes({ isAccount }),
      ...(more.routes?.(database) ?? []),
    ],
    ...more.options,
  })
  afterAll(async () => {
    await app.close()
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
    async signIn(account, password = DEMO_PASSWORD) {
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { account, password } })
      if (answer.statusCode !== 200) throw new Error(`${account}: ${answer.body}`)
      return deskOf(app, cookieOf(answer), answer.json().csrfToken)
    },
  }
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
