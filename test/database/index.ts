import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, migrate, openDatabase, openEmbeddedServer } from '#platform/database/index.ts'

const TEMPLATE_LOCK = 8_531_170_002
let made = 0

/**
 * A fresh, migrated database of the test file's own, cloned from a template in some 30 ms; closed and dropped after
 * the file. Call it at the top of the file: `const database = await testDatabase()`.
 *
 * `DATABASE_URL` names the server to use; without it the run starts a throw-away one on first need.
 */
export async function testDatabase(): Promise<Database> {
  const url = await emptyDatabase()
  const database = await openDatabase({ url })
  afterAll(async () => {
    await database.close()
    await drop(url)
  })
  return database
}

/** The address of a fresh database. `migrated: false` gives one without any table. */
export async function emptyDatabase({ migrated = true } = {}): Promise<string> {
  const server = await testServer()
  const prefix = inject('databasePrefix')
  const name = `${prefix}_${process.pid}_${++made}`
  await asOwner(server, async (client) => {
    if (!migrated) return client.query(`create database ${name} template template0`)
    const template = await migratedTemplate(client, server, prefix)
    return client.query(`create database ${name} template ${template}`)
  })
  return withDatabase(server, name)
}

/** The server of this run, as the address of its owner role. */
export async function testServer(): Promise<string> {
  return (
    process.env['DATABASE_URL'] ??
    (await openEmbeddedServer(inject('databaseFolder'), { durable: false })).url
  )
}

async function migratedTemplate(client: pg.Client, server: string, prefix: string): Promise<string> {
  const template = `${prefix}_template`
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  const found = await client.query('select 1 from pg_database where datname = $1', [template])
  if (found.rowCount === 0) {
    await client.query(`create database ${template} template template0`)
    await migrate(withDatabase(server, template))
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  return template
}

const drop = (url: string) =>
  testServer().then((server) =>
    asOwner(server, (client) => client.query(`drop database if exists ${nameOf(url)} with (force)`)),
  )

const nameOf = (url: string) => /\/([^/?]+)(\?|$)/.exec(url.replace(/^postgres(ql)?:\/\//, ''))?.[1] ?? ''

const withDatabase = (url: string, name: string) =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`)

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export { settled } from './settled.ts'
