import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Place } from './event.ts'
import { type StoredText, TextRow, textColumns } from './export-store.ts'

/** All events of some streams, in the ledger's order. */
export const findTexts = (db: Db, streams: readonly string[], limit: number): Promise<StoredText[]> =>
  db.rows(
    TextRow,
    sql`
    select ${textColumns}
      from ledger_event
     where jurisdiction = ${db.scope.jurisdiction}
       and stream = any (${streams}::text[])
     order by ledger_event.transaction_id, ledger_event.position
     limit ${limit}`,
  )

const SealOf = z.object({ place: z.number(), number: z.number().nullable() })

/** For each place, by its index, the number of the seal that covers it; null where none does yet. */
export const findSealNumbers = (db: Db, places: readonly Place[]) =>
  db.rows(
    SealOf,
    sql`
    select asked.place, covering.number
      from json_to_recordset(${JSON.stringify(
        places.map(({ transaction, position }, place) => ({ place, transaction, position })),
      )}::json) as asked (place int, transaction text, position bigint)
      left join lateral (
             select number
               from ledger_seal
              where jurisdiction = ${db.scope.jurisdiction}
                and (last_transaction, last_position) >= (asked.transaction::xid8, asked.position)
              order by last_transaction, last_position
              limit 1) as covering on true
     order by asked.place`,
  )
