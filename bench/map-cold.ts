import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openApp } from '#src/app.ts'
import { createDemoAccounts, DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { importLog } from '#modules/exchange/index.ts'
import { DEMO_UNITS } from '#modules/supervision/index.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import type { BenchGroup, BenchRow } from './bench.ts'
import { STEPS, syntheticCases } from './kernels/synthetic-ledger.ts'

const CASES = Number(process.env['BENCH_MAP_STORED'] ?? 100_000)
const NOW = Date.UTC(2026, 0, 5, 2)
const LOG = 'ledger'

/**
 * 流程图，重启之后第一次打开: the map of a stored log over HTTP by a server and a database that were started just before,
 * so that its events come from the ledger; and again, when the server has its columns.
 */
export const coldMapBench: BenchGroup = {
  title: `Process map over HTTP, ${CASES.toLocaleString('en')} cases stored`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-map-'))
    try {
      const events = await stored(folder)
      const [cold, again] = await asked(folder)
      const row = (name: string, seconds: number): BenchRow => ({
        ...{ name, goal: '≤ 2 s', bar: 2, atMost: true, ratio: seconds, ours: seconds, peer: 2, unit: 's' },
        note: `${events.toLocaleString('en')} events, wall time of the answer`,
      })
      return [row('the first time after a start', cold), row('again', again)]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function* lines(): Generator<string> {
  yield 'case,activity,at,resource\n'
  for (const { number, steps, at, persons } of syntheticCases(CASES))
    yield steps
      .map(
        (step, place) =>
          `C${number},${STEPS[step]},${new Date(at[place] ?? 0).toISOString()},P${persons[place]}\n`,
      )
      .join('')
}

async function stored(folder: string): Promise<number> {
  const file = join(folder, 'ledger.csv')
  await pipeline(Readable.from(lines()), createWriteStream(file))
  const database = await openDatabase({ dataFolder: folder })
  try {
    await migrate(database.url)
    await createDemoAccounts(database, { now: NOW, units: DEMO_UNITS })
    const columns = { case: 'case', activity: 'activity', at: 'at', resource: 'resource' }
    const given = { jurisdiction: DEMO_JURISDICTION, account: 'bench', log: LOG, file, now: NOW }
    return (await importLog(database, { ...given, mapping: { columns } })).events
  } finally {
    await database.close()
  }
}

async function asked(dataFolder: string): Promise<[cold: number, again: number]> {
  const database = await openDatabase({ dataFolder })
  const app = await openApp({ database, dataFolder, version: 'bench', now: () => NOW, demo: true })
  try {
    const payload = { account: 'zhang.min', password: DEMO_PASSWORD }
    const session = await app.http.inject({ method: 'POST', url: '/api/session', payload })
    const headers = { cookie: String(session.headers['set-cookie']).split(';')[0] ?? '' }
    const draw = async (): Promise<number> => {
      const began = performance.now()
      const answer = await app.http.inject({ method: 'GET', url: `/api/logs/${LOG}/map`, headers })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return (performance.now() - began) / 1000
    }
    return [await draw(), await draw()]
  } finally {
    await app.close()
    await database.close()
  }
}
