import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { JurisdictionRow } from './contract.ts'
import type { UnitEvent } from './unit.ts'

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

const PostOfUnit = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  holder: z.string().nullable(),
  backup: z.string().nullable(),
  awayFrom: z.date().nullable(),
  awayUntil: z.date().nullable(),
})

export const findPosts = (db: Db, unit: string) =>
  db.rows(
    PostOfUnit,
    sql`
    select post as id, title, title_en, holder, backup, away_from, away_until
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
     order by post
     limit 1000
  `,
  )

const PostAt = PostOfUnit.omit({ id: true }).extend({ unit: z.string(), post: z.string() })

interface PostsSought {
  readonly desks: readonly { readonly unit: string; readonly post: string }[]
  /** Whatever these accounts hold, too. */
  readonly holders: readonly string[]
}

/** Posts with whoever holds them and stands in, by unit and post; unknown ones are left out. */
export const findPostsAt = (db: Db, { desks, holders }: PostsSought) =>
  db.rows(
    PostAt,
    sql`
    select unit, post, title, title_en, holder, backup, away_from, away_until
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and ((unit, post) in (select * from unnest(${desks.map(({ unit }) => unit)}::text[], ${desks.map(({ post }) => post)}::text[]))
            or holder = any (${holders}::text[]))
     order by unit, post
     limit 1000
  `,
  )

const PostTitle = z.object({
  unit: z.string(),
  post: z.string(),
  title: z.string(),
  titleEn: z.string(),
  holder: z.string().nullable(),
})

/** What posts are called and who holds them, by unit and post; unknown ones are left out. */
export const findPostTitles = (db: Db, desks: readonly { readonly unit: string; readonly post: string }[]) =>
  db.rows(
    PostTitle,
    sql`
    select unit, post, title, title_en, holder
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and (unit, post) in (select * from unnest(${desks.map(({ unit }) => unit)}::text[], ${desks.map(({ post }) => post)}::text[]))
     limit 1000
  `,
  )

const Held = z.object({
  account: z.string(),
  unit: z.string(),
  post: z.string(),
  holder: z.string().nullable(),
  asBackup: z.boolean(),
})

const Standing = z.object({
  kind: z.string().nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  holder: z.string().nullable(),
  asBackup: z.boolean().nullable(),
})

interface Asked {
  readonly account: string
  readonly unit: string | null
  readonly at: EpochMs
}

/** What the unit of an account is, and the posts whose powers it has at an instant: a row without a post where it has none. */
export const findStanding = (db: Db, { account, unit, at }: Asked) =>
  db.rows(
    Standing,
    sql`
    select own.kind, held.unit, held.post, held.holder, held.holder is distinct from ${account} as as_backup
      from (select (select kind
                      from organisation_unit
                     where jurisdiction = ${db.scope.jurisdiction}
                       and unit = ${unit}) as kind) own
      left join (select unit, post, holder
                   from (select unit, post, holder, backup,
                                coalesce(away_from <= ${instant(at)} and (away_until is null or away_until > ${instant(at)}), false) as away
                           from organisation_post
                          where jurisdiction = ${db.scope.jurisdiction}
                            and (holder = ${account} or backup = ${account})) post
                  where (holder = ${account} and not away)
                     or (backup = ${account} and away)) held on true
     order by held.unit, held.post
     limit 1000
  `,
  )

/** The posts whose powers accounts have at an instant: as holder, or as backup while the holder is away. */
export const findHeldPostsOf = (db: Db, accounts: readonly string[], at: EpochMs) =>
  db.rows(
    Held,
    sql`
    select asked.account, unit, post, holder, holder is distinct from asked.account as as_backup
      from (select distinct unnest(${accounts}::text[]) as account) asked
      join (select unit, post, holder, backup,
                   coalesce(away_from <= ${instant(at)} and (away_until is null or away_until > ${instant(at)}), false) as away
              from organisation_post
             where jurisdiction = ${db.scope.jurisdiction}
               and (holder = any(${accounts}::text[]) or backup = any(${accounts}::text[]))) held
        on (holder = asked.account and not away)
        or (backup = asked.account and away)
     order by asked.account, unit, post
     limit 1000
  `,
  )

export const findHeldPosts = (db: Db, account: string, at: EpochMs) => findHeldPostsOf(db, [account], at)

const StandIn = z.object({ account: z.string(), backup: z.string() })

/** 顶岗: who has the powers of people who are away from a post they hold, by account; whoever is at his desk is left out. */
export const findStandIns = async (
  db: Db,
  accounts: readonly string[],
  at: EpochMs,
): Promise<Map<string, string>> => {
  const rows = await db.rows(
    StandIn,
    sql`
    select holder as account, min(backup) as backup
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and holder = any (${accounts}::text[])
       and backup is not null
       and away_from <= ${instant(at)}
       and (away_until is null or away_until > ${instant(at)})
     group by holder
     limit 1000
  `,
  )
  return new Map(rows.map(({ account, backup }) => [account, backup]))
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

const instant = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString())
