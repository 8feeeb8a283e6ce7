import type { Db } from '#kernel/sql.ts'
import { append } from '#engines/ledger/index.ts'
import type { LogProfileInput } from '#engines/rules/index.ts'
import { logStream } from './case-events.ts'
import { findCaseIds } from './case-store.ts'
import { applyEvents } from './lists.ts'
import type { Raising } from './raising.ts'
import type { WatchedLog } from './watched-log.ts'
import { getLog, rejudge } from './watching.ts'

const BATCH = 1000

/**
 * Another reading of a log: a published path was set, or a meaning named. Every case is judged anew by it; cards that no
 * longer hold say so and stay.
 */
export async function changeProfile(
  db: Db,
  log: string,
  profile: LogProfileInput,
  { actor, ...raising }: Raising & { actor: string },
): Promise<WatchedLog> {
  await getLog(db, log)
  const events = [{ type: 'LogProfileChanged', occurredAt: raising.now, actor, payload: { profile } }]
  const stored = await append(db, {
    stream: logStream(log),
    expectedVersion: 'any',
    events,
    recordedAt: raising.now,
  })
  await applyEvents(db, stored, raising.calendar)
  const changed = await getLog(db, log)
  for (let after = ''; ;) {
    const found = await findCaseIds(db, log, after, BATCH)
    if (found.length === 0) return changed
    await rejudge(
      db,
      changed,
      found.map(({ caseId }) => caseId),
      raising,
    )
    after = found.at(-1)?.caseId ?? ''
  }
}
