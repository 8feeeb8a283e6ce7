import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { raw, sql } from '#kernel/sql.ts'
import { canonical } from '../../ledger/index.ts'
import { type ClockRow, ClockStateShape, EndMoves, Kind } from './clock-row.ts'

const instant = z.date().transform(Number)

const Row = z.object({
  id: z.string(),
  subject: z.string(),
  kind: Kind,
  rule: z.string().nullable(),
  unit: z.string(),
  status: z.enum(['open', 'suspended', 'stopped', 'expired']),
  startedAt: instant,
  dueAt: instant.nullable(),
  warnAt: instant.nullable(),
  warned: z.boolean(),
  nextAt: instant.nullable(),
  provisional: z.boolean(),
  calendar: z.string(),
  calendarVersion: z.string(),
  expiredAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  defects: z.number(),
  rung: z.string().nullable(),
  post: z.string().nullable(),
  holder: z.string().nullable(),
  backup: z.string().nullable(),
  moves: EndMoves,
  state: ClockStateShape,
  version: z.number(),
})

const columns = sql`id, subject, kind, rule, unit, status, started_at, due_at, warn_at, warned, next_at, provisional,
           calendar, calendar_version, expired_at, stopped_at, defects, rung, post, holder, backup, moves,
           inputs as state, version`

/**
 * Makes the transaction walk the table by its keys. The policies of row-level security hide from the planner how many
 * rows it will get; left alone it read the whole table for every batch, and a million clocks took hours.
 */
