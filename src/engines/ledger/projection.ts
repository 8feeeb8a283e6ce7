import type { Db } from '#kernel/sql.ts'
import { type Append, append } from './append.ts'
import type { StoredEvent } from './event.ts'

/**
 * Lists kept up to date from events. Registered once by their module; changed in the transaction that appends, and
 * made anew from the ledger by `rebuildAll` with the same result.
 */
export interface Projection {
  readonly name: string
  /** The tables it writes, and nobody else does. Each has a `jurisdiction`; none has a column with the time of writing. */
  readonly tables: readonly string[]
  /**
   * Turns events into rows. It may use the events and its own tables only: no clock, no other tables, no chance.
   * It gets events of many kinds and passes over those it does not know.
   */
  apply(db: Db, events: readonly StoredEvent[]): Promise<void>
  /** For a rebuild, where it pays to keep something back over many batches; the rows must be the same in the end. */
  inBulk?(): BulkProjection
}

export interface BulkProjection {
  apply(db: Db, events: readonly StoredEvent[]): Promise<void>
  /** After the last batch: writes what was kept back. */
  finish(db: Db): Promise<void>
}

/** Appends, and brings the lists up to date in the same transaction. */
export async function record(
  db: Db,
  projections: readonly Projection[],
  request: Append,
): Promise<StoredEvent[]> {
  const events = await append(db, request)
  for (const projection of projections) await projection.apply(db, events)
  return events
}
