import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { conflict } from '#platform/database/index.ts'
import { ownJurisdiction, settleAlgorithm } from './algorithm.ts'
import type { BulkStream } from './bulk.ts'
import { chainAfter, type ChainedEvent, EMPTY_STREAM } from './chain.ts'
import { checkName, instantText, prepare, type StoredEvent } from './event.ts'
import { findHeads, insertEvents, isTaken, LEDGER_CHANNEL } from './store.ts'

export interface AppendMany {
  /** Each stream once, with its events in order; they go after whatever is there. */
  readonly streams: readonly BulkStream[]
  readonly recordedAt: EpochMs
}

/**
 * Appends to some hundred streams in one statement, within the caller's transaction: for decisions that were taken on
 * the streams as they are now. A stream that grew meanwhile makes the whole transaction run again.
 */
export async function appendMany(db: Db, { streams, recordedAt }: AppendMany): Promise<StoredEvent[]> {
  if (streams.length === 0) return []
  const jurisdiction = ownJurisdiction(db)
  const at = instantText(recordedAt, 'recordedAt')
  const heads = await findHeads(
    db,
    streams.map(({ stream }) => checkName(stream, 'stream')),
  )
  const algorithm = await settleAlgorithm(db, recordedAt)
  const chained: ChainedEvent[] = []
  const stored: StoredEvent[] = []
  for (const { stream, events } of streams) {
    const head = heads.get(stream) ?? EMPTY_STREAM
    chained.push(
      ...chainAfter(head, { algorithm, jurisdiction, stream, recordedAt: at }, events.map(prepare)),
    )
    events.forEach(({ type, occurredAt, actor, payload }, index) => {
      const version = head.version + index + 1
      stored.push({ stream, version, type, occurredAt, recordedAt, actor, payload: { ...payload } })
    })
  }
  try {
    await insertEvents(db, chained)
  } catch (error) {
    if (isTaken(error, 'ledger_event'))
      throw conflict('Another transaction appended to one of the streams first')
    throw error
  }
  db.notify(LEDGER_CHANNEL, jurisdiction)
  return stored
}
