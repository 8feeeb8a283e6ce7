import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { testDatabase } from '#test/database/index.ts'
import { FAULT_NAMES, FAULTS } from './demo/faults.ts'
import { loadDemo } from './demo/load.ts'
import { supervisionLists } from './lists.ts'
import { takeReports } from './reporting.ts'
import { sweepAll } from './turns.ts'

const database = await testDatabase()
const calendar = chinaCalendar()
const scope = { jurisdiction: 'qinghe', reach: 'jurisdiction' as const, account: 'system' }
const now = Date.parse('2026-11-20T03:00:00Z')

const Count = z.object({ name: z.string(), count: z.number() })
const counts = (statement: ReturnType<typeof sql>) =>
  database.read(scope, async (db) => {
    const rows = await db.rows(Count, statement)
    return Object.fromEntries(rows.map((row) => [row.name, row.count]))
  })
const rebuilt = async () =>
  (await compareRebuilt(database, scope.jurisdiction, [supervisionLists])).filter(
    ({ identical }) => !identical,
  )

describe('the demo log in the database', () => {
  beforeAll(async () => {
    await database.transaction(scope, (db) => loadDemo(db, { now, calendar }))
  })

  test('raises exactly the planted cards', async () => {
    const expected: Record<string, number> = {}
    for (const name of FAULT_NAMES) {
      for (const found of FAULTS[name].finds) expected[found] = (expected[found] ?? 0) + FAULTS[name].count
    }
    const raised = await counts(sql`select rule || ' ' || level as name, count(*) from card_list group by 1`)
    expect(raised).toEqual(expected)
    expect(
      await counts(
        sql`select rule || ' ' || level as name, sum(cards)::int8 as count from card_cell group by 1`,
      ),
    ).toEqual(raised)
  })

  test('counts every case once, wherever it stands', async () => {
    const listed = await counts(
      sql`select state || ' ' || colour as name, count(*) from watched_case group by 1`,
    )
    const counted = await counts(
      sql`select state || ' ' || colour as name, sum(cases)::int8 as count from watch_cell where rule = '' group by 1`,
    )
    expect(counted).toEqual(listed)
    expect(listed['open yellow']).toBe(FAULTS.openPastCommitted.count)
    expect(listed['open red']).toBe(FAULTS.openPastStatutory.count)
  })

  test('loading it a second time changes nothing', async () => {
    expect(await database.transaction(scope, (db) => loadDemo(db, { now: now + 1, calendar }))).toBe(false)
  })

  test('a rebuild from the ledger gives the identical lists', async () => {
    expect(await rebuilt()).toEqual([])
  })

  test('time alone turns cases yellow and red, each once, effective at the legal instant', async () => {
    const later = now + 9 * 86_400_000
    const turned = await sweepAll(database, { now: () => later })
    expect(turned).toBeGreaterThan(10)
    expect(await sweepAll(database, { now: () => later })).toBe(0)
    const late = await counts(
      sql`select 'all' as name, count(*) from card_list where rule = 'SV-01' and effective_at > ${new Date(now)}`,
    )
    expect(late['all']).toBeGreaterThan(3)
    const wrong = await counts(sql`
      select 'wrong' as name, count(*)
        from card_list
        join watched_case using (jurisdiction, log, case_id)
       where rule = 'SV-01'
         and effective_at <> case level when 'red' then statutory_due_at else committed_due_at end`)
    expect(wrong['wrong']).toBe(0)
    expect(await rebuilt()).toEqual([])
  })
})

describe('reported events', () => {
  const at = now + 10 * 86_400_000
  const report = (sequence: number, more: object = {}) => ({
    id: `e${sequence}`,
    sequence,
    caseId: 'R-1',
    activity: '受理',
    at: at - 3_600_000,
    ...more,
  })
  const send = async (...events: ReturnType<typeof report>[]) =>
    database.transaction(scope, async (db) => {
      const batch = [{ log: 'live', source: 'hall', events, account: 'hall-system', unit: null }]
      const [answer] = await takeReports(db, batch, { now: at, calendar })
      return answer?.()
    })

  test('arrive once however often they are sent', async () => {
    expect(await send(report(1), report(2, { activity: '审查' }))).toEqual({
      accepted: 2,
      repeated: 0,
      gaps: [],
    })
    expect(await send(report(1), report(2, { activity: '审查' }))).toEqual({
      accepted: 0,
      repeated: 2,
      gaps: [],
    })
  })

  test('with a gap in their numbers raise a card, which stays when the gap is filled', async () => {
    expect(await send(report(5, { activity: '复核' }))).toEqual({
      accepted: 1,
      repeated: 0,
      gaps: [{ from: 3, to: 4 }],
    })
    expect(await send(report(4), report(3))).toMatchObject({ gaps: [] })
    expect(
      await counts(
        sql`select rule || ' ' || level as name, count(*) from card_list where log = 'live' group by 1`,
      ),
    ).toEqual({
      'SV-14 yellow': 1,
    })
  })

  test('with another content under the same id keep the first and raise a card', async () => {
    expect(await send(report(1, { at: at - 7_200_000 }))).toMatchObject({ accepted: 0, repeated: 1 })
    expect(
      await counts(
        sql`select rule || ' ' || level as name, count(*) from card_list where log = 'live' group by 1`,
      ),
    ).toEqual({
      'SV-14 yellow': 1,
      'SV-15 yellow': 1,
    })
  })

  test('told days after they happened raise a card', async () => {
    await send(report(6, { at: at - 5 * 86_400_000 }))
    expect(
      await counts(
        sql`select rule || ' ' || level as name, count(*) from card_list where log = 'live' group by 1`,
      ),
    ).toMatchObject({
      'SV-15 notice': 1,
    })
  })

  test('leave lists that a rebuild gives identically', async () => {
    expect(await rebuilt()).toEqual([])
  })
})
