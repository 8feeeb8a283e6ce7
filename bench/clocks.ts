import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClockTerms, parseLimit } from '#engines/clocks/index.ts'
import {
  extendClock,
  loadNoticeAndReproject,
  startClocks,
  sweepClocks,
} from '#engines/clocks/stored/index.ts'
import type { Db } from '#kernel/sql.ts'
import { type Database, migrate, openDatabase } from '#platform/database/index.ts'
import { type BenchGroup, type BenchRow, median } from './bench.ts'

const FEW = 10_000
const MANY = Number(process.env['BENCH_CLOCKS'] ?? 1_000_000)
const DUE = 1000
const STARTS_A_TRANSACTION = 2000
const ROUNDS = 12

const at = (text: string) => Date.parse(`${text}T10:00:00+08:00`)
const scopeOf = (jurisdiction: string) => ({ jurisdiction, reach: 'jurisdiction' }) as const

/** A city has some ninety departments. */
const UNITS = 92

const terms = (from: string, number = 0): ClockTerms => ({
  kind: 'statutory',
  rule: 'XK-04',
  from,
  limit: parseLimit('20W'),
  calendar: 'cn',
  handlingUnit: `unit-${number % UNITS}`,
  suspendedBy: [],
  extension: {
    longest: parseLimit('10W'),
    times: 1,
    approver: { zh: '负责人', en: 'head' },
    told: { zh: '申请人', en: 'applicant' },
  },
})

/** What the clocks of a million open matters cost. */
export const clocksBench: BenchGroup = {
  title: 'Clocks',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-clocks-'))
    const database = await openDatabase({ dataFolder: folder })
    try {
      await migrate(database.url)
      await fill(database, 'few', FEW)
      await fill(database, 'many', MANY)
      return [await sweepRow(database), await reprojectRow(database)]
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Open clocks that end in 2027, so that the next notice concerns all of them. */
async function fill(database: Database, jurisdiction: string, count: number): Promise<void> {
  let next = 0
  const filler = async () => {
    while (next < count) {
      const start = next
      next += STARTS_A_TRANSACTION
      await startThem(
        database,
        jurisdiction,
        clocksFrom(start, Math.min(STARTS_A_TRANSACTION, count - start)),
      )
    }
  }
  await Promise.all([filler(), filler()])
}

const clocksFrom = (start: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = start + index
    const id = `c${String(number).padStart(8, '0')}`
    const from = `2026-12-${String(10 + (number % 20)).padStart(2, '0')}`
    return { id, subject: `case/${id}`, terms: terms(from, number) }
  })

const startThem = (database: Database, jurisdiction: string, clocks: Parameters<typeof startClocks>[1]) =>
  database.transaction(scopeOf(jurisdiction), (db: Db) =>
    startClocks(db, clocks, { actor: 'bench', now: at('2026-12-10') }),
  )

/** The same thousand expiries, among few and among many open clocks. */
async function sweepRow(database: Database): Promise<BenchRow> {
  const seconds = { few: [] as number[], many: [] as number[], ratio: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++) {
    const took = { few: 0, many: 0 }
    // In turn, each first every other time: who comes second finds the caches warmer.
    for (const place of round % 2 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
      const clocks = Array.from({ length: DUE }, (_, index) => {
        const id = `due-${round}-${String(index).padStart(5, '0')}`
        return { id, subject: `case/${id}`, terms: terms('2026-09-18', index) }
      })
      await startThem(database, place, clocks)
      const before = performance.now()
      const { expired } = await sweepClocks(database, place, { now: at('2026-11-02') })
      took[place] = (performance.now() - before) / 1000
      if (expired !== DUE) throw new Error(`${expired} expired instead of ${DUE}`)
    }
    // The first round warms the caches and the plans.
    if (round === 0) continue
    seconds.few.push(took.few)
    seconds.many.push(took.many)
    seconds.ratio.push(took.many / took.few)
  }
  return {
    name: `${DUE} expiries among ${MANY.toLocaleString('en')} open clocks against among ${FEW.toLocaleString('en')}`,
    goal: '≤ 1.3 × the time',
    bar: 1.3,
    atMost: true,
    ratio: median(seconds.ratio),
    ours: DUE / median(seconds.many),
    peer: DUE / median(seconds.few),
    unit: 'expiries/s',
  }
}

/** A notice that concerns every open clock, while commands keep coming. */
async function reprojectRow(database: Database): Promise<BenchRow> {
  const holidays = [{ name: '元旦', off: '2027-01-01..2027-01-03', work: '2026-12-27' }]
  const notice = { year: 2027, title: '2027', publishedOn: '2026-11-05', source: 'bench', holidays }
  const commands = commandsMeanwhile(database)
  const before = performance.now()
  const { changed } = await loadNoticeAndReproject(database, 'many', {
    notice,
    loadedBy: 'bench',
    now: at('2026-12-11'),
  })
  const seconds = (performance.now() - before) / 1000
  const { p95, slowest, answered } = await commands.finish()
  const load = (loadavg()[0] ?? Number.NaN).toFixed(1)
  return {
    name: `${changed.toLocaleString('en')} open clocks moved by a new notice, each with its journal entry (seconds)`,
    goal: '≤ 120 s, commands answered meanwhile',
    bar: 120,
    atMost: true,
    ratio: seconds,
    ours: changed / seconds,
    peer: Number.NaN,
    unit: 'clocks/s',
    note: `${answered} extensions answered meanwhile, p95 ${Math.round(p95)} ms, slowest ${Math.round(slowest)} ms; load of the machine ${load}`,
  }
}

const PAUSE_MS = 50

function commandsMeanwhile(database: Database) {
  const times: number[] = []
  let going = true
  const asked = { by: parseLimit('1W'), approver: 'director', approverUnit: 'bureau', reason: 'bench' }
  const loop = async () => {
    for (let number = 0; going; number++) {
      // Spread over all ids, so that some wait for the batch under way and most do not.
      const id = `c${String((number * 104_729) % MANY).padStart(8, '0')}`
      const before = performance.now()
      const entry = { actor: 'bench', now: at('2026-12-11') + 1000 }
      await database.transaction(scopeOf('many'), (db) => extendClock(db, id, asked, entry))
      times.push(performance.now() - before)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  const running = loop()
  return {
    async finish() {
      going = false
      await running
      const sorted = times.sort((a, b) => a - b)
      return {
        p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
        slowest: sorted.at(-1) ?? Number.NaN,
        answered: sorted.length,
      }
    },
  }
}
