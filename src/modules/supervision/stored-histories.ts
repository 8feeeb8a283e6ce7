import type { Db } from '#kernel/sql.ts'
import type { Histories } from '#engines/histories/index.ts'
import { streamCaseEvents } from './case-store.ts'
import { countEvents } from './figure-store.ts'
import { historiesFromCopy } from './history-stream.ts'
import type { WatchedLog } from './watched-log.ts'

interface Kept {
  readonly mark: string
  readonly histories: Promise<Histories>
}

/** Columns of logs as read, by how many events the log then had; the newest few are kept. */
const shelf = new Map<string, Kept>()
const SHELF_LIMIT = 4

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

const readAll = async (db: Db, { log, order }: WatchedLog): Promise<Histories> =>
  historiesFromCopy(await streamCaseEvents(db, log), order)
