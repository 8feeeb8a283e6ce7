import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db, Scope } from '#kernel/sql.ts'
import { applicationName, openEmbeddedServer } from './embedded-server.ts'
import { type Listening, listenOn } from './listening.ts'
import { refuse } from './refusals.ts'
import { APP_ROLE, beginning, sessionOn, valueReaders } from './session.ts'

export interface DatabaseOptions {
  /** A PostgreSQL server of the user's own (15 or newer). Without it the embedded server of `dataFolder` is used. */
  readonly url?: string | undefined
  readonly dataFolder?: string | undefined
  /** How many transactions may run at once. */
  readonly connections?: number
}

export interface Database {
  /** One transaction: everything `work` did is committed together, or nothing. `work` may run again after a conflict. */
  transaction<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>
  /** The same without writing; all statements see the same moment. */
  read<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>
  /** Calls `heard` for each message on a channel, and once after every reconnection, since some may have been missed. */
  listen(channel: string, heard: (message: string) => void): Promise<() => Promise<void>>
  /** Wakes listeners of all processes. Messages that are equal are sent once in 20 ms; none is promised to arrive. */
  notify(channel: string, message: string): void
  /** The address of the owner role; it may hold a password. */
  readonly url: string
  /** A connection of the application role for as long as it is wanted; give it back with `release`. */
  connect(): Promise<pg.PoolClient>
  readonly pool: pg.Pool
  close(): Promise<void>
}

const ATTEMPTS = 8
const OLDEST_SERVER = 150_000
const NOTIFY_EVERY_MS = 20

export async function openDatabase({
  url,
  dataFolder,
  connections = 10,
}: DatabaseOptions): Promise<Database> {
  const server = url ? undefined : await openEmbeddedServer(dataFolder ?? './data')
  const address = url ?? server?.url ?? ''
  const pool = new pg.Pool({
    connectionString: address,
    application_name: applicationName,
    options: `-c role=${APP_ROLE} -c timezone=UTC`,
    max: connections,
    types: valueReaders(pg.types),
  })
  pool.on('error', () => undefined)
  try {
    await refuseOldServer(pool)
  } catch (error) {
    await pool.end()
    await server?.close()
    throw error
  }
  const listening = listenOn(address)
  if (server) await listening.hold()
  const servers = server ? [server] : []
  const revive = server && once(async () => servers.push(await openEmbeddedServer(dataFolder ?? './data')))
  const stopServer = async () => {
    for (const one of servers) await one.close()
  }
  return assemble({ url: address, pool, listening, revive, stopServer })
}

/** However many find the embedded server gone, it is started by one of them. */
function once(work: () => Promise<unknown>): () => Promise<unknown> {
  let running: Promise<unknown> | undefined
  return () => (running ??= work().finally(() => (running = undefined)))
}

interface Parts {
  readonly url: string
  readonly pool: pg.Pool
  readonly listening: Listening
  /** Starts the embedded server again, should it have died under us. */
  readonly revive: (() => Promise<unknown>) | undefined
  readonly stopServer: () => Promise<void>
}

function assemble({ url, pool, listening, revive, stopServer }: Parts): Database {
  const notifying = notifyThrough(pool)
  const { notify } = notifying
  const connect = connectingTo(pool, revive)
  return {
    url,
    pool,
    connect,
    notify,
    listen: listening.listen,
    transaction: (scope, work) => retrying(() => runIn({ connect, notify, scope, readOnly: false }, work)),
    read: (scope, work) => retrying(() => runIn({ connect, notify, scope, readOnly: true }, work)),
    async close() {
      await notifying.finish()
      await listening.close()
      await pool.end()
      await stopServer()
    },
  }
}

/**
 * Notifications leave outside of the transactions they tell of, a few at a time: PostgreSQL lets transactions that
 * notify commit only one after the other, which would undo what committing in groups gains.
 */
function notifyThrough(pool: pg.Pool) {
  const waiting = new Map<string, [channel: string, message: string]>()
  let timer: NodeJS.Timeout | undefined
  const send = async () => {
    timer = undefined
    const messages = [...waiting.values()]
    waiting.clear()
    const columns = [messages.map(([channel]) => channel), messages.map(([, message]) => message)]
    await pool.query(NOTIFY, columns).catch(() => undefined)
  }
  return {
    notify(channel: string, message: string) {
      waiting.set(`${channel} ${message}`, [channel, message])
      timer ??= setTimeout(send, NOTIFY_EVERY_MS)
    },
    async finish() {
      clearTimeout(timer)
      if (waiting.size > 0) await send()
    },
  }
}

