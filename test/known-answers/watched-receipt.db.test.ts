import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { importLog, preset } from '#modules/exchange/index.ts'
import { supervisionLists } from '#modules/supervision/index.ts'
import { testDatabase } from '#test/database/index.ts'
import { sharedData } from '#test/shared-data.ts'

const file = sharedData('wabo-receipt/receipt.xes.gz')
const scope = { jurisdiction: 'wabo', reach: 'jurisdiction' } as const

describe.skipIf(!file)('the receipt log under watch (skipped where the public data is absent)', async () => {
  const database = await testDatabase()
  const Count = z.object({ name: z.string(), count: z.number() })
  const counts = async (statement: ReturnType<typeof sql>) => {
    const rows = await database.read(scope, (db) => db.rows(Count, statement))
    return Object.fromEntries(rows.map((row) => [row.name, row.count]))
  }

  test('an archive is judged at its own end: late, overdue and found as known', async () => {
    const request = {
      jurisdiction: scope.jurisdiction,
      account: 'test',
      log: 'receipt',
      preset: 'wabo-receipt',
      file: file ?? '',
      mapping: preset('wabo-receipt'),
      now: Date.parse('2026-03-02T04:00:00Z'),
    }
    expect(await importLog(database, request)).toMatchObject({ status: 'done', cases: 1434, events: 8577 })
    const standing = await counts(sql`
      select case state when 'concluded' then 'concluded' else 'open' end || case when late then ' late' else '' end as name,
             sum(cases)::int8 as count
        from watch_cell
       where rule = ''
       group by 1`)
    expect(standing).toEqual({
      concluded: 1329 - 377,
      'concluded late': 377,
      open: 105 - 39,
      'open late': 39,
    })
    const cards = await counts(sql`select rule as name, count(*) from card_list group by rule`)
    expect(cards).toMatchObject({ 'SV-01': 377 + 39, 'SV-08': 1088 })
  })

  test('the same file again changes nothing', async () => {
    const before = await counts(sql`select 'events' as name, count(*) from ledger_event`)
    const request = {
      jurisdiction: scope.jurisdiction,
      account: 'test',
      log: 'receipt',
      file: file ?? '',
      mapping: preset('wabo-receipt'),
      now: Date.parse('2026-03-03T04:00:00Z'),
    }
    expect(await importLog(database, request)).toMatchObject({ status: 'unchanged' })
    expect(await counts(sql`select 'events' as name, count(*) from ledger_event`)).toEqual(before)
  })

  test('a rebuild from the ledger gives the identical lists', async () => {
    const tables = await compareRebuilt(database, scope.jurisdiction, [supervisionLists])
    expect(tables.filter(({ identical }) => !identical)).toEqual([])
  })
})
