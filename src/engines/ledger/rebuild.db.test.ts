import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { sql } from '#kernel/sql.ts'
import { testDatabase } from '#test/database/index.ts'
import { append, compareRebuilt, type Projection, rebuildAll, record } from './index.ts'

const database = await testDatabase()
const here = { jurisdiction: '510000' }
const recordedAt = Date.UTC(2026, 2, 2, 1)
const event = (type: string) => ({ type, occurredAt: recordedAt, actor: 'a', payload: { by: 2 } })

const counts: Projection = {
  name: 'counts',
  tables: ['count_list'],
  async apply(db, events) {
    for (const { stream, version } of events) {
      await db.run(sql`
        insert into count_list (jurisdiction, stream, events, last_version)
        values (${db.scope.jurisdiction}, ${stream}, 1, ${version})
            on conflict (jurisdiction, stream) do update
           set events = count_list.events + 1, last_version = excluded.last_version`)
    }
  },
}

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await owner.query(`
    create table count_list (jurisdiction text, stream text, events int, last_version int, primary key (jurisdiction, stream));
    select guard_by_jurisdiction('count_list', 'select, insert, update')`)
  await owner.end()
  for (const jurisdiction of ['510000', '320000']) {
    for (let number = 0; number < 60; number++) {
      await database.transaction({ jurisdiction }, (db) =>
        record(db, [counts], {
          stream: `s/${number % 9}`,
          expectedVersion: 'any',
          events: [event('A')],
          recordedAt,
        }),
      )
    }
  }
})

test('the ledger gives back exactly the lists that were there', async () => {
  const identical = [{ table: 'count_list', rowsBefore: 9, rowsAfter: 9, identical: true }]
  expect(await compareRebuilt(database, '510000', [counts])).toEqual(identical)
  expect(await rebuildAll(database, '510000', [counts])).toEqual(identical)
  expect(await compareRebuilt(database, '320000', [counts])).toEqual(identical)
})

test('a list that somebody changed by hand is found out by comparing and mended by rebuilding', async () => {
  await database.transaction(here, (db) =>
    db.run(sql`update count_list set events = events + 1 where stream = 's/3'`),
  )
  expect(await compareRebuilt(database, '510000', [counts])).toMatchObject([{ identical: false }])
  expect(await compareRebuilt(database, '510000', [counts])).toMatchObject([{ identical: false }])
  await rebuildAll(database, '510000', [counts])
  expect(await compareRebuilt(database, '510000', [counts])).toMatchObject([{ identical: true }])
})

test('an event recorded while the lists are rebuilt is in them afterwards', async () => {
  const records = Array.from({ length: 10 }, () =>
    database.transaction(here, (db) =>
      record(db, [counts], { stream: 's/1', expectedVersion: 'any', events: [event('B')], recordedAt }),
    ),
  )
  await Promise.all([rebuildAll(database, '510000', [counts]), ...records])
  expect(await compareRebuilt(database, '510000', [counts])).toMatchObject([{ identical: true }])
})

test('an event that no list was told of is found out by comparing', async () => {
  await database.transaction(here, (db) =>
    append(db, { stream: 'unlisted', expectedVersion: 0, events: [event('A')], recordedAt }),
  )
  expect(await compareRebuilt(database, '510000', [counts])).toMatchObject([
    { rowsAfter: 10, identical: false },
  ])
})
