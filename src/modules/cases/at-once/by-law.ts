import type { EpochMs } from '#kernel/day.ts'
import { type LivingCase, missingMaterials } from '../case.ts'
import type { CaseDecided, CaseEvent } from '../case-events.ts'
import { licensingOf } from '../decisions/renewing.ts'

/**
 * 收齐即生效: what follows from a complete receipt without anybody's leave. A filing takes effect (ITEM-25), and what was
 * pledged is granted (CASE-19); nothing follows while something is missing.
 */
export function takesEffect(state: LivingCase, now: EpochMs): CaseEvent[] {
  const { plan, pledge, supplement, status } = state
  if (status !== 'received' || (supplement && supplement.suppliedAt === null)) return []
  if (missingMaterials(state).length > 0) return []
  if (plan.filing) return filed(state, now)
  return pledge ? grantedOnPledge(state, now) : []
}

/** 备案: the receipt is the result. There is no examining and nobody who could refuse. */
export const filed = (state: LivingCase, now: EpochMs): CaseEvent[] => [
  acceptedAt(now),
  granted({
    atOnce: 'filing',
    reasons: '备案材料收齐，自收到之日起生效',
    basis: state.plan.law?.basis ?? '',
    result: `${state.plan.name.zh}，备案号 ${state.caseNo}`,
  }),
  {
    type: 'CaseDelivered',
    data: { way: 'electronic', proof: `备案回执随收件发出，备案号 ${state.caseNo}`, issued: null },
  },
]

const grantedOnPledge = (state: LivingCase, now: EpochMs): CaseEvent[] => [
  acceptedAt(now),
  granted({
    atOnce: 'pledge',
    reasons: '申请人已被告知条件并签署告知承诺书，当场作出决定，事后核查',
    basis: state.plan.pledge?.basis ?? '',
    result: state.plan.name.zh,
    ...licensingOf(state, { outcome: 'granted' }),
  }),
]

const acceptedAt = (now: EpochMs): CaseEvent => ({
  type: 'CaseAccepted',
  data: { deemed: false, countsFrom: now, notOnTheSpot: null, promisedUntil: null, issued: null },
})

const granted = (
  data: Pick<CaseDecided, 'atOnce' | 'reasons' | 'basis' | 'result' | 'licence'>,
): CaseEvent => ({
  type: 'CaseDecided',
  data: { outcome: 'granted', deemed: false, ...data, issued: null },
})
