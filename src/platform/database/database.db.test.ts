import { expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { testDatabase } from '#test/database/index.ts'

const database = await testDatabase()
const here = { jurisdiction: 'a' }

test('a day stays text, an instant becomes a Date, a bigint a number, and names arrive in camelCase', async () => {
  const Row = z.object({ firstDay: z.string(), at: z.date(), howMany: z.number() })
  const row = await database.read(here, (db) =>
    db.one(
      Row,
      sql`select date '2026-03-02' as first_day, timestamptz '2026-03-02T00:00:00+08' as at, 7::bigint as how_many`,
    ),
  )
  expect(row).toEqual({ firstDay: '2026-03-02', at: new Date('2026-03-01T16:00:00Z'), howMany: 7 })
})

test('every request runs as the application role, and the system itself as the system role', async () => {
  const Role = z.object({ role: z.string() })
  const asked = sql`select current_user::text as role`
  expect(await database.read(here, (db) => db.one(Role, asked))).toEqual({ role: 'xiaoneng_app' })
  expect(await database.read({ jurisdiction: '*' }, (db) => db.one(Role, asked))).toEqual({
    role: 'xiaoneng_system',
  })
})
