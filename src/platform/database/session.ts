import type pg from 'pg'
import type { Db, Scope, Sql } from '#kernel/sql.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'

/** The text form of one row of an answer, as PostgreSQL's types were read by `valueReaders`. */
type Row = Record<string, unknown>

const DATE = 1082
const INT8 = 20

/** `date` stays text: a JS `Date` never stands for a calendar day. Counts and positions stay below 2^53. */
export const valueReaders = (defaults: typeof pg.types) => ({
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return Number
    return format === 'binary' ? defaults.getTypeParser(oid, 'binary') : defaults.getTypeParser(oid, 'text')
  },
})

const clients = new WeakMap<Db, pg.ClientBase>()

/** The connection under a transaction, for the few statements that are not rows in and rows out (COPY). */
export function clientOf(db: Db): pg.ClientBase {
  const client = clients.get(db)
  if (!client) throw new Error('This Db is not a transaction of the platform')
  return client
}

type Notify = (channel: string, message: string) => void

/** One transaction as the modules see it; what they leave for after the commit is collected in `later`. */
export function sessionOn(client: pg.ClientBase, scope: Scope, later: Array<() => void>, notify: Notify): Db {
  const db: Db = {
    scope,
    async rows(schema, statement) {
      const found = await query(client, statement)
      return found.map((row) => schema.parse(row))
    },
    async one(schema, statement) {
      const found = await query(client, statement)
      if (found.length > 1)
        throw new Error(`Expected one row at most, got ${found.length}: ${statement.text}`)
      return found[0] && schema.parse(found[0])
    },
    async run(statement) {
      const answer = await client.query(prepared(statement))
      return answer.rowCount ?? 0
    },
    afterCommit(work) {
      later.push(work)
    },
    notify(channel, message) {
      later.push(() => notify(channel, message))
    },
  }
  clients.set(db, client)
  return db
}

async function query(client: pg.ClientBase, statement: Sql): Promise<Row[]> {
  const answer = await client.query<unknown[]>({ ...prepared(statement), rowMode: 'array' })
  const names = answer.fields.map((field) => camelCase(field.name))
  return answer.rows.map((values) => Object.fromEntries(names.map((name, index) => [name, values[index]])))
}

const camelCase = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const PREPARED_LIMIT = 300
const seen = new Map<string, number>()

/**
 * A statement met a second time is prepared under a name: parsing and planning cost about a third of a small query.
 * The limit keeps statements that are put together afresh each time from filling the server's memory.
 */
export function prepared(statement: Sql): { text: string; values: unknown[]; name?: string } {
  const { text } = statement
  const values = [...statement.values]
  const number = seen.get(text)
  if (number === undefined) {
    if (seen.size < PREPARED_LIMIT) seen.set(text, seen.size + 1)
    return { text, values }
  }
  return { text, values, name: `s${number}` }
}

/** The role every request runs as, and the one the system's own jobs take for work across jurisdictions. */
export const APP_ROLE = 'xiaoneng_app'
const SYSTEM_ROLE = 'xiaoneng_system'

/** `begin` and the settings that row-level security reads, in one message to the server. */
export function beginning(client: pg.ClientBase, scope: Scope, readOnly: boolean): string {
  const begin = readOnly ? 'begin isolation level repeatable read read only' : 'begin'
  return [begin, settingsText(client, settingsOf(scope)), `set local role ${roleOf(scope)}`].join(';')
}

const settingsOf = (scope: Scope) => ({
  jurisdiction: scope.jurisdiction,
  unit: scope.unit ?? '',
  account: scope.account ?? '',
  roles: (scope.roles ?? []).join(','),
  // Work without an account is the system's own; an account without a stated reach sees no unit's rows.
  reach: scope.reach ?? (scope.account === undefined ? 'jurisdiction' : 'none'),
})

const settingsText = (client: pg.ClientBase, settings: ReturnType<typeof settingsOf>): string =>
  Object.entries(settings)
    .map(([name, value]) => `set local xiaoneng.${name} = ${client.escapeLiteral(value)}`)
    .join(';')

export const roleOf = (scope: Scope) => (scope.jurisdiction === EVERY_JURISDICTION ? SYSTEM_ROLE : APP_ROLE)

/**
 * Runs statements as the system's own work in this jurisdiction, within the caller's transaction: for what must be known
 * before something is recorded and is not told to whoever records it. Afterwards the database knows again who asks.
 */
export async function asSystem<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const client = clientOf(db)
  const own = settingsOf(db.scope)
  await client.query(settingsText(client, settingsOf({ jurisdiction: db.scope.jurisdiction })))
  try {
    const result = await work()
    await client.query(settingsText(client, own))
    return result
  } catch (error) {
    // After an error of the database nothing more is asked of this transaction; after a refusal it may go on.
    await client.query(settingsText(client, own)).catch(() => undefined)
    throw error
  }
}

/**
 * Runs statements as the owner of the tables, past row-level security, within the caller's transaction. For what
 * PostgreSQL lets nobody else do (COPY into guarded tables, table locks); the statements name the jurisdiction themselves.
 */
export async function asOwner<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const client = clientOf(db)
  await client.query('set local role none')
  const result = await work()
  await client.query(`set local role ${roleOf(db.scope)}`)
  return result
}
