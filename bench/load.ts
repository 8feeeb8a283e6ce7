import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchGroup, BenchRow } from './bench.ts'
import { type Client, openClient, type Timing } from './load-client.ts'
import { clerkAt, residentAt, type Town } from './load-acts.ts'
import { prepare, type Prepared } from './load-people.ts'

const CLERKS = Number(process.env['BENCH_CLERKS'] ?? 300)
const RESIDENTS = Number(process.env['BENCH_RESIDENTS'] ?? 3000)
const SECONDS = Number(process.env['BENCH_LOAD_SECONDS'] ?? 60)
const WARM_SECONDS = Number(process.env['BENCH_LOAD_WARM_SECONDS'] ?? 15)
/** Seconds from one request of a person to the next: a clerk reads, writes and asks; a resident reads a page. */
const CLERK_THINKS = 10
const RESIDENT_THINKS = 20

/** A hall at work: clerks and residents each at their own pace against one server and its database. */
export const loadBench: BenchGroup = {
  title: `${CLERKS} clerks and ${RESIDENTS.toLocaleString('en')} residents at work`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-load-'))
    try {
      say('preparing …')
      const prepared = await prepare(folder, Date.now(), { clerks: CLERKS, signedIn: RESIDENTS / 5 })
      const server = await start(folder)
      try {
        return await measure(server, prepared)
      } finally {
        server.child.send('end')
        await once(server.child, 'exit')
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const say = (text: string) => void process.stderr.write(`  ${text}\n`)

export interface Server {
  readonly child: ChildProcess
  readonly address: string
}

export async function start(folder: string): Promise<Server> {
  const build = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))
  const { bundle } = (await import(build)) as { bundle: (entries: object, outdir: string) => Promise<void> }
  const outdir = fileURLToPath(new URL('../dist/bench-load', import.meta.url))
  await bundle({ server: fileURLToPath(new URL('load-server.ts', import.meta.url)) }, outdir)
  const child = fork(join(outdir, 'server.mjs'), {
    env: { ...process.env, BENCH_FOLDER: folder },
    execArgv: (process.env['BENCH_SERVER_ARGS'] ?? '').split(' ').filter(Boolean),
  })
  const { address } = await message<{ address: string }>(child)
  return { child, address }
}

async function measure({ child, address }: Server, prepared: Prepared): Promise<BenchRow[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
  const timings: Timing[] = []
  const open = (headers: Record<string, string> = {}): Client => openClient(address, agent, headers, timings)
  const town: Town = { items: prepared.items, known: [], waiting: new Map(), served: 0 }
  say(`signing in ${prepared.clerks.length} clerks …`)
  const clerks = await signedIn(prepared, open, town)
  const residents = Array.from({ length: RESIDENTS }, (_, index) =>
    residentAt(town, prepared.residents[index], open),
  )
  const stopping = { at: Date.now() + (WARM_SECONDS + SECONDS) * 1000 }
  const living = [
    ...clerks.map((act) => live(act, CLERK_THINKS, stopping)),
    ...residents.map((act) => live(act, RESIDENT_THINKS, stopping)),
  ]
  await sleep(WARM_SECONDS * 1000)
  timings.length = 0
  const [began, before, own] = [performance.now(), await cpuOf(child), process.cpuUsage()]
  say(`measuring ${SECONDS} s …`)
  await sleep(SECONDS * 1000)
  const [seconds, after] = [(performance.now() - began) / 1000, await cpuOf(child)]
  const machine = coresOf({ before, after, own: process.cpuUsage(own), seconds })
  const measured = [...timings]
  // Everybody finishes what he is at and stops; those last requests are fewer and do not count.
  await Promise.all(living)
  for (const line of byName(measured)) say(line)
  child.send('verify')
  const { verified } = await message<{ verified: { problemCount: number } }>(child)
  agent.destroy()
  return rowsOf(measured, { seconds, machine, problems: verified.problemCount })
}

async function signedIn(prepared: Prepared, open: Parameters<typeof residentAt>[2], town: Town) {
  const acts: (() => Promise<void>)[] = []
  for (let from = 0; from < prepared.clerks.length; from += 4)
    acts.push(
      ...(await Promise.all(
        prepared.clerks.slice(from, from + 4).map((clerk) => clerkAt(town, clerk, open)),
      )),
    )
  return acts
}

/** One person: thinks, does the next thing, and never two at once. */
async function live(
  act: () => Promise<void>,
  thinks: number,
  stopping: { readonly at: number },
): Promise<void> {
  await sleep(Math.random() * thinks * 1000)
  while (Date.now() < stopping.at) {
    await act()
    await sleep((0.5 + Math.random()) * thinks * 1000)
  }
}

interface Run {
  readonly seconds: number
  readonly machine: string
  readonly problems: number
}

function rowsOf(timings: readonly Timing[], { seconds, machine, problems }: Run): BenchRow[] {
  const kind = (one: Timing['kind']) => timings.filter((timing) => timing.kind === one)
  const failed = timings.filter(({ well }) => !well).length
  const p95 = (name: string, of: readonly Timing[], bar: number): BenchRow => {
    const rate = (of.length / seconds).toFixed(1)
    const note = `${rate} a second, median ${quantile(of, 0.5).toFixed(1)} ms, p99 ${quantile(of, 0.99).toFixed(0)} ms; ${machine}`
    return {
      name,
      goal: `p95 ≤ ${bar} ms`,
      bar,
      atMost: true,
      ratio: quantile(of, 0.95),
      ours: quantile(of, 0.95),
      peer: bar,
      unit: 'ms',
      note,
    }
  }
  const none = (name: string, count: number, note: string): BenchRow => ({
    ...{ name, goal: 'none', bar: 0, atMost: true, ratio: count, ours: count, peer: 0, unit: '', note },
  })
  return [
    p95('commands: receive, accept, step, decide, deliver, apply', kind('command'), 500),
    p95('reads: work, cases, search, guides, tracking, own cases', kind('read'), 200),
    none('answers other than well', failed, `of ${timings.length.toLocaleString('en')}`),
    none('faults found in the ledger afterwards', problems, 'every hash and link'),
  ]
}

function byName(timings: readonly Timing[]): string[] {
  const names = [...new Set(timings.map(({ name }) => name))].sort()
  return names.map((name) => {
    const of = timings.filter((timing) => timing.name === name)
    const failed = of.filter(({ well }) => !well)
    const what = failed.length > 0 ? `, ${failed.length} failed (${failed[0]?.answer.slice(0, 160)})` : ''
    const [middle, late] = [quantile(of, 0.5).toFixed(1), quantile(of, 0.95).toFixed(1)]
    return `${name.padEnd(14)} ${String(of.length).padStart(6)}  median ${middle} ms  p95 ${late} ms${what}`
  })
}

function quantile(of: readonly Timing[], share: number): number {
  const sorted = of.map(({ ms }) => ms).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** CPU seconds as the server's process sees them. */
interface Cpu {
  readonly server: number
  readonly database: number
  readonly machine: number
}

async function cpuOf(child: ChildProcess): Promise<Cpu> {
  child.send('cpu')
  return message<Cpu>(child)
}

interface Between {
  readonly before: Cpu
  readonly after: Cpu
  readonly own: NodeJS.CpuUsage
  readonly seconds: number
}

/** How many cores each took on average; what is left of the machine's belonged to other programs. */
function coresOf({ before, after, own, seconds }: Between): string {
  const [server, database, people] = [
    after.server - before.server,
    after.database - before.database,
    (own.user + own.system) / 1e6,
  ]
  const others = after.machine - before.machine - server - database - people
  const cores = (used: number) => (used / seconds).toFixed(2)
  return `cores: server ${cores(server)}, database ${cores(database)}, measuring ${cores(people)}, other programs ${cores(others)}; load average ${loadavg()[0]?.toFixed(1)}`
}

async function message<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController()
  const gone = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('The server ended')
  })
  const [first] = (await Promise.race([once(child, 'message'), gone])) as [T]
  gone.catch(() => undefined)
  ended.abort()
  return first
}
