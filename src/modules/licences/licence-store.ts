import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import type { Licence } from './licence.ts'
import type { Standing } from './terms.ts'

/** What this module wrote it reads back as it is: `evolve` made it and nobody else writes the column. */
const Content = z.custom<Licence>((value) => typeof value === 'object' && value !== null && 'number' in value)
const Stored = z.object({ licence: Content, version: z.number() })
export type StoredLicence = z.infer<typeof Stored>

const one = (db: Db, number: string): Sql => sql`
  select licence, version
    from licence
   where jurisdiction = ${db.scope.jurisdiction}
     and number = ${number}`

export const findLicence = (db: Db, number: string): Promise<StoredLicence | undefined> =>
  db.one(Stored, one(db, number))

/** Held until the transaction ends, so that nobody else decides on it meanwhile. */
export const lockLicence = (db: Db, number: string): Promise<StoredLicence | undefined> =>
  db.one(Stored, sql`${one(db, number)} for update`)

export const findLicences = (db: Db, numbers: readonly string[]): Promise<StoredLicence[]> =>
  db.rows(
    Stored,
    sql`
    select licence, version
      from licence
     where jurisdiction = ${db.scope.jurisdiction}
       and number = any (${numbers}::text[])
     order by number
     limit 100000`,
  )

export const putLicences = (db: Db, given: readonly StoredLicence[]) =>
  db.run(sql`
    insert into licence (jurisdiction, number, item, unit, seen_by, holder, agent, state, valid_from, valid_until,
                         licence, version)
    select ${db.scope.jurisdiction}, given.number, given.item, given.unit, given.seen_by, given.holder, given.agent,
           given.state, given.valid_from, given.valid_until, given.licence, given.version
      from json_to_recordset(${JSON.stringify(given.map(columnsOf))}::json)
           as given (number text, item text, unit text, seen_by text[], holder text, agent text, state text,
                     valid_from date, valid_until date, licence jsonb, version integer)
        on conflict (jurisdiction, number) do update
       set state = excluded.state, valid_until = excluded.valid_until, licence = excluded.licence,
           version = excluded.version`)

const columnsOf = ({ licence, version }: StoredLicence) => ({
  number: licence.number,
  item: licence.item,
  unit: licence.unit,
  seen_by: licence.seenBy,
  holder: licence.holder,
  agent: licence.agent,
  state: licence.state,
  valid_from: licence.validFrom,
  valid_until: licence.validUntil,
  licence,
  version,
})

export interface LicenceQuestion {
  readonly unit: string | undefined
  readonly search: string | undefined
  readonly standing: Standing | undefined
  /** The last day of "ends soon"; with it only those in force are shown. */
  readonly endsBy: Day | undefined
  readonly today: Day
  readonly limit: number
  readonly offset: number
}

const matching = (db: Db, { unit, search, standing, endsBy, today }: LicenceQuestion): Sql => sql`
       jurisdiction = ${db.scope.jurisdiction}
   and (${unit ?? null}::text is null or unit = ${unit ?? null} or ${unit ?? null} = any (seen_by))
   and (${search ?? null}::text is null or position(${search ?? ''} in number) > 0)
   and (${standing ?? null}::text is null
        or ${standing ?? null} = case when state in ('valid', 'renewed') and valid_until < ${today}::date
                                      then 'lapsed' else state end)
   and (${endsBy ?? null}::date is null
        or (state in ('valid', 'renewed') and valid_until between ${today}::date and ${endsBy ?? null}::date))`

/** What ends first comes first; what has no end comes last. A row more when there is a next page. */
export const listLicences = (db: Db, question: LicenceQuestion): Promise<StoredLicence[]> =>
  db.rows(
    Stored,
    sql`
    select licence, version
      from licence
     where ${matching(db, question)}
     order by coalesce(valid_until < ${question.today}::date, false), valid_until nulls last, number
     limit ${question.limit + 1} offset ${question.offset}`,
  )

export const countLicences = async (db: Db, question: LicenceQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*) as total from licence where ${matching(db, question)}`,
    )
  )?.total ?? 0

/** The licences of a person, as holder or as whoever applied in the holder's place. */
export const findLicencesOf = (db: Db, person: string): Promise<StoredLicence[]> =>
  db.rows(
    Stored,
    sql`
    select licence, version
      from licence
     where jurisdiction = ${db.scope.jurisdiction}
       and (holder = ${person} or agent = ${person})
     order by valid_until nulls last, number
     limit 200`,
  )
