import type { Db } from '#kernel/sql.ts'
import type { Place, StoredEvent } from './event.ts'
import { findAfter } from './store.ts'

type Placed = StoredEvent & Place

/** What stands next before whoever has read up to a place. */
export interface Batch {
  readonly events: readonly Placed[]
  /** There is more than was read. */
  readonly more: boolean
}

/** How many events are read at once. */
export const BATCH = 500

export async function nextBatch(db: Db, after: Place, size = BATCH): Promise<Batch> {
  const found = await findAfter(db, after, size)
  const more = found.length === size
  return { events: more ? wholeStreams(found) : found, more }
}

/**
 * A batch does not end inside what was appended to a stream in one go: half of it would be judged as if the rest had not
 * happened. What is longer than a batch is cut all the same.
 */
function wholeStreams(events: readonly Placed[]): readonly Placed[] {
  const cut = events.findLastIndex(({ stream }) => stream !== events.at(-1)?.stream)
  return cut < 0 ? events : events.slice(0, cut + 1)
}
