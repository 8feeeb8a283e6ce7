import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { conflict } from '#platform/database/index.ts'
import { ownJurisdiction } from './algorithm.ts'
import { type ChainedEvent, type Head, chainAfter } from './chain.ts'
import { algorithmFor, endOf, movedEnds } from './ends.ts'
import { checkName, instantText, type NewEvent, prepare, type StoredEvent } from './event.ts'
import { refuse } from './refusals.ts'
import { findStream, insertEvents, isTaken, LEDGER_CHANNEL } from './store.ts'

/** The version the decision was taken on; 0: the stream is new; `'any'`: after whatever is there. */
export type ExpectedVersion = number | 'any'

export interface Append {
  readonly stream: string
  readonly expectedVersion: ExpectedVersion
  readonly events: readonly NewEvent[]
  readonly recordedAt: EpochMs
}

/**
 * Appends to one stream within the caller's transaction and answers what is now in the ledger.
 * A version other than the expected one is refused (409 `ledger.version-conflict`) and nothing is stored.
 */
export async function append(
  db: Db,
  { stream, expectedVersion, events, recordedAt }: Append,
): Promise<StoredEvent[]> {
  const jurisdiction = ownJurisdiction(db)
  const at = instantText(recordedAt, 'recordedAt')
  const prepared = events.map(prepare)
  if (prepared.length === 0) return []
  const head = await endOf(db, checkName(stream, 'stream'), { isNew: expectedVersion === 0 })
  refuseOther(stream, expectedVersion, head)
  const where = { algorithm: await algorithmFor(db, recordedAt), jurisdiction, stream, recordedAt: at }
  await insertOrConflict(db, chainAfter(head, where, prepared), expectedVersion)
  db.notify(LEDGER_CHANNEL, jurisdiction)
  return events.map((event, index) =>
    storedEvent(event, { stream, version: head.version + index + 1, recordedAt }),
  )
}

export function refuseOther(stream: string, expected: ExpectedVersion, head: Head): void {
  if (expected !== 'any' && expected !== head.version) throw versionConflict(stream, expected, head.version)
}

export const versionConflict = (stream: string, expected: number, found: number) =>
  refuse('ledger.version-conflict', { stream, expected, found })

async function insertOrConflict(
  db: Db,
  events: readonly ChainedEvent[],
  expected: ExpectedVersion,
): Promise<void> {
  try {
    await insertEvents(db, events)
    movedEnds(db, events)
  } catch (error) {
    if (!isTaken(error, 'ledger_event')) throw error
    if (expected === 'any') throw conflict('Another transaction appended to the stream first')
    throw versionConflict(events[0]?.stream ?? '', expected, expected + 1)
  }
}

const storedEvent = (
  event: NewEvent,
  place: Pick<StoredEvent, 'stream' | 'version' | 'recordedAt'>,
): StoredEvent => ({
  type: event.type,
  occurredAt: event.occurredAt,
  actor: event.actor,
  payload: { ...event.payload },
  ...place,
})

/** Every event of a stream, or those after a version, oldest first. */
export const readStream = (db: Db, stream: string, afterVersion = 0): Promise<StoredEvent[]> =>
  findStream(db, stream, afterVersion)
