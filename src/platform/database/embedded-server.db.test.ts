import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { migrate, openDatabase, openEmbeddedServer, stopEmbeddedServer } from './index.ts'
import { readPostmaster } from './postmaster-file.ts'

/** These start a server of their own, again and again: what is tested is the starting. */
const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-embedded-'))
afterEach(() => stopEmbeddedServer(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stateOf = () => readPostmaster(join(folder, 'database')).state

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const answer = await client.query(text)
  await client.end()
  return answer.rows[0]
}

test('a folder gets its server, which keeps what was stored through a stop and a start', async () => {
  const first = await openEmbeddedServer(folder)
  await ask(first.url, 'create table kept as select 7 as number')
  await first.close()
  expect(stateOf()).toBe('none')
  const second = await openEmbeddedServer(folder)
  expect(await ask(second.url, 'select number from kept')).toEqual({ number: 7 })
  await second.close()
})

test('it is durable, in UTF-8, reachable by no network and by no other user', async () => {
  const server = await openEmbeddedServer(folder)
  const settings = await ask(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages,
            current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding,
            current_setting('data_checksums') as checksums`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    commit: 'on',
    pages: 'on',
    addresses: '',
    encoding: 'UTF8',
    checksums: 'on',
  })
  expect(statSync(join(folder, 'database')).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'database', 'password')).mode & 0o777).toBe(0o600)
  await expect(ask(server.url.replace(/:[^:@]*@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  await server.close()
})

test('a second opening uses the running server, and the last to close stops it', async () => {
  const other = await anotherProcess(folder)
  expect(stateOf()).toBe('running')
  const mine = await openEmbeddedServer(folder)
  await mine.close()
  expect(stateOf()).toBe('running')
  await other.leave()
  expect(stateOf()).toBe('none')
})

test('many who start at once share one server', async () => {
  const servers = await Promise.all(Array.from({ length: 4 }, () => openEmbeddedServer(folder)))
  expect(new Set(servers.map(({ url }) => url)).size).toBe(1)
  for (const server of servers.slice(1)) await server.close()
  expect(stateOf()).toBe('running')
  await servers[0]?.close()
  expect(stateOf()).toBe('none')
})

test('after its starter was killed the server is taken over and stopped by the next', async () => {
  const other = await anotherProcess(folder)
  other.kill()
  await sleep(100)
  const mine = await openEmbeddedServer(folder)
  await ask(mine.url, 'select 1')
  await mine.close()
  expect(stateOf()).toBe('none')
})

test('after the server itself was killed it comes back with what was committed', async () => {
  const server = await openEmbeddedServer(folder)
  await ask(server.url, 'create table kept_too as select 7 as number')
  process.kill(readPostmaster(join(folder, 'database')).pid, 'SIGKILL')
  const again = await openEmbeddedServer(folder)
  expect(await ask(again.url, 'select number from kept_too')).toEqual({ number: 7 })
  await server.close()
  await again.close()
})

test('a server that dies under a running program is started again with the next transaction', async () => {
  const database = await openDatabase({ dataFolder: folder })
  await migrate(database.url)
  const One = z.object({ one: z.number() })
  const asked = () => database.read({ jurisdiction: 'a' }, (db) => db.one(One, sql`select 1 as one`))
  expect(await asked()).toEqual({ one: 1 })
  process.kill(readPostmaster(join(folder, 'database')).pid, 'SIGKILL')
  await expect.poll(() => database.pool.totalCount, { timeout: 10_000 }).toBe(0)
  expect(await asked()).toEqual({ one: 1 })
  await database.close()
  expect(stateOf()).toBe('none')
})

test('a left-over lock whose number belongs to another program does not keep the server from starting', async () => {
  const server = await openEmbeddedServer(folder)
  const lock = join(folder, 'database', 'postmaster.pid')
  const text = readFileSync(lock, 'utf8')
  await server.close()
  writeFileSync(lock, text.replace(/^\d+/, String(process.pid)))
  const again = await openEmbeddedServer(folder)
  expect(await ask(again.url, 'select 1 as one')).toEqual({ one: 1 })
  await again.close()
})

test('a data folder whose path is longer than a socket may have still works', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  const server = await openEmbeddedServer(deep)
  expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 })
  await server.close()
  expect(existsSync(join(deep, 'database', 'postmaster.pid'))).toBe(false)
})

describe.skipIf(process.getuid?.() !== 0)('as root', () => {
  test('the server runs as somebody else, even in a folder that only root may enter', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const server = await openEmbeddedServer(join(closed, 'data'))
    const { pid } = readPostmaster(join(closed, 'data', 'database'))
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\s/m)
    await server.close()
  })
})

test('a folder that cannot be used is refused with one sentence', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(openEmbeddedServer(join(folder, 'file'))).rejects.toMatchObject({ code: 'database.folder' })
  const broken = join(folder, 'broken')
  mkdirSync(join(broken, 'database'), { recursive: true })
  await expect(openEmbeddedServer(broken)).rejects.toMatchObject({ code: 'database.folder' })
})

/** Another process of ours that opens the folder, keeps a connection, and leaves when told. */
async function anotherProcess(dataFolder: string) {
  const script = `
    import { openDatabase } from '#platform/database/index.ts'
    const database = await openDatabase({ dataFolder: process.argv[1] })
    process.stdout.write('open')
    process.stdin.once('data', async () => { await database.close(); process.exit(0) })`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script, dataFolder],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  await new Promise((opened) => child.stdout.once('data', opened))
  return {
    kill: () => child.kill('SIGKILL'),
    leave: () =>
      new Promise((left) => {
        child.once('exit', left)
        child.stdin.write('leave')
      }),
  }
}
