import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { layPath } from '#engines/rules/index.ts'
import { importLog } from '#modules/exchange/index.ts'
import { compilePublishedPath, conform } from '#modules/mining/index.ts'
import { getLog, storedHistories } from '#modules/supervision/index.ts'
import { type Database, migrate, openDatabase } from '#platform/database/index.ts'
import { agree, type BenchGroup, median } from './bench.ts'
import { SYNTHETIC_PATH } from './mining.ts'
import { STEPS, syntheticCases } from './kernels/synthetic-ledger.ts'

const CASES = 10_000
/** A log once read is kept in memory, so every reading that is measured has a log of its own; the first warms up. */
const LOGS = ['first', 'second', 'third']
const JURISDICTION = '510000'
const scope = { jurisdiction: JURISDICTION, account: 'bench', reach: 'jurisdiction' } as const

/** From the ledger on disk to the verdict on every case, against a bare COPY of the same rows that nobody looks at. */
export const verdictBench: BenchGroup = {
  title: 'The ledger to a verdict (10,000 cases)',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-verdict-'))
    const database = await openDatabase({ dataFolder: folder })
    try {
      await migrate(database.url)
      const events = await fill(database, join(folder, 'ledger.csv'))
      const rates = { ours: [] as number[], peer: [] as number[], ratio: [] as number[] }
      for (const log of LOGS) {
        const theirs = await seconds(() => bareCopy(database, log))
        const mine = await seconds(async () => agree('events read', await verdicts(database, log), events))
        rates.ours.push(events / mine)
        rates.peer.push(events / theirs)
        rates.ratio.push(mine / theirs)
      }
      return [
        {
          name: 'columns and verdicts of a stored log, read for the first time',
          goal: '≤ 1.5 × a bare COPY of the same rows',
          bar: 1.5,
          atMost: true,
          ours: median(rates.ours.slice(1)),
          peer: median(rates.peer.slice(1)),
          ratio: median(rates.ratio.slice(1)),
          unit: 'events/s',
          note: 'by the clock; read again, a log that has not grown comes from memory',
        },
      ]
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function fill(database: Database, file: string): Promise<number> {
  const lines = ['case,activity,at,resource']
  for (const { number, steps, at, persons } of syntheticCases(CASES))
    steps.forEach((step, place) =>
      lines.push(`C${number},${STEPS[step]},${new Date(at[place] ?? 0).toISOString()},P${persons[place]}`),
    )
  writeFileSync(file, lines.join('\n'))
  const columns = { case: 'case', activity: 'activity', at: 'at', resource: 'resource' }
  for (const log of LOGS) {
    const request = { jurisdiction: JURISDICTION, account: 'bench', log, file, now: Date.UTC(2026, 0, 1) }
    const { events } = await importLog(database, { ...request, mapping: { columns } })
    agree('events stored', events, lines.length - 1)
  }
  return lines.length - 1
}

async function bareCopy(database: Database, log: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const rows = `select stream, version, type, occurred_at, recorded_at, actor, payload from ledger_event
                 where jurisdiction = '${JURISDICTION}' and stream like 'log/${log}/%' order by stream, version`
  let bytes = 0
  for await (const part of client.query(copyTo(`copy (${rows}) to stdout`))) bytes += (part as Buffer).length
  await client.end()
  if (bytes === 0) throw new Error('nothing was copied')
}

async function verdicts(database: Database, log: string): Promise<number> {
  const { automaton, others } = await compilePublishedPath(JSON.stringify({ path: SYNTHETIC_PATH }))
  const histories = await database.read(scope, async (db) => storedHistories(db, await getLog(db, log)))
  conform(histories, layPath(automaton, histories.activities, others))
  return histories.eventCount
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
