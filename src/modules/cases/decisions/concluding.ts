import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { type CaseActor, heads, holds, serves } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseCorrected, CaseDecided, CaseDelivered, CaseEvent, CaseRated } from '../case-events.ts'
import { refuseUnassembled } from '../branches/leading.ts'
import { refuseSamePerson } from '../branches/two-persons.ts'
import { type AskedGrounds, groundsOf } from '../grounds/grounds.ts'
import { refuse as refuseHearing } from '../hearings/refusals.ts'
import { isHearingDue } from '../hearings/state.ts'
import { mustHavePower } from '../powers.ts'
import { refuse } from '../refusals.ts'
import { refuseChair, refuseNotRunning } from './handling.ts'
import { licensingOf } from './renewing.ts'
import { overText, required, spoken } from './saying.ts'

export interface Decide extends AskedGrounds {
  readonly outcome: 'granted' | 'denied'
  readonly reasons: string
  readonly basis: string
  readonly result: string | null
  /** After a hearing: how what was heard is taken into account. */
  readonly heard?: string | undefined
  /** The number printed on the licence; one is drawn where it is left out. */
  readonly licenceNumber?: string | null
  /** 隐瞒有关情况或者提供虚假材料: what was found; only with a denial. */
  readonly falseMaterial?: string | null
}

/** 决定 (行政许可法 38): when every step is done, by the post that the item names; a denial with reasons and basis. */
export function decide(state: LivingCase, asked: Decide, actor: CaseActor): CaseEvent[] {
  refuseNotRunning(state)
  const open = state.steps.filter(({ status }) => status !== 'done')
  if (open.length > 0) throw refuse('case.steps-open', { steps: open.map(({ name }) => name).join('、') })
  const { decidedBy } = state.plan
  if (!mustHavePower(state.plan, actor, 'decide') && !holds(actor, decidedBy))
    throw refuse('case.step-not-yours', { step: '决定', ...decidedBy })
  refuseChair(state, actor)
  refuseSamePerson(state, actor)
  refuseUnassembled(state, asked.outcome)
  const { heard, licenceNumber, falseMaterial, outcome, reasons, basis, result } = asked
  const hearing = hearingFor(state, heard)
  if (asked.outcome === 'denied' && (asked.reasons.trim() === '' || asked.basis.trim() === ''))
    throw refuse('case.basis-missing')
  const grounds = groundsOf(state, asked)
  const licensing = licensingOf(state, { outcome, licenceNumber, falseMaterial })
  const said = { outcome, reasons, basis, result, deemed: false }
  return [{ type: 'CaseDecided', data: { ...said, ...grounds, ...hearing, ...licensing, issued: null } }]
}

/** Nothing is decided while a hearing may be asked for or is due; after it the decision refers to the minutes (48). */
function hearingFor({ hearing }: LivingCase, heard = ''): Pick<CaseDecided, 'hearing'> {
  if (hearing?.stage === 'offered')
    throw refuseHearing('hearing.right-open', { at: spoken(hearing.offeredAt) })
  if (isHearingDue(hearing)) throw refuseHearing('hearing.not-held')
  if (hearing?.stage !== 'held') {
    if (heard.trim() !== '') throw refuseHearing('hearing.none-held')
    return {}
  }
  const minutes = hearing.minutes ?? ''
  if (heard.trim() === '') throw refuseHearing('hearing.minutes-unanswered', { minutes })
  return { hearing: { minutes, heard: heard.trim() } }
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
        ...licensingOf(state, { outcome: 'granted' }),
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
  now: EpochMs,
): CaseEvent[] {
  if (!state.decision) throw refuse('case.not-decided')
  if (state.deliveredAt !== null) throw refuse('case.already-delivered', { at: spoken(state.deliveredAt) })
  if (!serves(actor, state.plan.deliveredBy.unit) && !serves(actor, state.plan.unit))
    throw refuse('case.other-unit', { unit: state.plan.unit })
  mustHavePower(state.plan, actor, 'seal')
  refusePostedDay(given, state.decision.at, now)
  required(given.proof, { zh: '送达的凭证（签收、回执或单号）', en: 'proof of delivery' })
  return [{ type: 'CaseDelivered', data: { ...given, issued: null } }]
}

/** 在途时间不计 (T-04): the day of posting is that of delivery, for what was posted after the decision and not in the future. */
function refusePostedDay(
  { way, postedOn = null }: Pick<CaseDelivered, 'way' | 'postedOn'>,
  decidedAt: EpochMs,
  now: EpochMs,
): void {
  if (postedOn === null) return
  if (way !== 'post') throw refuse('case.posted-otherwise')
  const [on, from, today] = [dayNumber(postedOn), dayAt(decidedAt), dayAt(now)]
  if (on < from || on > today)
    throw refuse('case.posted-day-wrong', { on: postedOn, from: dayOfNumber(from) })
}

const dayAt = (at: EpochMs): number => dayNumberAt(DEFAULT_ZONE, at)

/** When a delivery counts as made: by post within the day of posting, otherwise when it is entered. */
export const deliveredAt = (postedOn: Day | null | undefined, now: EpochMs): EpochMs =>
  postedOn == null ? now : Math.min(now, instantOf(DEFAULT_ZONE, dayNumber(postedOn) + 1) - 1)

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
