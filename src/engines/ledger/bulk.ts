import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { copyInto } from '#platform/database/index.ts'
import { ownJurisdiction } from './algorithm.ts'
import { chainedRows, COPY_EVENTS } from './bulk-rows.ts'
import { algorithmFor, forgetEnds } from './ends.ts'
import type { NewEvent } from './event.ts'
import { refuse } from './refusals.ts'
import { findHeads, isTaken, LEDGER_CHANNEL } from './store.ts'

export interface BulkStream {
  readonly stream: string
  readonly events: readonly NewEvent[]
}

export interface AppendBulk {
  /** Each stream once, with its events in order. They are read as fast as the database takes them. */
  readonly streams: Iterable<BulkStream> | AsyncIterable<BulkStream>
  /** `'new'`: no stream may exist yet, which saves looking; `'any'`: events go after whatever is there. */
  readonly expected: 'new' | 'any'
  readonly recordedAt: EpochMs
}

const STREAMS_PER_LOOK = 2000

/**
 * Appends any number of streams through COPY, validated and chained like single events, within the caller's
 * transaction: all of them or none. Memory does not grow with their number.
 */
export async function appendBulk(
  db: Db,
  { streams, expected, recordedAt }: AppendBulk,
): Promise<{ events: number }> {
  const jurisdiction = ownJurisdiction(db)
  const where = { jurisdiction, algorithm: await algorithmFor(db, recordedAt), recordedAt }
  let events = 0
  if (expected === 'new') events = await copyEvents(db, chainedRows(streams, new Map(), where))
  else {
    for await (const some of grouped(streams)) {
      const heads = await findHeads(
        db,
        some.map(({ stream }) => stream),
      )
      events += await copyEvents(db, chainedRows(some, heads, where))
    }
  }
  forgetEnds(db)
  db.notify(LEDGER_CHANNEL, jurisdiction)
  return { events }
}

/** The rows carry the transaction's own jurisdiction, so the owner may copy them past row-level security. */
async function copyEvents(db: Db, rows: AsyncIterable<Buffer>): Promise<number> {
  try {
    return await copyInto(db, COPY_EVENTS, rows, { asOwner: true })
  } catch (error) {
    if (isTaken(error, 'ledger_event')) throw refuse('ledger.already-there', { key: keyIn(error) })
    throw error
  }
}

/** `Key (jurisdiction, stream, version)=(510000, case/1, 1) already exists.` */
function keyIn(error: unknown): string {
  const detail = error instanceof Error && 'detail' in error ? String(error.detail) : ''
  return /=\((.*)\)/.exec(detail)?.[1] ?? ''
}

async function* grouped(streams: AppendBulk['streams']): AsyncGenerator<BulkStream[]> {
  let some: BulkStream[] = []
  for await (const one of streams) {
    if (some.push(one) < STREAMS_PER_LOOK) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
