import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Db, Sql } from '#kernel/sql.ts'
import { asOwner, clientOf } from './session.ts'

/**
 * Streams rows into a table inside the caller's transaction; `statement` is `copy … from stdin`.
 *
 * `asOwner`: PostgreSQL refuses COPY into a table with row-level security unless its owner copies. The caller must
 * then have made sure that every row belongs to the transaction's jurisdiction.
 */
export async function copyInto(
  db: Db,
  statement: string,
  chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
  { asOwner: owned = false } = {},
): Promise<number> {
  const copy = async () => {
    const target = clientOf(db).query(copyFrom(statement))
    await pipeline(Readable.from(chunks, { objectMode: true }), target)
    return target.rowCount
  }
  return owned ? asOwner(db, copy) : copy()
}

/**
 * Streams rows out; `statement` is `copy (select …) to stdout` and sees what the transaction's scope may see. COPY takes
 * no parameters, so the values, all of them text, are written into the statement as literals.
 */
export function copyOut(db: Db, { text, values }: Sql): Readable {
  const client = clientOf(db)
  const statement = text.replace(/\$(\d+)/g, (_, number: string) =>
    client.escapeLiteral(String(values[Number(number) - 1])),
  )
  return client.query(copyTo(statement))
}
