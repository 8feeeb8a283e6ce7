import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { CaseEvent } from '../case-events.ts'
import type { LivingCase } from '../case.ts'
import { findLiability } from '../liability/store.ts'
import { followLiability } from '../liability/follow.ts'
import { findAfterwards } from '../outcomes/store.ts'
import { followPledges } from '../pledge/follow.ts'
import { findPledges } from '../pledge/store.ts'
import { findStates } from '../store.ts'

interface Entered {
  readonly actor: string
  readonly now: EpochMs
  readonly occurredAt: EpochMs
}

/**
 * What follows from decisions that were told and not taken here: the later check of a pledge, the liability for a default.
 * Entered once, however often it is done.
 */
export async function enterFollowing(db: Db, entered: Entered): Promise<void> {
  const numbers = await findAfterwards(db)
  for (const { caseNo, state } of await findStates(db, numbers)) {
    const decided = decidedOf(state)
    if (!decided) continue
    const [pledge] = await findPledges(db, [caseNo])
    if (!pledge) await followPledges(db, state, decided, entered)
    if (!(await findLiability(db, caseNo))) await followLiability(db, state, decided, entered)
  }
}

function decidedOf({ decision }: LivingCase): CaseEvent[] | undefined {
  if (!decision) return undefined
  const { at: _at, by: _by, revoked: _revoked, number: _number, ...data } = decision
  return [{ type: 'CaseDecided', data: { ...data, issued: null } }]
}
