import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { EVERY_JURISDICTION, sql } from '#kernel/sql.ts'
import { testDatabase } from '../database/index.ts'

const database = await testDatabase()
const catalogue = { jurisdiction: EVERY_JURISDICTION }

const Table = z.object({
  name: z.string(),
  owner: z.string(),
  security: z.boolean(),
  comment: z.string().nullable(),
  keys: z.array(z.string()),
  columns: z.array(z.string()),
  permissive: z.array(z.string()),
  restrictive: z.array(z.string()),
  triggers: z.number(),
})

/** Every table of ours, with what guards its rows. */
const tables = await database.read(catalogue, (db) =>
  db.rows(
    Table,
    sql`
    select c.relname::text as name, pg_get_userbyid(c.relowner)::text as owner, c.relrowsecurity as security,
           obj_description(c.oid) as comment,
           array(select (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0])::text
                   from pg_index i
                  where i.indrelid = c.oid and i.indisunique) as keys,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
           array(select pg_get_expr(p.polqual, c.oid) from pg_policy p
                  where p.polrelid = c.oid and p.polpermissive
                    and 'xiaoneng_app'::regrole = any (p.polroles)) as permissive,
           array(select pg_get_expr(p.polqual, c.oid) from pg_policy p
                  where p.polrelid = c.oid and not p.polpermissive
                    and 'xiaoneng_app'::regrole = any (p.polroles)) as restrictive,
           (select count(*) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
      from pg_class c
     where c.relkind in ('r', 'p')
       and c.relnamespace = 'public'::regnamespace
     order by c.relname
     limit 500
  `,
  ),
)

/** The one table that belongs to no jurisdiction: which migrations were applied. The application cannot read it. */
const OWNERS = 'schema_migration'
const ours = tables.filter(({ name }) => name !== OWNERS)

/** Tables with a unit whose rows every office of the jurisdiction may see, each with the reason. */
const seenByAllUnits: Record<string, string> = {
  organisation_unit: 'the list of units is public knowledge inside a government',
  catalogue_item: 'published guides are open to everybody (政务公开)',
  catalogue_version: 'published guides are open to everybody (政务公开)',
  catalogue_search: 'published guides are open to everybody (政务公开)',
  agency_agent: 'who acts for a village is published at its door (代办员公示)',
  fee_register: 'fees and rates are published to everybody (收费公示)',
  organisation_post: 'who holds a post is on the door (岗位公开)',
  hall_place: 'where to go and whom to call is on the door of the hall',
  hall_delegation: 'who at the window may do what is shown to all who work there',
  hall_department: 'which departments sit in a hall is on its board',
  hall_admission: 'what a hall handles and why the rest is outside concerns everybody who works there',
  hall_badge: 'a badge is worn so that anybody can read it (挂牌服务)',
  access_account:
    'roles and sign-ins only for administrators, who see no unit rows at all; name and unit of a colleague for whoever meets his account',
}

test('there are tables, so that the promises below are about something', () => {
  expect(tables.length).toBeGreaterThan(10)
})

describe.each(ours)('$name', (table) => {
  test('belongs to a jurisdiction, first in every key', () => {
    expect(table.columns[0]).toBe('jurisdiction')
    expect(table.keys.length).toBeGreaterThan(0)
    expect(new Set(table.keys)).toEqual(new Set(['jurisdiction']))
  })

  test('shows the application only rows of the jurisdiction it works for', () => {
    expect(table.security).toBe(true)
    expect(table.owner).not.toBe('xiaoneng_app')
    const byJurisdiction = table.permissive.filter((predicate) =>
      /jurisdiction = .*xiaoneng\.jurisdiction/s.test(predicate),
    )
    expect(byJurisdiction.length).toBeGreaterThan(0)
  })

  test('shows rows of a unit only as far as the reader reaches', () => {
    if (!table.columns.includes('unit') || table.name in seenByAllUnits) return
    expect(
      table.restrictive.some(
        (predicate) => /xiaoneng\.reach/.test(predicate) && /xiaoneng\.unit/.test(predicate),
      ),
    ).toBe(true)
  })

  test('says what it is for, and does nothing by itself', () => {
    expect(table.comment).toBeTruthy()
    expect(table.triggers).toBe(0)
  })
})

test('only names of jurisdictions are readable without being in one', () => {
  const open = ours.filter(({ permissive }) => permissive.includes('true')).map(({ name }) => name)
  expect(open).toEqual(['organisation_jurisdiction'])
})

test('the table of migrations is closed to the application', async () => {
  const Right = z.object({ may: z.boolean() })
  const found = await database.read(catalogue, (db) =>
    db.one(
      Right,
      sql`select has_table_privilege('xiaoneng_app', ${OWNERS}, 'select, insert, update, delete') as may`,
    ),
  )
  expect(found).toEqual({ may: false })
})

test('the exceptions are still needed', () => {
  const names = tables.map(({ name }) => name)
  for (const name of Object.keys(seenByAllUnits)) expect(names).toContain(name)
})

describe('the application role', () => {
  const Right = z.object({ name: z.string(), rights: z.array(z.string()) })

  test('may select and insert on the ledger, and nothing else', async () => {
    const rows = await database.read(catalogue, (db) =>
      db.rows(
        Right,
        sql`
        select table_name::text as name, array_agg(privilege_type::text order by privilege_type) as rights
          from information_schema.role_table_grants
         where grantee = 'xiaoneng_app'
           and table_name in ('ledger_event', 'ledger_command', 'ledger_seal', 'ledger_chain')
         group by table_name
         order by table_name
         limit 10
      `,
      ),
    )
    expect(rows.map(({ name, rights }) => [name, rights])).toEqual(
      ['ledger_chain', 'ledger_command', 'ledger_event', 'ledger_seal'].map((name) => [
        name,
        ['INSERT', 'SELECT'],
      ]),
    )
  })

  test('owns nothing, may create nothing, and cannot step around row-level security', async () => {
    const Role = z.object({ super: z.boolean(), bypass: z.boolean(), create: z.boolean(), owned: z.number() })
    const role = await database.read(catalogue, (db) =>
      db.one(
        Role,
        sql`
        select rolsuper as super, rolbypassrls as bypass,
               has_schema_privilege('xiaoneng_app', 'public', 'create') as create,
               (select count(*) from pg_class c where c.relowner = r.oid) as owned
          from pg_roles r
         where rolname = 'xiaoneng_app'
      `,
      ),
    )
    expect(role).toEqual({ super: false, bypass: false, create: false, owned: 0 })
  })

  test('writes no row for another jurisdiction, and sees none', async () => {
    const Count = z.object({ count: z.number() })
    const insert = (into: string) =>
      sql`
        insert into organisation_unit (jurisdiction, unit, name, name_en, kind)
        values (${into}, 'hall', '大厅', 'Hall', 'hall')
      `
    await database.transaction({ jurisdiction: '990100' }, (db) => db.run(insert('990100')))
    const foreign = database.transaction({ jurisdiction: '990200' }, (db) => db.run(insert('990100')))
    await expect(foreign).rejects.toThrow('row-level security')
    const seen = await database.read({ jurisdiction: '990200' }, (db) =>
      db.one(Count, sql`select count(*) as count from organisation_unit`),
    )
    expect(seen).toEqual({ count: 0 })
  })
})
