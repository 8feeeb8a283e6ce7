import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import { NOTICE_KINDS } from './terms.ts'
import type { NoticeEvent } from './notice-events.ts'

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

/** After a rebuild the count stands where the papers left it. */
const keepNumber = (db: Db, { issuer, kind, year }: Numbering, serial: number) =>
  db.run(sql`
    insert into notice_number as n (jurisdiction, issuer, kind, year, last)
    values (${db.scope.jurisdiction}, ${issuer}, ${kind}, ${year}, ${serial})
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

/** The list follows one event; doing it twice gives the same rows. */
export async function listNoticeEvent(
  db: Db,
  notice: string,
  event: NoticeEvent,
  actor: string,
): Promise<unknown> {
  const { jurisdiction } = db.scope
  switch (event.type) {
    case 'NoticeIssued':
      await keepNumber(db, { issuer: event.unit, kind: event.kind, year: event.year }, event.serial)
      return db.run(sql`
        insert into notice_list (jurisdiction, notice, kind, number, unit, unit_name, counter_unit, subject, issued_at,
                                 issued_by, hash, check_code, data)
        values (${jurisdiction}, ${notice}, ${event.kind}, ${event.number}, ${event.unit}, ${event.unitName},
                ${event.counterUnit}, ${event.subject}, ${instant(event.issuedAt)}, ${actor}, ${event.hash},
                ${event.checkCode}, ${canonical(event.data)})
            on conflict do nothing
      `)
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
