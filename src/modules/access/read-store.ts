import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import type { ReadRow } from './contract.ts'

/** Adds looks, each once; nobody changes or removes them. */
export const insertReads = (db: Db, reads: readonly ReadRow[]) =>
  db.run(sql`
    insert into access_read
           (jurisdiction, read, read_at, account, reader_unit, roles, kind, operation, subject, filters, purpose,
            outcome, rows_shown, address)
    select ${db.scope.jurisdiction}, given.read, given.at, given.account, given.unit, given.roles, given.kind,
           given.operation, given.subject, given.filters, given.purpose, given.outcome, given."rowsShown", given.address
      from json_to_recordset(${JSON.stringify(reads)}::json)
           as given (read text, at timestamptz, account text, unit text, roles text[], kind text, operation text,
                     subject text, filters json, purpose text, outcome text, "rowsShown" integer, address text)
        on conflict do nothing`)

export interface ReadFilter {
  readonly account?: string | undefined
  readonly subject?: string | undefined
  readonly kind?: ReadRow['kind'] | undefined
}

function fitting({ account, subject, kind }: ReadFilter): Sql {
  const parts: Sql[] = [raw('true')]
  if (account !== undefined) parts.push(sql`account = ${account}`)
  if (subject !== undefined) parts.push(sql`subject = ${subject}`)
  if (kind !== undefined) parts.push(sql`kind = ${kind}`)
  return parts.reduce((all, part) => sql`${all} and ${part}`)
}

const StoredRead = z.object({
  read: z.string(),
  at: z.date(),
  account: z.string(),
  unit: z.string().nullable(),
  roles: z.array(z.string()),
  kind: z.enum(['opened', 'listed', 'exported']),
  operation: z.string(),
  subject: z.string(),
  filters: z.record(z.string(), z.string()),
  purpose: z.string().nullable(),
  outcome: z.string(),
  rowsShown: z.number().nullable(),
  address: z.string(),
})

/** Looks, the latest first; the database shows them to the audit administrator only. */
export const findReads = (
  db: Db,
  { before, limit, ...filter }: ReadFilter & { readonly before: string; readonly limit: number },
) =>
  db.rows(
    StoredRead,
    sql`
    select read, read_at as at, account, reader_unit as unit, roles, kind, operation, subject, filters, purpose,
           outcome, rows_shown, address
      from access_read
     where jurisdiction = ${db.scope.jurisdiction}
       and read < ${before}
       and ${fitting(filter)}
     order by read desc
     limit ${limit + 1}`,
  )

export const countReads = (db: Db, filter: ReadFilter) =>
  db.one(
    z.object({ total: z.number() }),
    sql`
    select count(*) as total
      from access_read
     where jurisdiction = ${db.scope.jurisdiction}
       and ${fitting(filter)}`,
  )

const ReaderRow = z.object({
  account: z.string(),
  unit: z.string().nullable(),
  opened: z.number(),
  listed: z.number(),
  exported: z.number(),
  refused: z.number(),
  atNight: z.number(),
  notHandled: z.number(),
})
export type ReaderRow = z.infer<typeof ReaderRow>

/** UUIDv7 begins with its instant in hex, so looks since then are found by their key. */
const keyAt = (at: EpochMs): string => {
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

/**
 * Looks since an instant, counted by account. A file counts as handled by whoever is the actor of an event in its stream,
 * whichever kind of file it is.
 */
export const findReaders = (db: Db, since: EpochMs): Promise<ReaderRow[]> =>
  db.rows(
    ReaderRow,
    sql`
    with looks as (
         select account, reader_unit, kind, subject, outcome,
                extract(hour from read_at at time zone 'Asia/Shanghai') not between 7 and 19 as night
           from access_read
          where jurisdiction = ${db.scope.jurisdiction}
            and read >= ${keyAt(since)}),
         files as (
         select distinct account, subject
           from looks
          where kind = 'opened'
            and outcome = 'answered'
            and subject <> ''),
         foreigners as (
         select files.account, count(*) as files
           from files
          where not exists (
                select 1
                  from ledger_event
                 where ledger_event.jurisdiction = ${db.scope.jurisdiction}
                   and ledger_event.stream in ('case/' || files.subject, 'card/' || files.subject,
                                               'finding/' || files.subject, 'problem/' || files.subject,
                                               'log/' || files.subject)
                   and ledger_event.actor = files.account)
          group by files.account)
    select looks.account, max(looks.reader_unit) as unit,
           (count(distinct subject) filter (where kind = 'opened' and outcome = 'answered'))::int as opened,
           (count(*) filter (where kind = 'listed' and outcome = 'answered'))::int as listed,
           (count(*) filter (where kind = 'exported' and outcome = 'answered'))::int as exported,
           (count(*) filter (where outcome <> 'answered'))::int as refused,
           (count(*) filter (where night))::int as at_night,
           coalesce(max(foreigners.files), 0)::int as not_handled
      from looks
      left join foreigners on foreigners.account = looks.account
     group by looks.account
     order by not_handled desc, opened desc, looks.account
     limit 1000`,
  )
