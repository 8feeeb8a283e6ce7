import type { EpochMs } from '#kernel/day.ts'
import { limitInWords, parseLimit } from '#engines/clocks/index.ts'
import { type CaseActor, heads, serves } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { overText, required } from '../decisions/saying.ts'
import { settingOn } from '../kinds/settings.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { refuse } from './refusals.ts'
import type { UrgencyAsked, UrgencyAudited } from './events.ts'

/** 申请急件: by whoever applied or serves him, on a listed ground and with what shows it. Never granted by the same person. */
export function askUrgency(state: LivingCase, asked: UrgencyAsked, actor: CaseActor): CaseEvent[] {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  const own = actor.person !== null && (actor.person === state.applicant || actor.person === state.agent)
  if (!own && !serves(actor, state.plan.unit)) throw refuseCase('case.other-unit', { unit: state.plan.unit })
  if (state.urgency) throw refuse('urgency.already-asked', { status: state.urgency.status })
  required(asked.reason, { zh: '急在哪里、凭什么材料', en: 'what is urgent and what shows it' })
  return [{ type: 'UrgencyAsked', data: asked }]
}

export interface GrantUrgency {
  /** Left out: the item's, or the platform's. */
  readonly within?: string | null | undefined
  readonly reason: string
}

/** 批准急件: by the head of the unit, with a limit shorter than the promise. */
export function grantUrgency(
  state: LivingCase,
  { within: given, reason }: GrantUrgency,
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  refuseUnanswerable(state, actor)
  required(reason, { zh: '批准的理由', en: 'why it is granted' })
  const within = given?.trim() || (state.plan.express ?? settingOn('expressWithin', now))
  if (!isShorter(within, state.plan.committed))
    throw refuse('urgency.not-shorter', {
      within: limitInWords(parseLimit(within)).zh,
      committed: limitInWords(parseLimit(state.plan.committed)).zh,
    })
  return [{ type: 'UrgencyGranted', data: { within, reason } }]
}

export function refuseUrgency(
  state: LivingCase,
  { reason }: { readonly reason: string },
  actor: CaseActor,
): CaseEvent[] {
  refuseUnanswerable(state, actor)
  required(reason, { zh: '不按急件办的理由', en: 'why it is refused' })
  return [{ type: 'UrgencyRefused', data: { reason } }]
}

/** 逐件核查: every flag, by somebody outside the unit that granted it. */
export function auditUrgency(state: LivingCase, asked: UrgencyAudited, actor: CaseActor): CaseEvent[] {
  if (state.urgency?.status !== 'granted') throw refuse('urgency.not-granted')
  if (state.urgency.audit) throw refuse('urgency.audited')
  if (actor.unit === state.plan.unit) throw refuse('urgency.own-unit')
  required(asked.reason, { zh: '核查的依据', en: 'what the finding rests on' })
  return [{ type: 'UrgencyAudited', data: asked }]
}

function refuseUnanswerable(state: LivingCase, actor: CaseActor): void {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  if (state.urgency?.status !== 'asked') throw refuse('urgency.none-asked')
  if (!heads(actor, state.plan.unit) || actor.account === state.urgency.askedBy)
    throw refuse('urgency.approver-missing')
}

/** Working days and working hours are told apart from calendar time: only like is compared with like. */
const HOURS: Readonly<Record<string, number>> = {
  workingDays: 8,
  workingHours: 1,
  calendarDays: 8,
  hours: 1,
  months: 160,
  years: 2000,
}
function isShorter(one: string, other: string): boolean {
  const hoursOf = (text: string) => {
    const { length, unit } = parseLimit(text)
    return length * (HOURS[unit] ?? 8)
  }
  return hoursOf(one) < hoursOf(other)
}
