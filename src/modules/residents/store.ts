import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { CodeState } from './code.ts'

const instant = (at: EpochMs) => new Date(at).toISOString()

const CodeRow = z.object({
  codeHash: z.instanceof(Buffer),
  tries: z.number(),
  sentToday: z.number(),
  sentAt: z.date(),
  expiresAt: z.date(),
})

/** The last code of a number, which nobody else looks at until this transaction ends. */
export async function lockCode(
  db: Db,
  phoneMark: Buffer,
): Promise<(CodeState & { readonly codeHash: Buffer }) | undefined> {
  // The first code of a number has no row yet that could be held.
  await db.run(sql`select pg_advisory_xact_lock(${phoneMark.readInt32BE(0)}, ${phoneMark.readInt32BE(4)})`)
  const row = await db.one(
    CodeRow,
    sql`
    select code_hash, tries, sent_today, sent_at, expires_at
      from resident_code
     where jurisdiction = ${db.scope.jurisdiction}
       and phone_mark = ${phoneMark}
       for update
  `,
  )
  return row && { ...row, sentAt: row.sentAt.getTime(), expiresAt: row.expiresAt.getTime() }
}

export const putCode = (
  db: Db,
  phoneMark: Buffer,
  given: Omit<CodeState, 'tries'> & { readonly codeHash: Buffer },
) =>
  db.run(sql`
    insert into resident_code (jurisdiction, phone_mark, code_hash, tries, sent_today, sent_at, expires_at)
    values (${db.scope.jurisdiction}, ${phoneMark}, ${given.codeHash}, 0, ${given.sentToday},
            ${instant(given.sentAt)}, ${instant(given.expiresAt)})
        on conflict (jurisdiction, phone_mark)
        do update set code_hash = excluded.code_hash, tries = 0, sent_today = excluded.sent_today,
                      sent_at = excluded.sent_at, expires_at = excluded.expires_at
  `)

export const countTry = (db: Db, phoneMark: Buffer) =>
  db.run(sql`
    update resident_code
       set tries = tries + 1
     where jurisdiction = ${db.scope.jurisdiction}
       and phone_mark = ${phoneMark}
  `)

/** A code is used once. */
export const closeCode = (db: Db, phoneMark: Buffer, now: EpochMs) =>
  db.run(sql`
    update resident_code
       set expires_at = ${instant(now)}
     where jurisdiction = ${db.scope.jurisdiction}
       and phone_mark = ${phoneMark}
  `)

const DraftRow = z.object({ item: z.string(), content: z.instanceof(Buffer), savedAt: z.date() })

export const putDraft = (
  db: Db,
  given: { readonly person: string; readonly item: string; readonly content: Buffer; readonly at: EpochMs },
) =>
  db.run(sql`
    insert into resident_draft (jurisdiction, person, item, content, saved_at)
    values (${db.scope.jurisdiction}, ${given.person}, ${given.item}, ${given.content}, ${instant(given.at)})
        on conflict (jurisdiction, person, item)
        do update set content = excluded.content, saved_at = excluded.saved_at
  `)

export const findDraft = (db: Db, person: string, item: string) =>
  db.one(
    DraftRow,
    sql`
    select item, content, saved_at
      from resident_draft
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
       and item = ${item}
  `,
  )

export const findDrafts = (db: Db, person: string) =>
  db.rows(
    DraftRow.omit({ content: true }),
    sql`
    select item, saved_at
      from resident_draft
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
     order by saved_at desc, item
     limit 100
  `,
  )

export const removeDraft = (db: Db, person: string, item: string) =>
  db.run(sql`
    delete from resident_draft
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
       and item = ${item}
  `)
