import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { stopEmbeddedServer } from '#platform/database/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the throw-away server of this run lives; it is started by the first test that needs it. */
    databaseFolder: string
    /** Begins the names of all databases of this run, so that they can be told from others and dropped. */
    databasePrefix: string
  }
}

const FOLDER = 'xiaoneng-test-'

/** Names a place for the run's database server and clears it away afterwards; starting is left to who needs it. */
export default async function setup(project: TestProject) {
  await clearAbandoned()
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`))
  const prefix = `xiaoneng_test_${process.pid}_${process.hrtime.bigint() % 1_000_000n}`
  project.provide('databaseFolder', folder)
  project.provide('databasePrefix', prefix)
  return async () => {
    await stopEmbeddedServer(folder)
    rmSync(folder, { recursive: true, force: true })
    const url = process.env['DATABASE_URL']
    if (url) await dropDatabases(url, prefix)
  }
}

/** A run that was killed could not clear up; its process number in the folder's name says that it is gone. */
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    const pid = Number(name.slice(FOLDER.length).split('-')[0])
    if (isRunning(pid)) continue
    await stopEmbeddedServer(join(tmpdir(), name))
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of found.rows)
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
  await client.end()
}
