import { type CaseActor, heads, holds, serves } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseCorrected, CaseDelivered, CaseEvent, CaseRated } from '../case-events.ts'
import { refuse } from '../refusals.ts'
import { refuseNotRunning } from './handling.ts'
import { overText, required, spoken } from './saying.ts'

export interface Decide {
  readonly outcome: 'granted' | 'denied'
  readonly reasons: string
  readonly basis: string
  readonly result: string | null
}

/** 决定 (行政许可法 38): when every step is done, by the post that the item names; a denial with reasons and basis. */
export function decide(state: LivingCase, asked: Decide, actor: CaseActor): CaseEvent[] {
  refuseNotRunning(state)
  const open = state.steps.filter(({ status }) => status !== 'done')
  if (open.length > 0) throw refuse('case.steps-open', { steps: open.map(({ name }) => name).join('、') })
  const { decidedBy } = state.plan
  if (!holds(actor, decidedBy)) throw refuse('case.step-not-yours', { step: '决定', ...decidedBy })
  if (asked.outcome === 'denied' && (asked.reasons.trim() === '' || asked.basis.trim() === ''))
    throw refuse('case.basis-missing')
  return [{ type: 'CaseDecided', data: { ...asked, deemed: false, issued: null } }]
}

/** 视为准予: only where the item says by which law or local rule (T-16); the department answers for what follows (CASE-13). */
export function deemGranted(state: LivingCase): CaseEvent[] {
  const { deemedApproval, name } = state.plan
  if (!deemedApproval || isOver(state) || !state.accepted) return []
  const reasons = '时限届满未作出决定，依规定视为准予；由此产生的后果由承办部门负责'
  return [
    {
      type: 'CaseDecided',
      data: {
        outcome: 'granted',
        deemed: true,
        reasons,
        basis: deemedApproval.basis,
        result: name.zh,
        issued: null,
      },
    },
  ]
}

/** 送达 (行政许可法 44): a decision nobody received is not done. */
export function deliver(
  state: LivingCase,
  given: Omit<CaseDelivered, 'issued'>,
  actor: CaseActor,
): CaseEvent[] {
  if (!state.decision) throw refuse('case.not-decided')
  if (state.deliveredAt !== null) throw refuse('case.already-delivered', { at: spoken(state.deliveredAt) })
  if (!serves(actor, state.plan.deliveredBy.unit) && !serves(actor, state.plan.unit))
    throw refuse('case.other-unit', { unit: state.plan.unit })
  required(given.proof, { zh: '送达的凭证（签收、回执或单号）', en: 'proof of delivery' })
  return [{ type: 'CaseDelivered', data: { ...given, issued: null } }]
}

/** 评价 (国办发〔2019〕51号): one case, one rating, by the applicant, never prompted into a default, never changed. */
export function rate(state: LivingCase, given: CaseRated, actor: CaseActor): CaseEvent[] {
  if (!isOver(state) || state.status === 'withdrawn') throw refuse('case.not-decided')
  refuseNotApplicant(state, actor)
  if (state.rating) throw refuse('case.already-rated')
  return [{ type: 'CaseRated', data: given }]
}

/** 撤回: by the applicant, before the decision. */
export function withdraw(
  state: LivingCase,
  { reason }: { readonly reason: string },
  actor: CaseActor,
): CaseEvent[] {
  if (isOver(state)) throw refuse('case.over', { how: overText(state) })
  refuseNotApplicant(state, actor)
  return [{ type: 'CaseWithdrawn', data: { reason } }]
}

/** 更正: by a head who did not take the decision; what was decided stays readable beside what is right. */
export function correct(
  state: LivingCase,
  given: Omit<CaseCorrected, 'from'>,
  actor: CaseActor,
): CaseEvent[] {
  const { decision, plan } = state
  if (!decision) throw refuse('case.not-decided')
  if (!heads(actor, plan.unit)) throw refuse('case.other-unit', { unit: plan.unit })
  if (decision.by === actor.account) throw refuse('case.corrected-by-same')
  required(given.reason, { zh: '更正的理由', en: 'why it is corrected' })
  if (given.subject !== 'revoked') required(given.to, { zh: '更正后的内容', en: 'what is right' })
  const from =
    given.subject === 'result'
      ? (decision.result ?? '')
      : given.subject === 'reasons'
        ? decision.reasons
        : decision.outcome
  return [{ type: 'CaseCorrected', data: { ...given, from } }]
}

function refuseNotApplicant({ applicant, agent }: LivingCase, { person }: CaseActor): void {
  if (person === null || (person !== applicant && person !== agent)) throw refuse('case.only-applicant')
}
