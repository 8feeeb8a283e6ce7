import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { createDemoAccounts, DEMO_JURISDICTION } from '#modules/access/index.ts'
import {
  changeProfile,
  countedVariants,
  DEMO_UNITS,
  openReporter,
  registerLog,
  supervisionLists,
} from '#modules/supervision/index.ts'
import { testDatabase } from '#test/database/index.ts'
import { drawLog, drawnFromEvents } from './drawing.ts'

const NOW = Date.parse('2026-11-20T12:00:00+08:00')
const database = await testDatabase()
await createDemoAccounts(database, { now: NOW, units: DEMO_UNITS })
const reporter = openReporter(database, () => NOW)
afterAll(() => reporter.close())

const [one = '', two = ''] = DEMO_UNITS.map(({ id }) => id)
const whole = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' as const, account: 'test' }
const ofUnit = { ...whole, reach: 'unit' as const, unit: one }
const profile = { case: { unit: 'unit', item: 'item' }, event: { unit: 'at' } }

/** One event of a case: what a department's system could say of it. */
const told = fc.record({
  caseId: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  activity: fc.constantFrom('a', 'b', 'c'),
  minutes: fc.integer({ min: 0, max: 100_000 }),
  resource: fc.constantFrom(undefined, 'li.wei', 'zhang.min', 'nobody'),
  at: fc.constantFrom(undefined, undefined, one, two),
  unit: fc.constantFrom(undefined, undefined, undefined, one, two),
  item: fc.constantFrom(undefined, undefined, undefined, 'x', 'y'),
})

interface Told {
  readonly caseId: string
  readonly activity: string
  readonly minutes: number
  readonly resource: string | undefined
  /** The unit that the event names. */
  readonly at: string | undefined
  readonly unit: string | undefined
  readonly item: string | undefined
}

const said = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

let logs = 0

async function reported(batches: readonly (readonly Told[])[]): Promise<string> {
  const log = `random-${++logs}`
  await database.transaction(whole, (db) =>
    registerLog(
      db,
      { log, title: log, source: 'reported', order: 'time', live: true, profile },
      { now: NOW, calendar: chinaCalendar(), actor: 'test' },
    ),
  )
  let sequence = 0
  for (const batch of batches) {
    const events = batch.map(({ caseId, activity, minutes, resource, at, unit, item }) => ({
      ...{ id: `${++sequence}`, sequence, caseId, activity, resource },
      at: NOW - 200 * 86_400_000 + minutes * 60_000 + sequence,
      attributes: said({ at }),
      caseAttributes: said({ unit, item }),
    }))
    await reporter.report(DEMO_JURISDICTION, { log, source: 's', events, account: 'test', unit: null })
  }
  return log
}

/** The map from the counts and the map from the events, as one of these sees the log. */
const bothMaps = (
  scope: typeof whole | typeof ofUnit,
  log: string,
  item: string | undefined,
  variants: number,
) =>
  database.read(scope, async (db) => {
    const asked = { log, item, variants }
    expect(await countedVariants(db, asked, { variants, items: 10 })).toBeDefined()
    const { map, items, handOvers } = await drawnFromEvents(db, asked)
    return { counted: await drawLog(db, asked), fromEvents: { ...map, items, handOvers } }
  })

function expectSame({ counted, fromEvents }: Awaited<ReturnType<typeof bothMaps>>): void {
  const { edges, handOvers, items, nodes, starts, ends, variants, cases, totalVariants } = counted
  expect({ nodes, starts, ends, variants, cases, totalVariants }).toEqual({
    nodes: fromEvents.nodes,
    starts: fromEvents.starts,
    ends: fromEvents.ends,
    variants: fromEvents.variants,
    cases: fromEvents.cases,
    totalVariants: fromEvents.totalVariants,
  })
  expect(items).toEqual(fromEvents.items.map(({ value, cases: of }) => ({ item: value, cases: of })))
  for (const [mine, theirs] of [
    [edges, fromEvents.edges],
    [handOvers, fromEvents.handOvers],
  ] as const) {
    const exact = (rows: readonly { medianSeconds: number }[]) =>
      rows.map((row) => ({ ...row, medianSeconds: 0 }))
    expect(exact(mine)).toEqual(exact(theirs))
    mine.forEach(({ medianSeconds }, place) => {
      const middle = theirs[place]?.medianSeconds ?? Number.NaN
      expect(Math.abs(medianSeconds - middle)).toBeLessThanOrEqual(Math.abs(middle) / 128)
    })
  }
}

const different = async () =>
  (await compareRebuilt(database, DEMO_JURISDICTION, [supervisionLists])).filter(
    ({ identical }) => !identical,
  )

describe('the process map from its counts', () => {
  test('is the map that the events give, for everybody who may see some of them, however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(told, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(undefined, 'x'),
        fc.constantFrom(1, 3, 1000),
        async (batches, item, variants) => {
          const log = await reported(batches)
          expectSame(await bothMaps(whole, log, item, variants))
          expectSame(await bothMaps(ofUnit, log, item, variants))
        },
      ),
      { numRuns: 25 },
    )
    expect(await different()).toEqual([])
  })

  test('follows a profile that reads units and items otherwise', async () => {
    const event = {
      caseId: '1',
      activity: 'a',
      minutes: 1,
      resource: undefined,
      at: one,
      unit: one,
      item: 'x',
    }
    const log = await reported([[event, { ...event, activity: 'b', minutes: 9, at: two }]])
    expect((await bothMaps(whole, log, undefined, 9)).counted.handOvers).toHaveLength(1)
    await database.transaction(whole, (db) =>
      changeProfile(
        db,
        log,
        { case: { unit: 'unit', item: 'unit' }, event: {} },
        { now: NOW, calendar: chinaCalendar(), actor: 'test' },
      ),
    )
    const { counted, fromEvents } = await bothMaps(whole, log, undefined, 9)
    expectSame({ counted, fromEvents })
    expect([counted.handOvers, counted.items]).toEqual([[], [{ item: one, cases: 1 }]])
    expect(await different()).toEqual([])
  })
})
