import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openApp } from '#src/app.ts'
import { createDemoAccounts, DEMO_JURISDICTION } from '#modules/access/index.ts'
import { CATALOGUE_DEPARTMENTS, demoCatalogue, loadItems } from '#modules/catalogue/index.ts'
import { day } from '#kernel/day.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import type { BenchGroup, BenchRow } from './bench.ts'

const ITEMS = Number(process.env['BENCH_ITEMS'] ?? 100_000)
const ROUNDS = 20
const BAR_MS = 50

/** What residents type: names, parts, everyday phrases, initials, spelling, English, nonsense, and words that half of all items have. */
const TYPED = {
  'names and parts of them': [
    '食品经营许可',
    '不动产转移登记',
    '施工许可证核发',
    '社会保障卡',
    '护照签发',
    '取水许可',
  ],
  'everyday phrases': ['我想开个小饭馆', '身份证丢了怎么办', '孩子上学', '没钱请律师', '取公积金', '卖鞭炮'],
  'pinyin initials and spelling': ['spjyxk', 'bdczy', 'shbzk', 'shipin', 'huzhao', 'gjj'],
  English: ['food business', 'driving licence', 'marriage'],
  'words that very many items have': ['登记', '许可', '变更', '证', '注销', '申请'],
  'what no item is called': ['飞船驾照怎么办', '开饭馆的狗证', 'qwzx', '海底捞针许可手续'],
} as const

/** The portal's search over HTTP: one jurisdiction with so many items, one request at a time. */
export const catalogueBench: BenchGroup = {
  title: `Portal search at ${ITEMS.toLocaleString('en')} items`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-catalogue-'))
    const database = await openDatabase({ dataFolder: folder })
    const now = Date.parse('2026-11-20T03:00:00Z')
    try {
      await migrate(database.url)
      await createDemoAccounts(database, { now, units: CATALOGUE_DEPARTMENTS })
      const items = demoCatalogue()
      await database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
        loadItems(db, items, { draftedBy: 'bench', publishedBy: 'other', at: now, from: day('2025-01-02') }),
      )
      await multiply(database.url, items.length)
      const app = await openApp({
        database,
        dataFolder: folder,
        version: 'bench',
        now: () => now,
        demo: true,
      })
      try {
        const rows: BenchRow[] = []
        for (const [name, typed] of Object.entries(TYPED)) rows.push(await measure(app, name, typed))
        rows.push(await measure(app, 'a theme, without words', [''], '&theme=permits'))
        return rows
      } finally {
        await app.close()
      }
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** The same items again in other places, each with words of its own, as 99,000 items of a province would be. */
async function multiply(url: string, base: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const copies = Math.ceil(ITEMS / base) - 1
  try {
    await client.query(
      `insert into catalogue_search
       select jurisdiction, item || '.' || n, version, unit, effective_from, effective_until, clients, themes,
              '第' || n || '镇' || name, name_length + 4, initials, words || array['第' || n, n || '镇']
         from catalogue_search, generate_series(1, $1::int) as n`,
      [copies],
    )
    await client.query(
      `insert into catalogue_item (jurisdiction, item, unit, latest_version, stream_version)
       select jurisdiction, item || '.' || n, unit, 1, 2 from catalogue_item, generate_series(1, $1::int) as n`,
      [copies],
    )
    await client.query(
      `insert into catalogue_version
       select jurisdiction, item || '.' || n, version, unit, effective_from, effective_until, published_at, published_by,
              drafted_by, null, hash, summary, '{}'
         from catalogue_version, generate_series(1, $1::int) as n`,
      [copies],
    )
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

type App = Awaited<ReturnType<typeof openApp>>

async function measure({ http }: App, name: string, typed: readonly string[], more = ''): Promise<BenchRow> {
  const times: number[] = []
  for (let round = -2; round < ROUNDS; round++)
    for (const search of typed) {
      const url = `/api/catalogue/items?search=${encodeURIComponent(search)}${more}`
      const started = performance.now()
      const answer = await http.inject({ method: 'GET', url })
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
      if (round >= 0) times.push(performance.now() - started)
    }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN
  return {
    name,
    goal: `p95 ≤ ${BAR_MS} ms`,
    bar: BAR_MS,
    atMost: true,
    ratio: p95,
    ours: p95,
    peer: BAR_MS,
    unit: 'ms',
  }
}
