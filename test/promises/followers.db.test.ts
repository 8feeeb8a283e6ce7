import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { concerns, type StoredEvent, type Subscription } from '#engines/ledger/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { CITY_SCOPE, foundCity } from '#src/demo/city.ts'
import { loadYear } from '#src/demo/year.ts'
import { followers } from '#src/followers.ts'
import { testDatabase } from '../database/index.ts'

const NOW = Date.parse('2026-06-12T10:00:00+08:00')
const now = () => NOW
const database = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-followers-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
await foundCity(database, NOW)
await loadYear(database, { vault: openVault({ dataFolder }), now, cases: 30 })

/** One event of each type on each kind of stream, as the year of the city left them. */
const samples: StoredEvent[] = await database.read(CITY_SCOPE, (db) =>
  db.rows(
    z.object({
      stream: z.string(),
      version: z.number(),
      type: z.string(),
      occurredAt: z.date().transform(Number),
      recordedAt: z.date().transform(Number),
      actor: z.string(),
      payload: z.record(z.string(), z.unknown()),
    }),
    sql`
    select distinct on (split_part(stream, '/', 1), type)
           stream, version, type, occurred_at, recorded_at, actor, payload
      from ledger_event
     where jurisdiction = ${db.scope.jurisdiction}
     order by split_part(stream, '/', 1), type, stream, version`,
  ),
)

/** Types that followers name, on streams that none of them names: they may not be met in this year. */
const strangers = (all: readonly Subscription[]): StoredEvent[] =>
  all
    .flatMap(({ follows = [] }) => follows.flatMap(({ types = [] }) => types))
    .map((type) => ({
      ...{ stream: 'elsewhere/1', version: 1, type, actor: 'a', payload: {} },
      ...{ occurredAt: NOW, recordedAt: NOW },
    }))

/** A database that says how often it was asked. */
function counted(db: Db) {
  let asked = 0
  const also =
    <Given extends readonly unknown[], Result>(work: (...given: Given) => Result) =>
    (...given: Given) => {
      asked++
      return work(...given)
    }
  return {
    db: { ...db, rows: also(db.rows), one: also(db.one), run: also(db.run) } as Db,
    asked: () => asked,
  }
}

const all = followers(now)

test('every follower says what it follows, under a name of its own', () => {
  expect(all.filter(({ follows }) => follows === undefined).map(({ name }) => name)).toEqual([])
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

test.each(all.map((follower) => [follower.name, follower] as const))(
  '%s asks the database nothing about events that it does not follow',
  async (_, follower) => {
    const others = [...samples, ...strangers(all)].filter((event) => !concerns(follower, event))
    expect(others.length).toBeGreaterThan(10)
    await database.transaction(CITY_SCOPE, async (db) => {
      const watched = counted(db)
      await follower.handle(watched.db, others)
      expect(watched.asked()).toBe(0)
    })
  },
)
