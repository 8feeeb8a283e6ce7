import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { applicationName } from './embedded-server.ts'
import { refuse } from './refusals.ts'

interface Migration {
  readonly file: string
  readonly text: string
  readonly checksum: string
}

/** The same key in every process: migrations of one database never run twice at once. */
const MIGRATION_LOCK = 8_531_170_001

/**
 * Brings the tables up to date as the owner role; each file in a transaction of its own.
 * Answers the names of the files applied now.
 */
export async function migrate(url: string, folder = migrationsFolder()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName })
  client.on('error', () => undefined)
  await client.connect().catch((error: Error) => {
    throw refuse('database.unreachable', { reason: error.message })
  })
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(MIGRATION_TABLE)
    const wanted = readMigrations(folder)
    const applied = await appliedMigrations(client)
    refuseRewritten(wanted, applied)
    const missing = wanted.filter(({ file }) => !applied.has(file))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ file }) => file)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Beside `package.json`, whether we run from the sources or from the built bundle. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'migrations')) && folder !== dirname(folder)) folder = dirname(folder)
  return join(folder, 'migrations')
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
      return { file, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

const MIGRATION_TABLE = `
  create table if not exists schema_migration (
    file       text        primary key,
    checksum   text        not null,
    applied_at timestamptz not null default now()
  )`

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const answer = await client.query<{ file: string; checksum: string }>(
    'select file, checksum from schema_migration',
  )
  return new Map(answer.rows.map(({ file, checksum }) => [file, checksum]))
}

function refuseRewritten(wanted: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  for (const { file, checksum } of wanted) {
    if (applied.has(file) && applied.get(file) !== checksum)
      throw refuse('database.migration-changed', { file })
  }
  const known = new Set(wanted.map(({ file }) => file))
  for (const file of applied.keys())
    if (!known.has(file)) throw refuse('database.migration-missing', { file })
}

async function apply(client: pg.Client, { file, text, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into schema_migration (file, checksum) values ($1, $2)', [file, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw refuse('database.migration-failed', {
      file,
      reason: error instanceof Error ? error.message : String(error),
    })
  }
}
