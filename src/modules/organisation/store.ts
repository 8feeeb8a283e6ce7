import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { JurisdictionRow } from './contract.ts'
import type { UnitEvent } from './unit.ts'
import { instant } from './instants.ts'

const Jurisdiction = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  level: z.enum(['province', 'city', 'county', 'township']),
  parent: z.string().nullable(),
})

/** Every government of the platform. */
export const findJurisdictions = (db: Db): Promise<JurisdictionRow[]> =>
  db.rows(
    Jurisdiction,
    sql`
    select jurisdiction as id, name, name_en, level, parent
      from organisation_jurisdiction
     order by jurisdiction
     limit 5000
  `,
  )

export const findJurisdiction = (db: Db, jurisdiction: string): Promise<JurisdictionRow | undefined> =>
  db.one(
    Jurisdiction,
    sql`
    select jurisdiction as id, name, name_en, level, parent
      from organisation_jurisdiction
     where jurisdiction = ${jurisdiction}
  `,
  )

export const putJurisdiction = (db: Db, { id, name, nameEn, level, parent }: JurisdictionRow) =>
  db.run(sql`
    insert into organisation_jurisdiction (jurisdiction, name, name_en, level, parent)
    values (${id}, ${name}, ${nameEn}, ${level}, ${parent})
        on conflict (jurisdiction)
        do update set name = excluded.name, name_en = excluded.name_en, level = excluded.level, parent = excluded.parent
  `)

const Unit = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(['department', 'hall', 'supervision', 'leadership', 'township', 'village']),
  parent: z.string().nullable(),
  posts: z.number(),
})

const columnsOfUnit = sql`
  u.unit as id, u.name, u.name_en, u.kind, u.parent,
  (select count(*)
     from organisation_post p
    where p.jurisdiction = u.jurisdiction
      and p.unit = u.unit) as posts
`

export interface UnitFilter {
  readonly after: string | undefined
  readonly limit: number
  readonly search: string | undefined
}

/** One page of units by id, and a row more when there is a next page. */
export const findUnits = (db: Db, { after = '', limit, search }: UnitFilter) =>
  db.rows(
    Unit,
    sql`
    select ${columnsOfUnit}
      from organisation_unit u
     where u.jurisdiction = ${db.scope.jurisdiction}
       and u.unit > ${after}
       and ${matching(search)}
     order by u.unit
     limit ${limit + 1}
  `,
  )

export const countUnits = (db: Db, search: string | undefined): Promise<{ total: number } | undefined> =>
  db.one(
    z.object({ total: z.number() }),
    sql`
    select count(*) as total
      from organisation_unit u
     where u.jurisdiction = ${db.scope.jurisdiction}
       and ${matching(search)}
  `,
  )

/** Part of a name or id, taken as it is written: `%` and `_` mean themselves. */
const matching = (search: string | undefined) => sql`
  (${search ?? null}::text is null or position(lower(${search ?? ''}) in lower(u.name || ' ' || u.name_en || ' ' || u.unit)) > 0)
`

export const findUnit = (db: Db, unit: string) =>
  db.one(
    Unit,
    sql`
    select ${columnsOfUnit}
      from organisation_unit u
     where u.jurisdiction = ${db.scope.jurisdiction}
       and u.unit = ${unit}
  `,
  )

const WhereFrom = z.object({
  jurisdictionName: z.string().nullable(),
  unit: z.string().nullable(),
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
})

/** What the own jurisdiction and a unit of it are called; null where there is none. */
export const findWhereFrom = (db: Db, unit: string | null) =>
  db.one(
    WhereFrom,
    sql`
    select own.name as jurisdiction_name, u.unit, u.name, u.name_en
      from (select 1) as always
      left join organisation_jurisdiction own
        on own.jurisdiction = ${db.scope.jurisdiction}
      left join organisation_unit u
        on u.jurisdiction = ${db.scope.jurisdiction}
       and u.unit = ${unit}
  `,
  )

const UnitName = z.object({ id: z.string(), name: z.string() })

/** Names of units by id; unknown ones are left out. */
export const findUnitNames = async (db: Db, units: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db.rows(
    UnitName,
    sql`
    select unit as id, name
      from organisation_unit
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = any (${units}::text[])
     limit 10000
  `,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const UnitTitle = z.object({ id: z.string(), name: z.string(), nameEn: z.string() })

/** Names of units in both languages; unknown ones are left out. */
export const findUnitTitles = (db: Db, units: readonly string[]) =>
  db.rows(
    UnitTitle,
    sql`
    select unit as id, name, name_en
      from organisation_unit
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = any (${units}::text[])
     limit 10000
  `,
  )

const UnitKind = z.object({ id: z.string(), kind: z.string(), name: z.string(), nameEn: z.string() })

/** Every unit with what it is: a department, a hall, a township, a village, … */
export const findUnitKinds = (db: Db) =>
  db.rows(
    UnitKind,
    sql`
    select unit as id, kind, name, name_en
      from organisation_unit
     where jurisdiction = ${db.scope.jurisdiction}
     order by unit
     limit 100000
  `,
  )

/** Units by exactly their name, for files that know no ids of ours. Of two that share a name, neither is meant. */
export const findUnitsNamed = async (db: Db, names: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db.rows(
    UnitName,
    sql`
    select min(unit) as id, name
      from organisation_unit
     where jurisdiction = ${db.scope.jurisdiction}
       and name = any (${names}::text[])
     group by name
    having count(*) = 1
     limit 10000
  `,
  )
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** The lists follow one event; doing it twice gives the same rows. */
export function listUnitEvent(db: Db, unit: string, event: UnitEvent): Promise<number> {
  const { jurisdiction } = db.scope
  switch (event.type) {
    case 'UnitCreated':
      return db.run(sql`
        insert into organisation_unit (jurisdiction, unit, name, name_en, kind, parent)
        values (${jurisdiction}, ${unit}, ${event.name}, ${event.nameEn}, ${event.kind}, ${event.parent})
            on conflict do nothing
      `)
    case 'PostCreated':
      return db.run(sql`
        insert into organisation_post (jurisdiction, unit, post, title, title_en)
        values (${jurisdiction}, ${unit}, ${event.post}, ${event.title}, ${event.titleEn})
            on conflict do nothing
      `)
    case 'PostAssigned':
      return db.run(sql`
        update organisation_post
           set holder = ${event.holder}, backup = ${event.backup}, away_from = null, away_until = null
         where jurisdiction = ${jurisdiction}
           and unit = ${unit}
           and post = ${event.post}
      `)
    case 'HolderAway':
      return db.run(sql`
        update organisation_post
           set away_from = ${instant(event.from)}, away_until = ${instant(event.until)}
         where jurisdiction = ${jurisdiction}
           and unit = ${unit}
           and post = ${event.post}
      `)
  }
}
