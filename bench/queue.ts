import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDemoAccounts, DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import {
  issueBadge,
  issueTicket,
  registerCounter,
  registerHall,
  setCounterState,
  takeSeat,
} from '#modules/hall/index.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import { type BenchGroup, type BenchRow, median } from './bench.ts'

const SCREENS = Number(process.env['BENCH_SCREENS'] ?? 500)
const CALLS = 60
const CLERK = 'li.wei'
const HALL = 'main'

/** 叫号到屏: the time from the clerk's key to every screen of the hall, over HTTP and server-sent events. */
export const queueBench: BenchGroup = {
  title: `A call of the queue on ${SCREENS} screens`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-queue-'))
    try {
      await prepare(folder)
      const { child, address } = await start(folder)
      try {
        return rowsOf(await measure(address))
      } finally {
        child.send('end')
        await once(child, 'exit')
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** A hall with one counter, its clerk seated, and more who wait than are called. */
async function prepare(folder: string): Promise<void> {
  const database = await openDatabase({ dataFolder: folder })
  await migrate(database.url)
  const now = Date.now()
  const units = [{ id: 'planning', name: '规划局', nameEn: 'Planning' }]
  await createDemoAccounts(database, { now, units })
  const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
  const doing = { by: 'bench', at: now }
  const name = { zh: '大厅', en: 'Hall' }
  await database.transaction(scope, async (db) => {
    const place = { name, level: 'county', address: '', phone: '', unit: 'planning', channels: [] } as const
    await registerHall(db, HALL, { ...place, channels: [] }, doing)
    const hours = { workingHours: '00:00-24:00', restHours: '00:00-24:00' }
    await registerCounter(db, 'A01', { hall: HALL, name, place: '', units: ['planning'], ...hours }, doing)
    await setCounterState(db, { counter: 'A01', state: 'open', reason: '', manager: true }, doing)
    await issueBadge(db, '001', { account: CLERK, name: '李', unit: 'planning', duties: name }, doing)
    await takeSeat(db, { counter: 'A01', badge: '001' }, { by: CLERK, at: now })
    for (let at = 0; at < CALLS + 20; at++)
      await issueTicket(db, { hall: HALL, group: 'A', channel: 'kiosk', priority: null }, doing)
  })
  await database.close()
}

async function start(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const build = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))
  const { bundle } = (await import(build)) as { bundle: (entries: object, outdir: string) => Promise<void> }
  const outdir = fileURLToPath(new URL('../dist/bench-queue', import.meta.url))
  await bundle({ server: fileURLToPath(new URL('load-server.ts', import.meta.url)) }, outdir)
  const child = fork(join(outdir, 'server.mjs'), { env: { ...process.env, BENCH_FOLDER: folder } })
  const [{ address }] = (await once(child, 'message')) as [{ address: string }]
  return { child, address }
}

interface Measured {
  /** Milliseconds until a screen showed the call: of every screen and call. */
  readonly each: number[]
  /** Until the last of them did, by call. */
  readonly last: number[]
}

async function measure(address: string): Promise<Measured> {
  const heard = new Map<string, number[]>()
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  const screens = Array.from({ length: SCREENS }, () => open(address, agent, heard))
  const post = await signedIn(address)
  await sleep(3000)
  const measured: Measured = { each: [], last: [] }
  for (let call = 0; call < CALLS; call++) {
    const began = performance.now()
    const number = await post('/api/hall/counter-queue/call')
    for (let waited = 0; (heard.get(number)?.length ?? 0) < SCREENS && waited < 200; waited++) await sleep(10)
    const times = (heard.get(number) ?? []).map((at) => at - began)
    if (times.length < SCREENS) throw new Error(`${times.length} of ${SCREENS} screens showed ${number}`)
    measured.each.push(...times)
    measured.last.push(Math.max(...times))
    await sleep(100)
  }
  for (const screen of screens) screen.destroy()
  agent.destroy()
  return measured
}

/** A screen: remembers when it first heard that a number is served. */
function open(address: string, agent: Agent, heard: Map<string, number[]>) {
  let served = ''
  return get(`${address}/api/hall/halls/${HALL}/queue/stream`, { agent }, (answer) => {
    let text = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk: string) => {
      text += chunk
      const end = text.lastIndexOf('\n\n')
      if (end < 0) return
      const number = /"serving":\[\{"number":"(\w+)"/.exec(text.slice(0, end))?.[1]
      text = text.slice(end + 2)
      if (number === undefined || number === served) return
      served = number
      heard.set(number, [...(heard.get(number) ?? []), performance.now()])
    })
    answer.on('error', () => undefined)
  }).on('error', () => undefined)
}

async function signedIn(address: string): Promise<(path: string) => Promise<string>> {
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api/session`, {
    ...{ method: 'POST', headers: json },
    body: JSON.stringify({ account: CLERK, password: DEMO_PASSWORD }),
  })
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return async (path) => {
    const headers = { ...json, cookie, 'x-csrf-token': csrfToken }
    const called = await fetch(`${address}${path}`, { method: 'POST', headers, body: '{}' })
    const { number, detailEn } = (await called.json()) as { number?: string; detailEn?: string }
    if (number === undefined) throw new Error(detailEn)
    return number
  }
}

const GOAL_MS = 300

function rowsOf({ each, last }: Measured): BenchRow[] {
  const p95 = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
  const row = (name: string, value: number): BenchRow => ({
    ...{ name, goal: `≤ ${GOAL_MS} ms`, bar: GOAL_MS, atMost: true, unit: 'ms' },
    ...{ ratio: value, ours: value, peer: GOAL_MS },
    note: `${CALLS} calls, one hall, one process`,
  })
  return [
    row('from the key to a screen, p95 of all screens and calls', p95(each)),
    row('until the last screen shows it, p95 of calls', p95(last)),
    row('until the last screen shows it, the middle call', median(last)),
  ]
}