export const walkByKey = (db: Db) =>
  db.run(sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
           set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_sort', 'off', true)`)

/** One clock. */
export const findClock = (db: Db, id: string): Promise<ClockRow | undefined> =>
  db.one(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and id = ${id}`,
  )

/** Clocks by their ids, for a list of matters that have one each. */
export const findClocksNamed = (db: Db, ids: readonly string[]): Promise<ClockRow[]> =>
  db.rows(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and id = any(${[...ids]}::text[])
     order by id
     limit 5000`,
  )

/** The clocks of one matter, the sooner first. */
export const findClocksOf = (db: Db, subject: string): Promise<ClockRow[]> =>
  db.rows(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and subject = ${subject}
     order by due_at, id
     limit 500`,
  )

export interface OfUnit {
  readonly unit: string
  /** Only those of an account, as holder of their post or standing in. */
  readonly account?: string
  readonly limit: number
}

const ofAccount = (account: string | undefined) =>
  account === undefined ? raw('') : sql`and (holder = ${account} or backup = ${account})`

/** The clocks of a unit that run or have run out and not stopped, the sooner first; `after` is the last of the page before. */
export const findRunning = (
  db: Db,
  { unit, account, after, limit }: OfUnit & { after?: { dueAt: EpochMs; id: string } },
): Promise<ClockRow[]> =>
  db.rows(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and stopped_at is null
       and due_at is not null
       and rung is null ${ofAccount(account)}
       ${after ? sql`and (due_at, id) > (${new Date(after.dueAt)}::timestamptz, ${after.id})` : raw('')}
     order by due_at, id
     limit ${limit}`,
  )

/** The clocks of a unit that stand still, by their ids: nobody knows their ends yet. */
export const findSuspended = (
  db: Db,
  { unit, account, after = '', limit }: OfUnit & { after?: string },
): Promise<ClockRow[]> =>
  db.rows(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and stopped_at is null
       and due_at is null
       and id > ${after}
       and rung is null ${ofAccount(account)}
     order by id
     limit ${limit}`,
  )

/** Clocks by their ids, held until the transaction ends so that nobody else decides on them meanwhile. */
export const lockClocks = (db: Db, ids: readonly string[]): Promise<ClockRow[]> =>
  db.rows(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and id = any(${[...ids]}::text[])
     order by id
       for update`,
  )

/** The clocks of one matter, held. */
export const lockClocksOf = (db: Db, subject: string): Promise<ClockRow[]> =>
  db.rows(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and subject = ${subject}
     order by id
       for update`,
  )

/** Clocks whose next moment has come, the longest overdue first, leaving out those another sweep holds. */
export const lockDue = (db: Db, now: EpochMs, limit: number): Promise<ClockRow[]> =>
  db.rows(
    Row,
    sql`
    select ${columns}
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and next_at is not null
       and next_at <= ${new Date(now)}
     order by next_at, id
     limit ${limit}
       for update skip locked`,
  )

const Count = z.object({ count: z.number() })

/** How many clocks of a calendar are open or suspended. */
export const countOpen = async (db: Db, calendar: string): Promise<number> =>
  (
    await db.one(
      Count,
      sql`
    select count(*) as count
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and calendar = ${calendar}
       and stopped_at is null
       and status in ('open', 'suspended')`,
    )
  )?.count ?? 0

/** Clocks whose end has passed but is provisional: nobody is judged by a guess, so a holiday notice has to be loaded. */
export const countHeld = async (db: Db, now: EpochMs): Promise<number> =>
  (
    await db.one(
      Count,
      sql`
    select count(*) as count
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and stopped_at is null
       and status = 'open'
       and provisional
       and due_at <= ${new Date(now)}`,
    )
  )?.count ?? 0

/** Clocks of all jurisdictions on which something is due and not yet done: small while sweepers run. */
export const countDue = async (db: Db, now: EpochMs): Promise<number> =>
  (
    await db.one(
      Count,
      sql`
    select count(*) as count
      from clock
     where next_at <= ${new Date(now)}`,
    )
  )?.count ?? 0

const Place = z.object({ jurisdiction: z.string() })

/** Every jurisdiction with a clock that waits for something, by leaps through the index; for the system role. */
export const findWaitingJurisdictions = (db: Db) =>
  db.rows(
    Place,
    sql`
      with recursive place as (
           (select jurisdiction
              from clock
             where next_at is not null
             order by jurisdiction
             limit 1)
           union all
           select (select clock.jurisdiction
                     from clock
                    where clock.next_at is not null
                      and clock.jurisdiction > place.jurisdiction
                    order by clock.jurisdiction
                    limit 1)
             from place
            where place.jurisdiction is not null)
    select jurisdiction
      from place
     where jurisdiction is not null
     limit 10000`,
  )

const at = (value: EpochMs | null): string | null => (value === null ? null : new Date(value).toISOString())

/** Writes rows as they are now, new or changed. */
export const putClocks = (db: Db, rows: readonly ClockRow[]) => {
  const of = <Name extends keyof ClockRow>(name: Name) => rows.map((row) => row[name])
  const instants = (name: 'startedAt' | 'dueAt' | 'warnAt' | 'nextAt' | 'expiredAt' | 'stoppedAt') =>
    rows.map((row) => at(row[name]))
  return db.run(sql`
    insert into clock
           (jurisdiction, id, subject, kind, rule, unit, status, started_at, due_at, warn_at, warned, next_at, provisional,
            calendar, calendar_version, expired_at, stopped_at, defects, rung, post, holder, backup, moves, inputs, version)
    select ${db.scope.jurisdiction}, given.*
      from unnest(${of('id')}::text[], ${of('subject')}::text[], ${of('kind')}::text[], ${of('rule')}::text[],
                  ${of('unit')}::text[], ${of('status')}::text[], ${instants('startedAt')}::timestamptz[],
                  ${instants('dueAt')}::timestamptz[], ${instants('warnAt')}::timestamptz[], ${of('warned')}::boolean[],
                  ${instants('nextAt')}::timestamptz[], ${of('provisional')}::boolean[], ${of('calendar')}::text[],
                  ${of('calendarVersion')}::text[], ${instants('expiredAt')}::timestamptz[],
                  ${instants('stoppedAt')}::timestamptz[], ${of('defects')}::int[],
                  ${of('rung')}::text[], ${of('post')}::text[], ${of('holder')}::text[], ${of('backup')}::text[],
                  ${rows.map(({ moves }) => JSON.stringify(moves))}::json[],
                  ${rows.map(({ state }) => canonical(state))}::json[], ${of('version')}::int[]) as given
        on conflict (jurisdiction, id) do update
       set status = excluded.status, due_at = excluded.due_at, warn_at = excluded.warn_at, warned = excluded.warned,
           next_at = excluded.next_at, provisional = excluded.provisional, calendar_version = excluded.calendar_version,
           expired_at = excluded.expired_at, stopped_at = excluded.stopped_at, defects = excluded.defects,
           post = excluded.post, holder = excluded.holder, backup = excluded.backup, moves = excluded.moves,
           inputs = excluded.inputs, version = excluded.version`)
}
