import { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { raw, type Sql, sql } from '#kernel/sql.ts'

export const TextRow = z.object({
  stream: z.string(),
  version: z.number(),
  type: z.string(),
  occurredAt: z.date(),
  recordedAt: z.date(),
  actor: z.string(),
  payload: z.string(),
  previous: z.string(),
  hash: z.string(),
  transaction: z.string(),
  position: z.number(),
})

export type StoredText = z.infer<typeof TextRow>

export const textColumns =
  raw(`stream, version, type, occurred_at, recorded_at, actor, payload::text as payload,
            encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash,
            transaction_id::text as transaction, position`)

/** A stream and all streams below it, `log/demo` and `log/demo/…`; without a name, every stream. */
const below = (name: string | undefined): Sql =>
  name === undefined ? raw('true') : sql`(stream = ${name} or starts_with(stream, ${`${name}/`}))`

/** All events of the jurisdiction as this transaction sees them, with the payload's exact text, in the ledger's order. */
export async function* storedTexts(db: Db, within?: string): AsyncGenerator<StoredText[]> {
  await db.run(sql`
    declare ledger_texts no scroll cursor for
     select ${textColumns}
       from ledger_event
      where jurisdiction = ${db.scope.jurisdiction}
        and ${below(within)}
      order by ledger_event.transaction_id, ledger_event.position`)
  for (;;) {
    const rows = await db.rows(TextRow, sql`fetch 2000 from ledger_texts`)
    if (rows.length === 0) break
    yield rows
  }
  await db.run(sql`close ledger_texts`)
}

const HeadRow = z.object({ stream: z.string(), version: z.number(), hash: z.string() })

/** The end of every stream. */
export async function* storedHeads(db: Db, within?: string): AsyncGenerator<Array<z.infer<typeof HeadRow>>> {
  await db.run(sql`
    declare ledger_heads no scroll cursor for
     select distinct on (stream) stream, version, encode(hash, 'hex') as hash
       from ledger_event
      where jurisdiction = ${db.scope.jurisdiction}
        and ${below(within)}
      order by stream, version desc`)
  for (;;) {
    const rows = await db.rows(HeadRow, sql`fetch 5000 from ledger_heads`)
    if (rows.length === 0) break
    yield rows
  }
  await db.run(sql`close ledger_heads`)
}
