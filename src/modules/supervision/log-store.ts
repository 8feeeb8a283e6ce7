import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import { readProfile } from '#engines/rules/index.ts'
import type { WatchedLog } from './watched-log.ts'

const Instant = z.date().transform(Number)

const LogRow = z.object({
  log: z.string(),
  title: z.string(),
  source: z.enum(['demo', 'import', 'reported', 'handled']),
  preset: z.string().nullable(),
  zone: z.string(),
  caseOrder: z.enum(['arrival', 'time']),
  live: z.boolean(),
  registeredAt: Instant,
  changedAt: Instant,
  endsAt: Instant.nullable(),
  version: z.number(),
})

/** Profiles as read, by the version of the log's stream: they are large, and every batch of events needs one. */
const profiles = new Map<string, WatchedLog['profile']>()

/** A log with its profile, or undefined. */
export async function findLog(db: Db, log: string): Promise<WatchedLog | undefined> {
  const row = await db.one(
    LogRow,
    sql`
    select log, title, source, preset, zone, case_order, live, registered_at, changed_at, ends_at, version
      from watched_log
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}`,
  )
  return row && withProfile(db, row)
}

/** Every log of the jurisdiction by name. */
export async function findLogs(db: Db): Promise<WatchedLog[]> {
  const rows = await db.rows(
    LogRow,
    sql`
    select log, title, source, preset, zone, case_order, live, registered_at, changed_at, ends_at, version
      from watched_log
     where jurisdiction = ${db.scope.jurisdiction}
     order by log
     limit 10000`,
  )
  return Promise.all(rows.map((row) => withProfile(db, row)))
}

async function withProfile(db: Db, row: z.infer<typeof LogRow>): Promise<WatchedLog> {
  const { caseOrder, ...rest } = row
  const key = `${db.scope.jurisdiction}/${row.log}/${row.version}/${row.registeredAt}`
  let profile = profiles.get(key)
  if (!profile) {
    const found = await db.one(
      z.object({ profile: z.unknown() }),
      sql`
      select profile
        from watched_log
       where jurisdiction = ${db.scope.jurisdiction}
         and log = ${row.log}`,
    )
    profile = readProfile(found?.profile)
    if (profiles.size > 1000) profiles.clear()
    profiles.set(key, profile)
  }
  return { ...rest, order: caseOrder, profile }
}

export interface LogRecord {
  readonly log: string
  readonly title: string
  readonly source: WatchedLog['source']
  readonly preset: string | null
  readonly zone: string
  readonly order: WatchedLog['order']
  readonly live: boolean
  readonly profile: unknown
  readonly registeredAt: EpochMs
  readonly version: number
}

export const insertLog = (db: Db, given: LogRecord) =>
  db.run(sql`
    insert into watched_log
           (jurisdiction, log, title, source, preset, zone, case_order, live, profile, registered_at, changed_at, version)
    values (${db.scope.jurisdiction}, ${given.log}, ${given.title}, ${given.source}, ${given.preset}, ${given.zone},
            ${given.order}, ${given.live}, ${canonical(given.profile)}::json,
            ${new Date(given.registeredAt)}, ${new Date(given.registeredAt)}, ${given.version})
        on conflict (jurisdiction, log) do update
       set title = excluded.title, source = excluded.source, preset = excluded.preset, zone = excluded.zone,
           case_order = excluded.case_order, live = excluded.live, profile = excluded.profile,
           changed_at = excluded.changed_at, version = excluded.version`)

export const setLogProfile = (
  db: Db,
  log: string,
  change: { profile: unknown; at: EpochMs; version: number },
) =>
  db.run(sql`
    update watched_log
       set profile = ${canonical(change.profile)}::json, changed_at = ${new Date(change.at)}, version = ${change.version}
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}`)

export const setLogEnd = (
  db: Db,
  log: string,
  change: { endsAt: EpochMs | null; at: EpochMs; version: number },
) =>
  db.run(sql`
    update watched_log
       set ends_at = greatest(ends_at, ${change.endsAt === null ? null : new Date(change.endsAt)}::timestamptz),
           changed_at = ${new Date(change.at)}, version = ${change.version}
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}`)

const JurisdictionRow = z.object({ jurisdiction: z.string() })

/** Jurisdictions whose cases run by today; for the system role. */
export const findLiveJurisdictions = (db: Db) =>
  db.rows(
    JurisdictionRow,
    sql`
    select distinct jurisdiction
      from watched_log
     where live
     order by jurisdiction
     limit 100000`,
  )
