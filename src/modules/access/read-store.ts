import { z } from 'zod'
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
