import pg from 'pg'
import { expect, test } from 'vitest'
import { describeSchema } from '#test/database/describe-schema.ts'
import { emptyDatabase } from '#test/database/index.ts'

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await emptyDatabase() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const ABOUT = `-- The schema that the files of migrations/ add up to. Made from a migrated database by
--   npx vitest run test/schema.test.ts -u
-- and compared with one in every run, so a migration shows here what it changes.

`

test('docs/schema.sql is what the migrations add up to', async () => {
  await expect(ABOUT + (await asOwner(describeSchema))).toMatchFileSnapshot('../docs/schema.sql')
})

const named = (rows: Array<{ name: string }>) => rows.map(({ name }) => name)

test('every table that holds a jurisdiction has it first in its primary key', async () => {
  const offenders = await asOwner((client) =>
    client.query<{ name: string }>(`
      select relname as name
        from pg_class
        join pg_attribute on attrelid = pg_class.oid and attname = 'jurisdiction'
        left join pg_index on indrelid = pg_class.oid and indisprimary
       where relnamespace = 'public'::regnamespace
         and relkind in ('r', 'p')
         and indkey[0] is distinct from attnum
       order by relname`),
  )
  expect(named(offenders.rows)).toEqual([])
})

test('no unique index leaves the jurisdiction out, and no table has a trigger', async () => {
  const indexes = await asOwner((client) =>
    client.query<{ name: string }>(`
      select indexrelid::regclass::text as name
        from pg_index
        join pg_attribute on attrelid = indrelid and attname = 'jurisdiction'
       where indisunique
         and not attnum = any (indkey)`),
  )
  const triggers = await asOwner((client) =>
    client.query<{ name: string }>('select tgname as name from pg_trigger where not tgisinternal'),
  )
  expect([...named(indexes.rows), ...named(triggers.rows)]).toEqual([])
})

test('every table of a jurisdiction has row-level security', async () => {
  const open = await asOwner((client) =>
    client.query<{ name: string }>(`
      select relname as name
        from pg_class
        join pg_attribute on attrelid = pg_class.oid and attname = 'jurisdiction'
       where relnamespace = 'public'::regnamespace
         and relkind in ('r', 'p')
         and not relrowsecurity
       order by relname`),
  )
  expect(named(open.rows)).toEqual([])
})

test('every table has a comment that says what it is', async () => {
  const silent = await asOwner((client) =>
    client.query<{ name: string }>(`
      select relname as name
        from pg_class
       where relnamespace = 'public'::regnamespace
         and relkind in ('r', 'p')
         and not relispartition
         and relname <> 'schema_migration'
         and obj_description(oid, 'pg_class') is null
       order by relname`),
  )
  expect(named(silent.rows)).toEqual([])
})
