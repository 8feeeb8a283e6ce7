import { z } from 'zod'
import type { Db, Sql } from '#kernel/sql.ts'
import { raw, sql } from '#kernel/sql.ts'
import { PlacedRow } from './store.ts'

/** Tables are named by our own projections; anything but a plain name is a mistake in one. */
function tableName(table: string): Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(table)) throw new Error(`Not a table name: ${table}`)
  return raw(table)
}

/** Keeps writers of a list out until the transaction ends; readers see the old rows until then. As the owner. */
export const lockList = (db: Db, table: string) =>
  db.run(sql`lock table ${tableName(table)} in share row exclusive mode`)

/** Empties a list of one jurisdiction. As the owner, so the jurisdiction is named here. */
export const clearList = (db: Db, table: string) =>
  db.run(sql`delete from ${tableName(table)} where jurisdiction = ${db.scope.jurisdiction}`)

const Checksum = z.object({ rows: z.number(), checksum: z.string() })

/** The same for the same set of rows, whatever their order. */
export async function checksumOf(db: Db, table: string): Promise<z.infer<typeof Checksum>> {
  const found = await db.one(
    Checksum,
    sql`
    select count(*) as rows, coalesce(sum(hashtextextended(list::text, 8531)), 0)::text as checksum
      from ${tableName(table)} as list
     where jurisdiction = ${db.scope.jurisdiction}`,
  )
  return found ?? { rows: 0, checksum: '0' }
}

/**
 * Opens a cursor over all events of the jurisdiction. Without the horizon of the subscriptions: who still has to write
 * these lists waits for us, and will do so with what it appends.
 */
export const openHistory = (db: Db) =>
  db.run(sql`
    declare ledger_history no scroll cursor for
     select stream, version, type, occurred_at, recorded_at, actor, payload,
            transaction_id::text as transaction, position
       from ledger_event
      where jurisdiction = ${db.scope.jurisdiction}
      order by ledger_event.transaction_id, ledger_event.position`)

export const nextHistory = (db: Db) => db.rows(PlacedRow, sql`fetch 2000 from ledger_history`)

export const closeHistory = (db: Db) => db.run(sql`close ledger_history`)
