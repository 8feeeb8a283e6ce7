import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import { NOTICE_KINDS } from './terms.ts'
import type { NoticeEvent, NoticeIssued } from './notice-events.ts'

const StoredNotice = z.object({
  notice: z.string(),
  kind: z.enum(NOTICE_KINDS),
  number: z.string(),
  unit: z.string(),
  unitName: z.string(),
  subject: z.string(),
  issuedAt: z.date(),
  hash: z.string(),
  checkCode: z.string(),
  data: z.record(z.string(), z.unknown()),
  servedAt: z.date().nullable(),
  servedWay: z.string().nullable(),
  withdrawnAt: z.date().nullable(),
})
export type StoredNotice = z.infer<typeof StoredNotice>

export interface Numbering {
  readonly issuer: string
  readonly kind: string
  readonly year: number
}

/**
 * The next number. Its row stays locked until the transaction ends: whoever comes meanwhile waits, and gets the same
 * number again should this one be rolled back.
 */
export const takeNumber = (db: Db, { issuer, kind, year }: Numbering) =>
  db.one(
    z.object({ serial: z.number() }),
    sql`
    insert into notice_number as n (jurisdiction, issuer, kind, year, last)
    values (${db.scope.jurisdiction}, ${issuer}, ${kind}, ${year}, 1)
        on conflict (jurisdiction, issuer, kind, year)
        do update set last = n.last + 1
    returning last as serial
  `,
  )

/** So many numbers at once; answers the first of them. */
export const takeNumbers = async (
  db: Db,
  { issuer, kind, year }: Numbering,
  count: number,
): Promise<number> => {
  const taken = await db.one(
    z.object({ serial: z.number() }),
    sql`
    insert into notice_number as n (jurisdiction, issuer, kind, year, last)
    values (${db.scope.jurisdiction}, ${issuer}, ${kind}, ${year}, ${count})
        on conflict (jurisdiction, issuer, kind, year)
        do update set last = n.last + excluded.last
    returning last as serial
  `,
  )
  return (taken?.serial ?? count) - count + 1
}

/** After a rebuild the count stands where the papers left it. */
export const keepNumbers = (db: Db, issued: readonly NoticeIssued[]) =>
  db.run(sql`
    insert into notice_number as n (jurisdiction, issuer, kind, year, last)
    select ${db.scope.jurisdiction}, given.unit, given.kind, given.year, max(given.serial)
      from json_to_recordset(${JSON.stringify(issued.map(({ unit, kind, year, serial }) => ({ unit, kind, year, serial })))}::json)
           as given (unit text, kind text, year integer, serial integer)
     group by given.unit, given.kind, given.year
     order by given.unit, given.kind, given.year
        on conflict (jurisdiction, issuer, kind, year)
        do update set last = greatest(n.last, excluded.last)
  `)

const columns = sql`
  notice, kind, number, unit, unit_name, subject, issued_at, hash, check_code, data, served_at, served_way, withdrawn_at
`

export const findNotice = (db: Db, notice: string) =>
  db.one(
    StoredNotice,
    sql`
    select ${columns}
      from notice_list
     where jurisdiction = ${db.scope.jurisdiction}
       and notice = ${notice}
  `,
  )

export const findByCheckCode = (db: Db, checkCode: string) =>
  db.one(
    StoredNotice,
    sql`
    select ${columns}
      from notice_list
     where jurisdiction = ${db.scope.jurisdiction}
       and check_code = ${checkCode}
  `,
  )

/** The papers of one subject, oldest first. */
export const findNoticesAbout = (db: Db, subject: string) =>
  db.rows(
    StoredNotice,
    sql`
    select ${columns}
      from notice_list
     where jurisdiction = ${db.scope.jurisdiction}
       and subject = ${subject}
     order by notice
     limit 200
  `,
  )

export interface Listed {
  readonly notice: string
  readonly actor: string
  readonly issued: NoticeIssued
}

/** Papers that were issued, in one statement however many they are; doing it twice gives the same rows. */
export async function listIssued(db: Db, papers: readonly Listed[]): Promise<void> {
  const rows = papers.map(
    ({ notice, actor, issued: { unitName, counterUnit, issuedAt, checkCode, ...issued } }) => ({
      ...issued,
      notice,
      unit_name: unitName,
      counter_unit: counterUnit,
      issued_at: instant(issuedAt),
      issued_by: actor,
      check_code: checkCode,
      data: canonical(issued.data),
    }),
  )
  await db.run(sql`
    insert into notice_list (jurisdiction, notice, kind, number, unit, unit_name, counter_unit, subject, issued_at,
                             issued_by, hash, check_code, data)
    select ${db.scope.jurisdiction}, notice, kind, number, unit, unit_name, counter_unit, subject, issued_at, issued_by,
           hash, check_code, data::json
      from json_to_recordset(${JSON.stringify(rows)}::json)
           as given (notice text, kind text, number text, unit text, unit_name text, counter_unit text, subject text,
                     issued_at timestamptz, issued_by text, hash text, check_code text, data text)
        on conflict do nothing`)
}

/** The list follows what happened to a paper later; doing it twice gives the same rows. */
export async function listNoticeEvent(
  db: Db,
  notice: string,
  event: Exclude<NoticeEvent, { type: 'NoticeIssued' }>,
): Promise<unknown> {
  const { jurisdiction } = db.scope
  switch (event.type) {
    case 'NoticeServed':
      return db.run(sql`
        update notice_list
           set served_at = ${instant(event.servedAt)}, served_way = ${event.way}
         where jurisdiction = ${jurisdiction}
           and notice = ${notice}
      `)
    case 'NoticeWithdrawn':
      return db.run(sql`
        update notice_list
           set withdrawn_at = ${instant(event.withdrawnAt)}
         where jurisdiction = ${jurisdiction}
           and notice = ${notice}
      `)
  }
}

const instant = (at: number) => new Date(at).toISOString()
