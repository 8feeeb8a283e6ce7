import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type App, openApp } from '#src/app.ts'
import { createDemoAccounts, DEMO_JURISDICTION } from '#modules/access/index.ts'
import { DEMO_UNITS, type LogDefinition, registerLog } from '#modules/supervision/index.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import type { BenchGroup, BenchRow } from './bench.ts'

const CASES = Number(process.env['BENCH_LISTS'] ?? 1_000_000)
const ASKED = 120
const LIST_BAR_MS = 60
const FIGURE_BAR_MS = 5

/** Lists and figures at a million cases, asked over HTTP as the pages ask, through row-level security. */
export const listsBench: BenchGroup = {
  title: `Lists and figures at ${CASES.toLocaleString('en')} cases`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-lists-'))
    const database = await openDatabase({ dataFolder: folder })
    const now = Date.parse('2026-11-20T03:00:00Z')
    try {
      await migrate(database.url)
      const { password } = await createDemoAccounts(database, { now, units: DEMO_UNITS })
      for (const log of ['few-items', 'many-items']) {
        const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction', account: 'bench' } as const
        await database.transaction(scope, (db) =>
          registerLog(db, definition(log), { now, calendar: chinaCalendar(), actor: 'bench' }),
        )
      }
      await fill(database.url)
      const app = await openApp({
        database,
        dataFolder: folder,
        version: 'bench',
        now: () => now,
        demo: true,
      })
      try {
        return await measure(app, password)
      } finally {
        await app.close()
      }
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const definition = (log: string): LogDefinition => ({
  log,
  title: log,
  source: 'import',
  order: 'arrival',
  live: false,
  profile: {},
})

/** Rows put in by SQL: the lists are measured here, not the append. Each cell counts exactly the rows that name it. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into watched_case
       select $1, case when n % 2 = 0 then 'few-items' else 'many-items' end, 'C-' || lpad(n::text, 8, '0'), 0,
              timestamptz '2026-11-19 10:00+08' - n * interval '31 seconds',
              timestamptz '2026-11-25 00:00+08' - (n % 100000) * interval '97 seconds',
              'item-' || case when n % 2 = 0 then n % 10 else n % 10000 end,
              ($2::text[])[n % cardinality($2::text[]) + 1], 'desk',
              case when n % 20 = 0 then 'open' when n % 400 = 1 then 'suspended' else 'concluded' end,
              case when n % 41 = 0 then 'red' when n % 37 = 0 then 'yellow' when n % 60 = 0 then 'soon' else 'quiet' end,
              n % 41 = 0 or n % 37 = 0, true, n % 3 = 0,
              timestamptz '2026-11-19 10:00+08' - n * interval '31 seconds', null, '审查', timestamptz '2026-11-19 10:00+08',
              6, n % 30, null, null, false, 0, '{}'
         from generate_series(1, $3::int) as n`,
      [DEMO_JURISDICTION, DEMO_UNITS.map(({ id }) => id), CASES],
    )
    await client.query(`
      update watched_case
         set cell = hashtextextended(concat_ws(' ', log, unit, state, colour, late, timed, early), 0) & 9007199254740991`)
    await client.query(`
      insert into watch_cell
      select jurisdiction, cell, log, unit, state, colour, late, timed, early, '', count(*), sum(events)
        from watched_case
       group by jurisdiction, cell, log, unit, state, colour, late, timed, early`)
    await client.query(`
      insert into watch_duration
      select jurisdiction, log, unit, used_days, count(*)
        from watched_case
       where state = 'concluded'
       group by jurisdiction, log, unit, used_days`)
    await client.query(`
      insert into watch_total
      select jurisdiction, log, unit, count(*), sum(events), count(*) filter (where state = 'open'),
             count(*) filter (where state = 'suspended'),
             count(*) filter (where state <> 'concluded' and colour = 'soon'),
             count(*) filter (where state <> 'concluded' and colour = 'yellow'),
             count(*) filter (where state <> 'concluded' and colour = 'red'),
             count(*) filter (where state <> 'concluded' and late),
             count(*) filter (where state = 'concluded' and timed),
             count(*) filter (where state = 'concluded' and timed and not late),
             count(*) filter (where state = 'concluded' and timed and early)
        from watched_case
       group by jurisdiction, log, unit`)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

interface Question {
  readonly name: string
  readonly account: string
  readonly path: string
  readonly bar: number
}

const QUESTIONS: readonly Question[] = [
  { name: 'all cases, newest first', account: 'zhang.min', path: '/api/cases?limit=50', bar: LIST_BAR_MS },
  {
    name: 'open cases of my unit, urgent first',
    account: 'li.wei',
    path: '/api/cases?state=open',
    bar: LIST_BAR_MS,
  },
  {
    name: 'red cases, 10 items',
    account: 'zhang.min',
    path: '/api/cases?log=few-items&colour=red',
    bar: LIST_BAR_MS,
  },
  {
    name: 'red cases, 10,000 items',
    account: 'zhang.min',
    path: '/api/cases?log=many-items&colour=red',
    bar: LIST_BAR_MS,
  },
  { name: 'a case number', account: 'zhang.min', path: '/api/cases?search=C-00004711', bar: LIST_BAR_MS },
  { name: 'overview with all figures', account: 'zhang.min', path: '/api/overview', bar: FIGURE_BAR_MS },
  { name: 'units compared', account: 'chen.jie', path: '/api/overview/units', bar: FIGURE_BAR_MS },
]

async function measure({ http }: App, password: string): Promise<BenchRow[]> {
  const cookies = new Map<string, string>()
  for (const account of new Set(QUESTIONS.map((question) => question.account))) {
    const answer = await http.inject({ method: 'POST', url: '/api/session', payload: { account, password } })
    cookies.set(account, String(answer.headers['set-cookie']).split(';')[0] ?? '')
  }
  const rows: BenchRow[] = []
  for (const { name, account, path, bar } of QUESTIONS) {
    const p95 = await percentile95(http, { url: path, headers: { cookie: cookies.get(account) ?? '' } })
    rows.push({
      name,
      goal: `p95 ≤ ${bar} ms`,
      bar,
      atMost: true,
      ratio: p95,
      ours: p95,
      peer: bar,
      unit: 'ms',
    })
  }
  return rows
}

async function percentile95(http: App['http'], asked: { url: string; headers: Record<string, string> }) {
  const times: number[] = []
  for (let round = -10; round < ASKED; round++) {
    const started = performance.now()
    const answer = await http.inject({ method: 'GET', ...asked })
    if (answer.statusCode !== 200) throw new Error(`${asked.url}: ${answer.statusCode} ${answer.body}`)
    if (round >= 0) times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length * 0.95)] ?? Number.NaN
}
