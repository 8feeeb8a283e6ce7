import type { Db } from '#kernel/sql.ts'
import { asOwner, type Database } from '#platform/database/index.ts'
import type { Projection } from './projection.ts'
import { checksumOf, clearList, closeHistory, lockList, nextHistory, openHistory } from './rebuild-store.ts'

export interface RebuiltTable {
  readonly table: string
  readonly rowsBefore: number
  readonly rowsAfter: number
  /** Whether the ledger gives exactly the rows that were there. */
  readonly identical: boolean
}

/**
 * Makes all lists of a jurisdiction anew from its ledger, in one transaction: readers see the old lists until it ends
 * and whoever wants to write one waits.
 */
export const rebuildAll = (
  database: Database,
  jurisdiction: string,
  projections: readonly Projection[],
): Promise<RebuiltTable[]> =>
  database.transaction({ jurisdiction, reach: 'jurisdiction' }, (db) => rebuildIn(db, projections))

/** Proves that the lists are what the ledger says, and leaves them as they are. */
export async function compareRebuilt(
  database: Database,
  jurisdiction: string,
  projections: readonly Projection[],
): Promise<RebuiltTable[]> {
  let found: RebuiltTable[] = []
  const undone = new Error('Only compared')
  await database
    .transaction({ jurisdiction, reach: 'jurisdiction' }, async (db) => {
      found = await rebuildIn(db, projections)
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return found
}

async function rebuildIn(db: Db, projections: readonly Projection[]): Promise<RebuiltTable[]> {
  const tables = [...new Set(projections.flatMap((projection) => projection.tables))].sort()
  const before = await asOwner(db, async () => {
    for (const table of tables) await lockList(db, table)
    const checksums = await checksumsOf(db, tables)
    for (const table of tables) await clearList(db, table)
    return checksums
  })
  await replay(db, projections)
  const after = await asOwner(db, () => checksumsOf(db, tables))
  return tables.map((table) => {
    const [old, made] = [before.get(table), after.get(table)]
    const identical = old?.rows === made?.rows && old?.checksum === made?.checksum
    return { table, rowsBefore: old?.rows ?? 0, rowsAfter: made?.rows ?? 0, identical }
  })
}

async function checksumsOf(db: Db, tables: readonly string[]) {
  const checksums = new Map<string, Awaited<ReturnType<typeof checksumOf>>>()
  for (const table of tables) checksums.set(table, await checksumOf(db, table))
  return checksums
}

const nothingKept = async (): Promise<void> => undefined

async function replay(db: Db, projections: readonly Projection[]): Promise<void> {
  const lists = projections.map(
    (projection) => projection.inBulk?.() ?? { ...projection, finish: nothingKept },
  )
  await openHistory(db)
  for (;;) {
    const events = await nextHistory(db)
    if (events.length === 0) break
    for (const list of lists) await list.apply(db, events)
  }
  await closeHistory(db)
  for (const list of lists) await list.finish(db)
}
