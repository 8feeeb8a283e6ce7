import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import pg from 'pg'
import { migrate, openDatabase } from '#platform/database/index.ts'
import { type BenchGroup, type BenchRow, median } from './bench.ts'

const SECONDS = Number(process.env['BENCH_HTTP_SECONDS'] ?? 4)
const PAIRS = 5
const PGBENCH = '/usr/lib/postgresql/15/bin/pgbench'

const event = {
  caseNo: '510000-2026-000123',
  type: 'CaseAccepted',
  at: '2026-03-02T09:00:00+08:00',
  item: '建设工程规划许可证核发',
  actor: 'zhang.min',
  payload: {
    channel: '大厅',
    applicant: 'A-7731',
    materials: Array.from({ length: 8 }, (_, n) => `M-${n}`),
    note: '材料齐全，当场受理',
  },
}

/** Requests a second: of the server's CPU time, and of the clock on the wall. */
interface Rate {
  readonly byCpu: number
  readonly byWall: number
  readonly p99: number
}

/** HTTP, each server in a process of its own, asked over loopback. */
export const httpBench: BenchGroup = {
  title: 'HTTP',
  async run() {
    const program = await bundled()
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-http-'))
    const database = await openDatabase({ dataFolder: folder })
    try {
      await migrate(database.url)
      await naiveTable(database.url)
      return [
        await compare(program, {
          name: 'read route, guarded, against fastify saying hello',
          bar: 0.8,
          kinds: ['ours-hello', 'hello'],
        }),
        await compare(program, {
          name: 'write route, guarded and validated, against fastify + ajv',
          bar: 0.9,
          kinds: ['ours-write', 'ajv'],
        }),
        await compare(program, {
          name: 'durable command, answered after its commit, against one insert a request, 64 connections',
          bar: 2.5,
          kinds: ['ours-append', 'insert'],
          connections: 64,
          url: database.url,
        }),
        ...(await againstPgbench(program, database.url, folder)),
      ]
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function bundled(): Promise<string> {
  const build = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))
  const { bundle } = (await import(build)) as { bundle: (entries: object, outdir: string) => Promise<void> }
  const outdir = fileURLToPath(new URL('../dist/bench-http', import.meta.url))
  await bundle({ server: fileURLToPath(new URL('./http-server.ts', import.meta.url)) }, outdir)
  return join(outdir, 'server.mjs')
}

/** What the peer writes into: the columns of an event, a key and an index, as in `docs/benchmarks.md`. */
async function naiveTable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `create table naive (id bigserial primary key, case_no text, type text, at timestamptz, item text, actor text, payload jsonb);
     create index on naive (case_no, at)`,
  )
  await client.end()
}

interface Comparison {
  readonly name: string
  readonly bar: number
  readonly kinds: readonly [ours: string, peer: string]
  readonly connections?: number
  readonly url?: string
}

async function compare(
  program: string,
  { name, bar, kinds, connections = 16, url }: Comparison,
): Promise<BenchRow> {
  const [ours, peer] = [await start(program, kinds[0], url), await start(program, kinds[1], url)]
  try {
    const pairs: Array<readonly [Rate, Rate]> = []
    // A whole round each before it counts: compiling hot code runs beside the server and is charged to it.
    for (const server of [ours, peer]) await server.measure(connections)
    for (let pair = 0; pair < PAIRS; pair++)
      pairs.push([await ours.measure(connections), await peer.measure(connections)])
    const of = (value: (rate: Rate) => number, side: 0 | 1) => median(pairs.map((pair) => value(pair[side])))
    return {
      name,
      goal: `≥ ${bar} of its requests by server CPU`,
      bar,
      ratio: median(pairs.map(([mine, its]) => mine.byCpu / its.byCpu)),
      ours: of((rate) => rate.byCpu, 0),
      peer: of((rate) => rate.byCpu, 1),
      unit: 'requests/CPU s',
      note: `p99 ${of((rate) => rate.p99, 0)} ms against ${of((rate) => rate.p99, 1)} ms`,
    }
  } finally {
    for (const server of [ours, peer]) await server.stop()
  }
}

/** The disk's own pace: pgbench with the same row, 32 clients, prepared. */
async function againstPgbench(program: string, url: string, folder: string): Promise<BenchRow[]> {
  if (!existsSync(PGBENCH)) return []
  const script = join(folder, 'insert.sql')
  writeFileSync(
    script,
    `insert into naive values (default, '${event.caseNo}', '${event.type}', '${event.at}', '${event.item}', '${event.actor}', $j$${JSON.stringify(event.payload)}$j$);\n`,
  )
  const server = await start(program, 'ours-append', url)
  try {
    await server.measure(64)
    const pairs: Array<readonly [number, number]> = []
    for (let pair = 0; pair < PAIRS; pair++)
      pairs.push([(await server.measure(64)).byWall, transactionsASecond(url, script)])
    return [
      {
        name: 'durable command over HTTP, 64 connections, against pgbench with 32',
        goal: '≥ 0.6 of its transactions',
        bar: 0.6,
        ratio: median(pairs.map(([mine, its]) => mine / its)),
        ours: median(pairs.map(([mine]) => mine)),
        peer: median(pairs.map(([, its]) => its)),
        unit: '/s',
        note: 'by the wall clock; client, server and database share the cores',
      },
    ]
  } finally {
    await server.stop()
  }
}

function transactionsASecond(url: string, script: string): number {
  const words = ['-n', '-c', '32', '-j', '2', '-T', String(SECONDS), '-M', 'prepared', '-f', script, url]
  const run = spawnSync(PGBENCH, words, { encoding: 'utf8' })
  const found = /tps = ([\d.]+)/.exec(run.stdout)
  if (!found) throw new Error(`pgbench said nothing: ${run.stderr}`)
  return Number(found[1])
}

interface Server {
  measure(connections: number, seconds?: number): Promise<Rate>
  stop(): Promise<void>
}

async function start(program: string, kind: string, url = ''): Promise<Server> {
  const child = fork(program, { env: { ...process.env, KIND: kind, BENCH_DATABASE_URL: url } })
  const { address } = await message<{ address: string }>(child)
  const write = kind !== 'hello' && kind !== 'ours-hello'
  // Both get the same request; only ours looks at who sends it.
  const session = { cookie: 'xiaoneng_session=bench.session', 'x-csrf-token': 'page-token' }
  const headers = { ...session, ...(write ? { 'content-type': 'application/json' } : {}) }
  let sent = 0
  const request = write
    ? {
        method: 'POST' as const,
        setupRequest: <R extends object>(one: R) => ({
          ...one,
          // Cases come and go, and each gets its events one after the other.
          body: JSON.stringify({ ...event, caseNo: `C-${kind}-${(sent++ >> 3) % 50_000}` }),
        }),
      }
    : { method: 'GET' as const }
  return {
    async measure(connections, seconds = SECONDS) {
      const before = await cpuOf(child)
      const result = await autocannon({
        url: address,
        connections,
        duration: seconds,
        headers,
        requests: [request],
      })
      const used = (await cpuOf(child)) - before
      const refused = result.non2xx + result.errors
      if (refused > 0) throw new Error(`${kind}: ${refused} requests were not answered well`)
      const done = result.requests.total
      return { byCpu: done / used, byWall: done / result.duration, p99: result.latency.p99 }
    },
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const { cpu } = await message<{ cpu: NodeJS.CpuUsage }>(child)
  return (cpu.user + cpu.system) / 1e6
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
