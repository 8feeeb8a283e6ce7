import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { type Edition, statusOf } from './edition.ts'

/** Written by `evolveEdition` and nobody else, so read back as it is. */
const Stored = z.object({
  state: z.custom<Edition>((value) => typeof value === 'object' && value !== null && 'content' in value),
  version: z.number(),
})

export const findEdition = (db: Db, edition: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from rule_edition
     where jurisdiction = ${db.scope.jurisdiction}
       and edition = ${edition}`,
  )

/** Every version an office ever made, the newest of each rule last. */
export const findEditions = (db: Db) =>
  db.rows(
    Stored,
    sql`
    select state, version
      from rule_edition
     where jurisdiction = ${db.scope.jurisdiction}
     order by code, number
     limit 10000`,
  )

const Mark = z.object({ mark: z.string() })

/** Another whenever anything was approved or withdrawn, empty when nothing ever was; asked by every transaction that judges. */
export const editionMark = async (db: Db): Promise<string> =>
  (
    await db.one(
      Mark,
      sql`
    select coalesce(md5(string_agg(state::text, ' ' order by edition)), '') as mark
      from rule_edition
     where jurisdiction = ${db.scope.jurisdiction}
       and status in ('approved', 'withdrawn')`,
    )
  )?.mark ?? ''

export const putEdition = (
  db: Db,
  edition: string,
  { state, version }: { state: Edition; version: number },
) =>
  db.run(sql`
    insert into rule_edition (jurisdiction, edition, code, number, status, holds_from, holds_until, state, version)
    values (${db.scope.jurisdiction}, ${edition}, ${state.code}, ${state.number}, ${statusOf(state)},
            ${state.approval?.from ?? null}::date, ${state.withdrawal?.until ?? null}::date,
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, edition) do update
       set status = excluded.status, holds_from = excluded.holds_from, holds_until = excluded.holds_until,
           state = excluded.state, version = excluded.version`)

const UnitOf = z.object({ caseId: z.string(), unit: z.string().nullable() })

/** Whose each of these cases is. */
export const findUnitsOf = (db: Db, log: string, cases: readonly string[]) =>
  db.rows(
    UnitOf,
    sql`
    select case_id, unit
      from watched_case
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and case_id = any (${cases}::text[])
     order by case_id
     limit 1000000`,
  )
