import { type CaseActor, deskName, holds } from '../actor.ts'
import { isOver, type LivingCase, type StepState } from '../case.ts'
import { refuseThirdSignature } from '../branches/two-persons.ts'
import type { CaseEvent } from '../case-events.ts'
import { refuse as refuseHearing } from '../hearings/refusals.ts'
import { mustHavePower } from '../powers.ts'
import { refuse } from '../refusals.ts'
import { refuse as refuseVisit } from '../visits/refusals.ts'
import { isUnvisited } from '../visits/state.ts'
import { overText, required } from './saying.ts'

export interface FinishStep {
  readonly step: string
  readonly outcome: 'agreed' | 'objected'
  readonly opinion: string
}

/** One desk is done: by the post that the item names for the step, or its backup while the holder is away (AB岗). */
export function finishStep(state: LivingCase, asked: FinishStep, actor: CaseActor): CaseEvent[] {
  refuseNotRunning(state)
  refuseThirdSignature(state, asked.step)
  const step = openStep(state, asked.step)
  refuseOtherDesk(state, step, actor)
  refuseChair(state, actor)
  if (isUnvisited(state.visits, step)) throw refuseVisit('visit.not-reported', { step: step.name })
  if (asked.outcome === 'objected') required(asked.opinion, { zh: '不同意的意见', en: 'why you object' })
  const asBackup = actor.asBackup.has(deskName(step))
  return [{ type: 'StepFinished', data: { ...asked, asBackup } }]
}

export interface SendBack {
  readonly from: string
  readonly to: string
  readonly reason: string
}

/**
 * 退回上一环节: between desks of the office only. Nothing goes back to the applicant after acceptance (CASE-06), the
 * clock runs on, and how often and how long is counted.
 */
export function sendBack(state: LivingCase, { from, to, reason }: SendBack, actor: CaseActor): CaseEvent[] {
  refuseNotRunning(state)
  const step = openStep(state, from)
  refuseOtherDesk(state, step, actor)
  required(reason, { zh: '退回的理由', en: 'why it is sent back' })
  const target = state.steps.find((one) => one.code === to && one.status === 'done' && one.group < step.group)
  // Nobody can name a step to go back to before one is done.
  if (to === '') throw refuse('case.no-earlier-step')
  if (!target) throw refuse('case.no-such-step', { step: to })
  return [{ type: 'StepSentBack', data: { from, to, reason } }]
}

export function refuseNotRunning(state: LivingCase): void {
  if (isOver(state)) throw refuse('case.over', { how: overText(state) })
  if (state.status === 'suspended')
    throw refuse('case.suspended', { ground: state.suspension?.text.zh ?? '' })
  if (!state.accepted) throw refuse('case.not-accepted')
}

/** Who chairs the hearing takes no part in the review (行政许可法 48(3)). */
export function refuseChair({ hearing }: LivingCase, { account }: CaseActor): void {
  if (hearing?.session?.chair === account) throw refuseHearing('hearing.chair-reviews')
}

function openStep({ steps }: LivingCase, code: string): StepState {
  const step = steps.find((one) => one.code === code && one.status === 'open')
  if (!step) throw refuse('case.no-such-step', { step: code })
  return step
}

function refuseOtherDesk({ plan }: LivingCase, step: StepState, actor: CaseActor): void {
  if (step.unit === plan.unit && mustHavePower(plan, actor, 'review')) return
  if (!holds(actor, step))
    throw refuse('case.step-not-yours', { step: step.name, unit: step.unit, post: step.post })
}
