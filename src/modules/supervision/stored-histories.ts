import type { Db } from '#kernel/sql.ts'
import { type Histories, historiesBuilder } from '#engines/histories/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { caseOfStream, storedCase } from './case-events.ts'
import { findCaseIds, readCaseStreams } from './case-store.ts'
import { countEvents } from './figure-store.ts'
import type { WatchedLog } from './watched-log.ts'

interface Kept {
  readonly mark: string
  readonly histories: Promise<Histories>
}

/** Columns of logs as read, by how many events the log then had; the newest few are kept. */
const shelf = new Map<string, Kept>()
const SHELF_LIMIT = 4
const BATCH = 5000

/**
 * A whole log from the ledger as columns, for replay and mining. Reading a million events takes seconds, so the columns
 * are kept until the log grows; live, the lists and summaries answer without them.
 */
export async function storedHistories(db: Db, log: WatchedLog): Promise<Histories> {
  const key = `${db.scope.jurisdiction}/${log.log}/${db.scope.reach}/${db.scope.unit}`
  const mark = `${await countEvents(db, log.log)}/${log.version}`
  const kept = shelf.get(key)
  if (kept?.mark === mark) return kept.histories
  const histories = readAll(db, log)
  shelf.delete(key)
  if (shelf.size >= SHELF_LIMIT) shelf.delete(shelf.keys().next().value ?? '')
  shelf.set(key, { mark, histories })
  histories.catch(() => shelf.delete(key))
  return histories
}

async function readAll(db: Db, log: WatchedLog): Promise<Histories> {
  const builder = historiesBuilder()
  for (let after = ''; ;) {
    const found = await findCaseIds(db, log.log, after, BATCH)
    if (found.length === 0) break
    const streams = new Map<string, StoredEvent[]>(found.map(({ caseId }) => [caseId, []]))
    for (const event of await readCaseStreams(
      db,
      log.log,
      found.map(({ caseId }) => ({ caseId, through: LAST_VERSION })),
    )) {
      streams.get(caseOfStream(event.stream)?.caseId ?? '')?.push(event)
    }
    for (const [caseId, events] of streams) {
      builder.caseIds.code(caseId)
      builder.addCase(storedCase(caseId, events, log.order).history)
    }
    after = found.at(-1)?.caseId ?? ''
  }
  return builder.finish('arrival')
}

const LAST_VERSION = 2_147_483_647
