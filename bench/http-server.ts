import { fastify } from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { type Appender, openAppender } from '#engines/ledger/index.ts'
import { type Database, openDatabase } from '#platform/database/index.ts'
import { type Caller, createHttpServer, route, type Route } from '#platform/http/index.ts'

/**
 * One server of the measurement, in a process of its own so that its CPU time is its own: `KIND` is which one,
 * `BENCH_DATABASE_URL` the database of the durable ones. It says its address and, when asked, the CPU time it used.
 */
const kind = process.env['KIND'] ?? ''
const url = process.env['BENCH_DATABASE_URL'] ?? ''

const bodySchema = {
  type: 'object',
  required: ['caseNo', 'type', 'at', 'item', 'actor', 'payload'],
  additionalProperties: false,
  properties: {
    caseNo: { type: 'string', minLength: 1, maxLength: 40 },
    type: { type: 'string', maxLength: 40 },
    at: { type: 'string', format: 'date-time' },
    item: { type: 'string' },
    actor: { type: 'string' },
    payload: { type: 'object' },
  },
}
const answerSchema = {
  200: { type: 'object', properties: { ok: { type: 'boolean' }, id: { type: 'integer' } } },
}

const Event = z.object({
  caseNo: z.string().min(1).max(40),
  type: z.string().max(40),
  at: z.iso.datetime({ offset: true }),
  item: z.string(),
  actor: z.string(),
  payload: z.record(z.string(), z.unknown()),
})
const common = { summary: { zh: '', en: '' }, guard: 'bench' } as const
const hello = endpoint({
  ...common,
  name: 'hello',
  method: 'GET',
  path: '/',
  answer: z.object({ hello: z.string() }),
})
const put = endpoint({
  ...common,
  name: 'put',
  method: 'POST',
  path: '/',
  body: Event,
  answer: z.object({ ok: z.boolean(), id: z.number().int() }),
})

const caller: Caller = {
  account: 'bench',
  name: 'bench',
  jurisdiction: 'bench',
  unit: null,
  roles: ['supervisor'],
  permissions: new Set(['bench']),
  reach: 'jurisdiction',
  by: 'session',
  csrfToken: 'page-token',
  expiresAt: 0,
}
const known = new Map([['bench.session', caller]])

/** For the routes that touch no database: its pool is there for the figures of `/metrics`, and opens nothing. */
const unasked = () => ({ pool: new pg.Pool() }) as unknown as Database

/** With everything a request passes in production: headers, host, session, permission, page token, validation, metrics. */
const ours = (routes: Route[], database: Database = unasked()) =>
  createHttpServer({
    routes,
    version: 'bench',
    database,
    authenticate: ({ sessionToken }) => known.get(sessionToken ?? ''),
    permits: ({ permissions }, guard) => {
      if (!permissions.has(guard)) throw new Error('The bench may do anything')
      return undefined
    },
  })

const appending = (appender: Appender): Route =>
  route(put, async ({ body: { caseNo, type, at, ...payload }, caller: { jurisdiction, account }, now }) => {
    const stream = `case/${caseNo}`
    const event = { type, occurredAt: Date.parse(at), actor: account, payload }
    await appender.append({ jurisdiction, stream, expectedVersion: 'any', events: [event], recordedAt: now })
    return { ok: true, id: 1 }
  })

/** A peer that does what most do: one statement a request, answered when it is committed. */
async function oneInsert() {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  const app = fastify()
  const text = 'insert into naive values (default, $1, $2, $3, $4, $5, $6) returning id'
  app.post<{ Body: z.infer<typeof Event> }>(
    '/',
    { schema: { body: bodySchema, response: answerSchema } },
    async ({ body: e }) => {
      const values = [e.caseNo, e.type, e.at, e.item, e.actor, JSON.stringify(e.payload)]
      const answer = await pool.query<{ id: string }>({ name: 'one', text, values })
      return { ok: true, id: Number(answer.rows[0]?.id) }
    },
  )
  return app
}

async function serverOf() {
  let id = 0
  switch (kind) {
    case 'hello': {
      const app = fastify()
      app.get('/', async () => ({ hello: 'world' }))
      return app
    }
    case 'ajv': {
      const app = fastify()
      app.post('/', { schema: { body: bodySchema, response: answerSchema } }, async () => ({
        ok: true,
        id: ++id,
      }))
      return app
    }
    case 'insert':
      return oneInsert()
    case 'ours-hello':
      return ours([route(hello, () => ({ hello: 'world' }))])
    case 'ours-write':
      return ours([route(put, () => ({ ok: true, id: ++id }))])
    case 'ours-append': {
      const database = await openDatabase({ url })
      return ours([appending(openAppender(database))], database)
    }
    default:
      throw new Error(`There is no server "${kind}"`)
  }
}

const app = await serverOf()
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.send?.({ address })
