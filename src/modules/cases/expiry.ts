import type { Db } from '#kernel/sql.ts'
import type { Fired, OnFired } from '#engines/clocks/stored/index.ts'
import { act, byLaw } from './commands.ts'
import { limitOfClock } from './clock-work.ts'
import { passLimit } from './decisions/index.ts'
import { mayStillRenew } from './licensing/follow.ts'
import type { Papers } from './papers.ts'

/**
 * What follows when a case's clock runs out, in the transaction that records the expiry: 视为受理, 视为准予, or the fact that
 * the limit passed. Exactly once, because the expiry is.
 */
export function onCaseClocks(papers: Papers): OnFired {
  return async (db, fired) => {
    for (const one of fired) await passOne(db, one, papers)
  }
}

async function passOne(db: Db, { clock, event }: Fired, papers: Papers): Promise<void> {
  const found = event.type === 'ClockExpired' ? limitOfClock(clock.id) : undefined
  if (!found || event.type !== 'ClockExpired') return
  const { caseNo, ...passed } = found
  if (passed.limit === 'validity' && !(await mayStillRenew(db, caseNo))) return
  await act(db, caseNo, byLaw({ now: event.noticedAt, occurredAt: event.at, papers }), (state) =>
    passLimit(state, { ...passed, dueAt: event.at }),
  )
}
