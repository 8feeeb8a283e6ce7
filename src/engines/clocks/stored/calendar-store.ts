import { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { sql } from '#kernel/sql.ts'
import { canonical } from '../../ledger/index.ts'

const EditionRow = z.object({
  calendar: z.string(),
  edition: z.number(),
  kind: z.enum(['notice', 'file']),
  title: z.string(),
  loadedAt: z.date().transform(Number),
  loadedBy: z.string(),
  content: z.unknown(),
})

export type Edition = z.infer<typeof EditionRow>

/** One number for all calendars of a jurisdiction: who computes holds it shared, who loads a notice holds it alone. */
const lockKey = (jurisdiction: string) => sql`hashtextextended('calendar/' || ${jurisdiction}, 8531)`

const Nothing = z.object({})

/** Until the transaction ends no notice is loaded, so that no end is computed by a calendar that is just being replaced. */
export const holdCalendars = (db: Db) =>
  db.rows(Nothing, sql`select pg_advisory_xact_lock_shared(${lockKey(db.scope.jurisdiction)})::text`)

/** Waits for those who compute, and keeps new ones waiting until the transaction ends. */
export const closeCalendars = (db: Db) =>
  db.rows(Nothing, sql`select pg_advisory_xact_lock(${lockKey(db.scope.jurisdiction)})::text`)

const Fingerprint = z.object({ fingerprint: z.string() })

/** Changes whenever an edition is loaded. */
export const findFingerprint = async (db: Db): Promise<string> =>
  (
    await db.one(
      Fingerprint,
      sql`
    select coalesce(md5(string_agg(calendar || edition || loaded_at || content, ' ' order by calendar, edition)), '') as fingerprint
      from calendar_edition
     where jurisdiction = ${db.scope.jurisdiction}`,
    )
  )?.fingerprint ?? ''

const Place = z.object({ jurisdiction: z.string() })

/** Every jurisdiction that loaded an edition; for the system role. */
export const findLoadingJurisdictions = (db: Db) =>
  db.rows(
    Place,
    sql`
    select distinct jurisdiction
      from calendar_edition
     order by jurisdiction
     limit 10000`,
  )

/** Everything that was loaded, in its order. */
export const findEditions = (db: Db): Promise<Edition[]> =>
  db.rows(
    EditionRow,
    sql`
    select calendar, edition, kind, title, loaded_at, loaded_by, content
      from calendar_edition
     where jurisdiction = ${db.scope.jurisdiction}
     order by calendar, edition
     limit 5000`,
  )

export const insertEdition = (
  db: Db,
  { calendar, edition, kind, title, loadedAt, loadedBy, content }: Edition,
) =>
  db.run(sql`
    insert into calendar_edition (jurisdiction, calendar, edition, kind, title, loaded_at, loaded_by, content)
    values (${db.scope.jurisdiction}, ${calendar}, ${edition}, ${kind}, ${title}, ${new Date(loadedAt)}, ${loadedBy},
            ${canonical(content)}::json)`)
