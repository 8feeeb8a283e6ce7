import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { readPostmaster, removeMisleading } from './postmaster-file.ts'
import { refuse } from './refusals.ts'
import { chooseRunner, commandOf, giveTo, type Runner } from './runner.ts'

export interface EmbeddedServer {
  /** A connection address of the owner role, for this process and its children only: it holds the password. */
  readonly url: string
  /** Stops the server when nobody else of ours is connected to it: the last one out turns off the light. */
  close(): Promise<void>
}

export interface EmbeddedOptions {
  /** False only for throw-away tests: without fsync a power cut loses data. */
  readonly durable?: boolean
}

const NAME = 'xiaoneng'
const PORT = 5432
const START_WITHIN_MS = 60_000
const LOG_LIMIT_BYTES = 10_000_000

/** How the connections of this process are called in the server's list. */
export const applicationName = `${NAME}:${process.pid}`

/**
 * Connects to the server of a data folder, making and starting it when needed. Any number of processes may do this at
 * once: the folder is made under another name and renamed, and PostgreSQL's own lock lets only one server start.
 */
export async function openEmbeddedServer(
  dataFolder: string,
  { durable = true }: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const home = resolve(dataFolder)
  const folder = join(home, 'database')
  makeHome(home)
  if (!existsSync(folder)) initialise(home, folder, durable)
  readPassword(folder)
  const shortcut = shortPath(folder)
  try {
    await start(home, folder, shortcut.path)
  } catch (error) {
    shortcut.remove()
    throw error
  }
  const url = addressOf(folder, shortcut.path, NAME)
  openings.set(folder, (openings.get(folder) ?? 0) + 1)
  return {
    url,
    async close() {
      const left = (openings.get(folder) ?? 1) - 1
      openings.set(folder, left)
      if (left === 0 && (await isLastOne(url))) await stopEmbeddedServer(dataFolder)
      shortcut.remove()
    },
  }
}

/** How often this process has a folder open: its own connections do not tell it whether it is the last one. */
const openings = new Map<string, number>()

function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw refuse('database.folder', { folder: home, reason: reasonOf(error) })
  }
}

