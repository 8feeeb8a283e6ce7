import type { EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { CaseActor } from '../actor.ts'
import { evolve, isOver, type LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { accept } from '../decisions/answering.ts'
import { decide, type Decide, deliver } from '../decisions/concluding.ts'
import { finishStep } from '../decisions/handling.ts'
import { overText, spoken } from '../decisions/saying.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { refuse } from './refusals.ts'

export interface FinishAtOnce {
  readonly decision: Decide
  /** Who signed for the result; empty where it is handed over later. */
  readonly proof: string
}

/**
 * 当场办结、马上办 (CASE-02, CASE-20): accepted, handled, decided and handed over in one breath, each by the power it takes.
 * Nothing is left out: whoever may not decide is refused here as well.
 */
export function finishAtOnce(
  state: LivingCase,
  { decision, proof }: FinishAtOnce,
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  const { plan, channel } = state
  refuseLater(state, now)
  if (plan.onTheSpot && channel === 'counter' && proof.trim() === '') throw refuse('at-once.not-handed-over')
  const events: CaseEvent[] = []
  let current = state
  const take = (more: readonly CaseEvent[]) => {
    events.push(...more)
    for (const event of more) current = evolve(current, event, { at: now, by: actor.account }) as LivingCase
  }
  if (current.status === 'received') take(accept(current, { finishing: true }, actor, now))
  for (let open = openSteps(current); open.length > 0; open = openSteps(current))
    for (const { code } of open) take(finishStep(current, { step: code, ...opinionOf(decision) }, actor))
  const atOnce = plan.onTheSpot ? 'onTheSpot' : 'sameDay'
  take(
    decide(current, decision, actor).map((event) =>
      event.type === 'CaseDecided' ? { ...event, data: { ...event.data, atOnce } } : event,
    ),
  )
  if (proof.trim() !== '') take(deliver(current, { way: 'inPerson', proof }, actor, now))
  return events
}

const openSteps = ({ steps }: LivingCase) => steps.filter(({ status }) => status === 'open')

const opinionOf = ({ outcome, reasons }: Decide) =>
  outcome === 'granted'
    ? ({ outcome: 'agreed', opinion: '' } as const)
    : ({ outcome: 'objected', opinion: reasons } as const)

function refuseLater(state: LivingCase, now: EpochMs): void {
  const { plan, accepted } = state
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  if (!plan.onTheSpot && !plan.sameDay) throw refuse('at-once.not-allowed', { item: plan.name.zh })
  if (accepted && !isSameDay(accepted.at, now))
    throw refuse('at-once.another-day', { at: spoken(accepted.at) })
}

export const isSameDay = (one: EpochMs, other: EpochMs): boolean =>
  dayNumberAt(DEFAULT_ZONE, one) === dayNumberAt(DEFAULT_ZONE, other)