const NOTIFY =
  'select pg_notify(channel, message) from unnest($1::text[], $2::text[]) as t (channel, message)'

interface Run {
  readonly connect: Database['connect']
  readonly notify: Database['notify']
  readonly scope: Scope
  readonly readOnly: boolean
}

async function runIn<T>({ notify, ...run }: Run, work: (db: Db) => Promise<T>): Promise<T> {
  const { scope, readOnly } = run
  const client = await begun(run)
  const later: Array<() => void> = []
  let stage: 'working' | 'committing' | 'done' = 'working'
  let broken = false
  const onError = () => {
    broken = true
  }
  client.on('error', onError)
  try {
    const result = await work(sessionOn(client, scope, later, notify))
    stage = 'committing'
    const ended = await client.query('commit')
    if (ended.command === 'ROLLBACK')
      throw new Error('A failed statement was ignored, so nothing could be stored')
    stage = 'done'
    for (const afterwards of later) afterwards()
    return result
  } catch (error) {
    broken = broken || isConnectionLost(error)
    if (!broken || isRefusal(error)) throw error
    throw refuse(stage === 'committing' && !readOnly ? 'database.outcome-unknown' : 'database.lost')
  } finally {
    if (!broken && stage === 'working') await client.query('rollback').catch(() => (broken = true))
    client.off('error', onError)
    client.release(broken)
  }
}

/**
 * A connection inside a new transaction. One that lay in the pool while the server went away shows it only now, when
 * nothing has been done yet, so another is taken.
 */
async function begun({ connect, scope, readOnly }: Omit<Run, 'notify'>): Promise<pg.PoolClient> {
  for (let attempt = 1; ; attempt++) {
    const client = await connect()
    const ignore = () => undefined
    client.on('error', ignore)
    try {
      await client.query(beginning(client, scope, readOnly))
      client.off('error', ignore)
      return client
    } catch (error) {
      const lost = isConnectionLost(error)
      client.off('error', ignore)
      client.release(lost)
      if (lost && attempt < ATTEMPTS) continue
      throw lost ? refuse('database.lost') : error
    }
  }
}

function connectingTo(pool: pg.Pool, revive: Parts['revive']): Database['connect'] {
  return async () => {
    try {
      return await pool.connect()
    } catch (error) {
      if (!revive || !isConnectionLost(error)) throw unreachable(error)
    }
    await revive()
    return pool.connect().catch((error: unknown) => {
      throw unreachable(error)
    })
  }
}

function unreachable(error: unknown) {
  const code = codeOf(error)
  if (code === '22023' || code === '42704') return refuse('database.not-migrated')
  const aggregate = error instanceof AggregateError ? error.errors[0] : error
  return refuse('database.unreachable', {
    reason: aggregate instanceof Error ? aggregate.message : String(aggregate),
  })
}

/**
 * Two transactions that cannot both be right, or that wait for each other: PostgreSQL undoes one, and that one is
 * simply done again. A refusal is an answer and is never repeated.
 */
async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error)) throw error
      if (number === ATTEMPTS) throw refuse('database.busy', { attempts: ATTEMPTS })
      await sleep(Math.random() * 4 * 2 ** number)
    }
  }
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

const isConflict = (error: unknown) => [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error))

/** Thrown inside a transaction, it makes the whole transaction run again, with a new transaction number. */
export const conflict = (reason: string): Error =>
  Object.assign(new Error(reason), { code: SERIALIZATION_FAILURE })

/** Connection failures (class 08), the server going away (57P0x), and what the driver says when the socket closed. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  if (/^(08...|57P0[1-5])$/.test(code) || ['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ENOENT'].includes(code))
    return true
  return error instanceof Error && /^Connection terminated|not queryable/.test(error.message)
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The role may not exist before the first migration, so this asks as the owner. */
async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const client = new pg.Client({ ...pool.options, options: '' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const answer = await client.query<{ number: string; version: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as version",
    )
    const found = answer.rows[0]
    if (Number(found?.number) < OLDEST_SERVER)
      throw refuse('database.too-old', { version: found?.version ?? '?' })
  } catch (error) {
    throw isRefusal(error) ? error : unreachable(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
