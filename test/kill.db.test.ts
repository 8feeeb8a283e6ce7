import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStream, verifyStored } from '#engines/ledger/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  openEmbeddedServer,
  stopEmbeddedServer,
} from '#platform/database/index.ts'
import { testDatabase } from '#test/database/index.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-kill-'))
const program = join(folder, 'append-until-killed.cjs')
const scope = { jurisdiction: 'killed' }
const KILLS = Number(process.env['KILLS'] ?? 100)

/** Bundled, the process is up in a tenth of a second, and a hundred of them fit into the suite. */
beforeAll(async () => {
  const entryPoints = [fileURLToPath(new URL('kill/append-until-killed.ts', import.meta.url))]
  const external = ['pg-native']
  const logOverride = { 'empty-import-meta': 'silent' } as const
  await build({
    entryPoints,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external,
    logOverride,
    outfile: program,
  })
})
afterAll(async () => {
  await stopEmbeddedServer(folder)
  rmSync(folder, { recursive: true, force: true })
})

interface Victim {
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  readonly ready: Promise<unknown>
  readonly gone: Promise<unknown>
}

const answers = join(folder, 'answers')

function newVictim(url: string, round: string): Victim {
  const child = spawn(process.execPath, [program, url, round, answers], { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.on('error', () => undefined)
  return { child, ready: once(child.stdout, 'data'), gone: once(child, 'close') }
}

/** Lets it write, and waits for its first answer. */
async function underLoad({ child, ready, gone }: Victim): Promise<void> {
  await ready
  const writing = once(child.stdout, 'data')
  child.stdin.write('go')
  await Promise.race([writing, gone])
}

/** The last version that each writer of these rounds was told of. */
function acknowledgedIn(rounds: RegExp): Map<string, number> {
  const told = readFileSync(answers, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
  const whole = told.filter(([stream = '', version]) => rounds.test(stream) && version)
  return new Map(whole.map(([stream = '', version]) => [stream, Number(version)]))
}

/** What was acknowledged and is not stored, and what is stored in more versions than were ever sent. */
async function compare(on: Database, acknowledged: ReadonlyMap<string, number>) {
  let [lost, doubled, stored] = [0, 0, 0]
  for (const [stream, version] of acknowledged) {
    const events = await on.read(scope, (db) => readStream(db, stream))
    const sent = events.map(({ payload }) => payload['version'])
    stored += events.length
    lost += Math.max(0, version - events.length)
    doubled += events.length > version + 1 || new Set(sent).size < sent.length ? 1 : 0
  }
  return { lost, doubled, stored }
}

test(`a process killed ${KILLS} times under load loses no acknowledged command and doubles none`, async () => {
  let next = newVictim(database.url, 'round-0')
  for (let round = 1; round <= KILLS; round++) {
    const victim = next
    next = newVictim(database.url, `round-${round}`)
    await underLoad(victim)
    await sleep(Math.random() * 80)
    victim.child.kill('SIGKILL')
    await victim.gone
  }
  next.child.kill('SIGKILL')
  await next.gone
  const all = acknowledgedIn(/^round/)
  expect(all.size).toBeGreaterThan(KILLS)
  expect(await compare(database, all)).toMatchObject({ lost: 0, doubled: 0 })
  expect(await database.read(scope, verifyStored)).toMatchObject({ problemCount: 0 })
}, 400_000)

test('a database server killed under load comes back with every acknowledged command', async () => {
  const data = join(folder, 'data')
  for (let round = 0; round < 4; round++) {
    const server = await openEmbeddedServer(data)
    await migrate(server.url)
    const victim = newVictim(server.url, `server-${round}`)
    await underLoad(victim)
    await sleep(50 + Math.random() * 150)
    process.kill(
      Number(readFileSync(join(data, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    )
    await sleep(20)
    victim.child.kill('SIGKILL')
    await victim.gone
  }
  const durable = await openDatabase({ dataFolder: data })
  const all = acknowledgedIn(/^server/)
  expect(all.size).toBeGreaterThan(4)
  expect(await compare(durable, all)).toMatchObject({ lost: 0, doubled: 0 })
  expect(await durable.read(scope, verifyStored)).toMatchObject({ problemCount: 0 })
  await durable.close()
  await stopEmbeddedServer(data)
}, 200_000)