/** `initdb` under another name, then one rename: a folder called `database` is always complete. */
function initialise(home: string, folder: string, durable: boolean): void {
  const runner = chooseRunner(undefined)
  const fresh = mkdtempSync(join(home, 'database.new-'))
  const secret = mkdtempSync(join(tmpdir(), 'xiaoneng-secret-'))
  try {
    const password = join(secret, 'password')
    writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    for (const path of [fresh, secret, password]) giveTo(runner, path)
    const { command, words, account } = commandOf(
      runner,
      'initdb',
      initialWords(runner, fresh, password, durable),
    )
    const made = spawnSync(command, words, {
      ...account,
      cwd: fresh,
      env: serverEnvironment(),
      encoding: 'utf8',
    })
    if (made.status !== 0) throw refuse('database.folder', { folder, reason: lastLine(made.stderr) })
    writeFileSync(join(fresh, 'password'), readFileSync(password), { mode: 0o600 })
    giveTo(runner, join(fresh, 'password'))
    if (!durable) writeFileSync(join(fresh, 'postgresql.auto.conf'), 'fsync = off\nfull_page_writes = off\n')
    publish(fresh, folder)
  } finally {
    rmSync(secret, { recursive: true, force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** The collation is PostgreSQL's own: it never changes when the operating system does. */
function initialWords(runner: Runner, fresh: string, password: string, durable: boolean): string[] {
  return [
    ...['-D', runner.dataArgument(fresh), '-U', NAME, '--pwfile', password, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
    ...(durable ? ['--data-checksums'] : ['--no-sync', '--no-data-checksums']),
  ]
}

function publish(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(folder)) throw refuse('database.folder', { folder, reason: reasonOf(error) })
  }
}

/** Starts the server unless it runs, and returns once it answers. */
async function start(home: string, folder: string, path: string): Promise<void> {
  const log = join(home, 'database.log')
  const until = performance.now() + START_WITHIN_MS
  let child: ChildProcess | undefined
  let trouble = ''
  while (performance.now() < until) {
    const { state } = readPostmaster(folder)
    if (state === 'misleading') removeMisleading(folder)
    else if (state !== 'running' && !isStarting(child)) {
      if (child && trouble) break
      child = await launch(folder, log)
    }
    const refused = await ask(folder, path)
    if (refused === undefined) return
    if (child && !isStarting(child)) trouble = refused
    await sleep(15)
  }
  throw refuse('database.not-starting', { reason: lastLogged(log) || trouble || 'no answer', log })
}

const isStarting = (child: ChildProcess | undefined) => child !== undefined && child.exitCode === null

/** A session of its own, so that Ctrl-C in our terminal does not reach the server before we have finished with it. */
async function launch(folder: string, log: string): Promise<ChildProcess> {
  const runner = chooseRunner(folder)
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`)
  const output = openSync(log, 'a', 0o600)
  const { command, words, account } = commandOf(runner, 'postgres', [
    ...['-D', runner.dataArgument(folder)],
    ...(await endpointWords()),
    ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const stdio = ['ignore', output, output] as const
  const child = spawn(command, words, {
    ...{
      ...account,
      cwd: folder,
      env: serverEnvironment(),
      stdio: [...stdio],
      detached: true,
      windowsHide: true,
    },
  })
  child.on('error', () => undefined)
  child.unref()
  closeSync(output)
  return child
}

const SETTINGS = {
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
} as const

/** Only a socket in the data folder, which only its owner may enter; Windows has none and gets a loopback port. */
async function endpointWords(): Promise<string[]> {
  if (process.platform !== 'win32') return ['-k', '.', '-c', 'listen_addresses=', '-p', String(PORT)]
  return ['-c', 'listen_addresses=127.0.0.1', '-p', String(await freePort())]
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : PORT))
    })
  })
}

/** Nothing of our environment: PG* variables would change the server's mind about where it lives. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    SystemRoot: process.env['SystemRoot'],
  }
}

function addressOf(folder: string, path: string, database: string): string {
  const password = readPassword(folder)
  if (process.platform !== 'win32') {
    return `postgresql://${NAME}:${password}@/${database}?host=${encodeURIComponent(path)}&port=${PORT}`
  }
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]?.trim()
  return `postgresql://${NAME}:${password}@127.0.0.1:${port}/${database}`
}

function readPassword(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8').trim()
  } catch (error) {
    throw refuse('database.folder', { folder, reason: reasonOf(error) })
  }
}

/** Tries one connection; the answer is why not. The project's own database is made on the first one. */
async function ask(folder: string, path: string): Promise<string | undefined> {
  if (readPostmaster(folder).state !== 'running') return 'not running'
  try {
    await withClient(addressOf(folder, path, NAME), async () => undefined)
    return undefined
  } catch (error) {
    if (codeOf(error) !== '3D000') return reasonOf(error)
  }
  try {
    await withClient(addressOf(folder, path, 'postgres'), (client) => client.query(`create database ${NAME}`))
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function isLastOne(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => {
      const others = await client.query(
        'select 1 from pg_stat_activity where application_name like $1 and application_name <> $2 limit 1',
        [`${NAME}:%`, applicationName],
      )
      return others.rowCount === 0
    })
  } catch {
    return false
  }
}

/** Asks the server of a data folder to stop, rolling back what is under way, and waits until it has. */
export async function stopEmbeddedServer(dataFolder: string): Promise<void> {
  const folder = join(resolve(dataFolder), 'database')
  const { state, pid } = readPostmaster(folder)
  if (state !== 'running') return
  process.kill(pid, 'SIGINT')
  const until = performance.now() + START_WITHIN_MS
  while (readPostmaster(folder).state === 'running' && performance.now() < until) await sleep(10)
}

/**
 * A socket's path may be 107 bytes long, and a data folder's may be longer: then the clients go through a link in a
 * short folder that only we may read. The server itself is told "here" and never meets the limit.
 */
function shortPath(folder: string): { path: string; remove: () => void } {
  if (process.platform === 'win32' || Buffer.byteLength(folder) + 15 < 100)
    return { path: folder, remove: () => undefined }
  const short = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'xn-'))
  const path = join(short, 'db')
  symlinkSync(folder, path)
  const remove = () => {
    if (lstatSync(short, { throwIfNoEntry: false })) rmSync(short, { recursive: true, force: true })
  }
  process.once('exit', remove)
  return { path, remove }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

function lastLogged(log: string): string {
  try {
    return lastLine(readFileSync(log, 'utf8'))
  } catch {
    return ''
  }
}
