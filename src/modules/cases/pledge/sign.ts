import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import type { CasePlan } from '../plan.ts'
import { refuse } from './refusals.ts'
import { findBrokenPledge } from './store.ts'

/** 签署告知承诺书: what was read and signed stands word for word in the record. */
export function signPledge({ plan, channel }: LivingCase): CaseEvent[] {
  const { pledge } = plan
  if (!pledge) throw refuse('pledge.not-offered', { item: plan.name.zh })
  const way = channel === 'counter' ? 'counter' : 'online'
  return [{ type: 'PledgeSigned', data: { way, waives: pledge.waives, text: pledge.text.zh } }]
}

/** Before a pledge is taken: the item takes one, and the applicant has not pledged falsely. */
export async function refuseUnpledgeable(
  db: Db,
  { plan, person, today }: { readonly plan: CasePlan; readonly person: string; readonly today: Day },
): Promise<void> {
  if (!plan.pledge) throw refuse('pledge.not-offered', { item: plan.name.zh })
  const broken = await findBrokenPledge(db, person, today)
  if (broken)
    throw refuse('pledge.broken-before', { item: broken.content.itemName.zh, until: broken.barredUntil })
}
