import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#platform/database/index.ts'

/**
 * Waits until every transaction that is older than now has ended. Readers of the ledger stop before the oldest running
 * one of the whole server, and test files beside ours run transactions of their own there.
 */
export async function settled(database: Database): Promise<void> {
  const own = await database.pool.query<{ id: string }>('select pg_current_xact_id()::text as id')
  for (;;) {
    const ended = await database.pool.query<{ ended: boolean }>(
      'select $1::xid8 < pg_snapshot_xmin(pg_current_snapshot()) as ended',
      [own.rows[0]?.id],
    )
    if (ended.rows[0]?.ended) return
    await sleep(10)
  }
}
