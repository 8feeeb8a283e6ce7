import type { EpochMs } from '#kernel/day.ts'
import type { CaseActor } from './actor.ts'
import { finishAtOnce } from './at-once/at-once.ts'
import type { LivingCase } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { askUrgency, grantUrgency, refuseUrgency } from './urgency/decisions.ts'

/** What somebody would type. */
const SAID = '…'

const KIND_ACTIONS = ['askUrgency', 'grantUrgency', 'refuseUrgency', 'finishAtOnce'] as const
export type KindAction = (typeof KIND_ACTIONS)[number]
export const isKindAction = (action: string): action is KindAction =>
  (KIND_ACTIONS as readonly string[]).includes(action)

/** Of the express lane nothing is said before it was asked for, of finishing at once nothing where the item knows neither. */
export function concernsKind({ plan, urgency }: LivingCase, action: KindAction): boolean {
  if (action === 'finishAtOnce') return plan.onTheSpot || plan.sameDay === true
  return action === 'askUrgency' ? !urgency : urgency?.status === 'asked'
}

/** A decision that would stand: a grant under a grade that is for grants. */
export const wouldGrant = ({ plan, hearing }: LivingCase) => ({
  ...({ outcome: 'granted', reasons: SAID, basis: SAID, result: null } as const),
  heard: hearing?.stage === 'held' ? SAID : undefined,
  grade: plan.grades?.find(({ outcome }) => outcome !== 'denied')?.code ?? null,
})

export function triedKind(
  { state, actor, now }: { readonly state: LivingCase; readonly actor: CaseActor; readonly now: EpochMs },
  action: KindAction,
): CaseEvent[] {
  switch (action) {
    case 'askUrgency':
      return askUrgency(state, { ground: 'lifeAndHealth', reason: SAID }, actor)
    case 'grantUrgency':
      return grantUrgency(state, { reason: SAID }, actor, now)
    case 'refuseUrgency':
      return refuseUrgency(state, { reason: SAID }, actor)
    case 'finishAtOnce':
      return finishAtOnce(state, { decision: wouldGrant(state), proof: SAID }, actor, now)
  }
}
