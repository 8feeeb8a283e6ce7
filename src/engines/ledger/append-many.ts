import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { conflict } from '#platform/database/index.ts'
import { ownJurisdiction } from './algorithm.ts'
import { type ExpectedVersion, refuseOther } from './append.ts'
import type { BulkStream } from './bulk.ts'
import { chainAfter, type ChainedEvent } from './chain.ts'
import { algorithmFor, endsOf, movedEnds } from './ends.ts'
import { checkName, instantText, prepare, type StoredEvent } from './event.ts'
import { insertEvents, isTaken, LEDGER_CHANNEL } from './store.ts'

export interface AppendMany {
  /** Each stream once, with its events in order. */
  readonly streams: readonly ExpectedStream[]
  readonly recordedAt: EpochMs
}

export interface ExpectedStream extends BulkStream {
  /** Left out: they go after whatever is there. */
  readonly expectedVersion?: ExpectedVersion
}

/**
 * Appends to some hundred streams in one statement, within the caller's transaction: for decisions that were taken on
 * the streams as they are now. A stream that grew meanwhile makes the whole transaction run again.
 */
export async function appendMany(db: Db, { streams, recordedAt }: AppendMany): Promise<StoredEvent[]> {
  if (streams.length === 0) return []
  const jurisdiction = ownJurisdiction(db)
  const at = instantText(recordedAt, 'recordedAt')
  const endOf = await endsOf(
    db,
    streams.map(({ stream, expectedVersion }) => ({
      stream: checkName(stream, 'stream'),
      isNew: expectedVersion === 0,
    })),
  )
  const algorithm = await algorithmFor(db, recordedAt)
  const chained: ChainedEvent[] = []
  const stored: StoredEvent[] = []
  for (const { stream, events, expectedVersion = 'any' } of streams) {
    const head = endOf(stream)
    refuseOther(stream, expectedVersion, head)
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
    movedEnds(db, chained)
  } catch (error) {
    if (isTaken(error, 'ledger_event'))
      throw conflict('Another transaction appended to one of the streams first')
    throw error
  }
  db.notify(LEDGER_CHANNEL, jurisdiction)
  return stored
}
