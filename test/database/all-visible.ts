import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'

/**
 * Followers stop before the oldest transaction still running, and other tests work on the same server: waits until
 * nothing older than the last event runs, so that what is followed is everything.
 */
export async function allVisible(database: Database, jurisdiction: string): Promise<void> {
  const asked = sql`
    select coalesce(max(transaction_id) < pg_snapshot_xmin(pg_current_snapshot()), true) as visible
      from ledger_event`
  const look = () =>
    database.read({ jurisdiction }, (db) => db.one(z.object({ visible: z.boolean() }), asked))
  while (!(await look())?.visible) await sleep(20)
}
