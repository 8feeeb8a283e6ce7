import type { CaseEvent } from './case-events.ts'
import type { Happened, LivingCase } from './case.ts'
import { type InterventionEvent, isIntervention } from './interventions/events.ts'
import { citedIn, evolveInterventions, type Involvement, type LeaderCited } from './interventions/state.ts'
import { type PlacedAct, placedAct } from './places/place.ts'
import { isService, type ServiceEvent, type ServiceOfficer } from './service-officer/events.ts'
import { type Heard, heard, TELLS } from './service-officer/state.ts'
import { isTransfer, type TransferEvent } from './transfers/events.ts'
import { evolveTransfers, movedSteps, type TransfersState } from './transfers/state.ts'

/** Who answers for a case on its way: who stays with it, who had it where, and who above was drawn in. */
export type ResponsibilityEvent = TransferEvent | InterventionEvent | ServiceEvent

/** Left out by cases of which nothing of it is known. */
export interface ResponsibilityState {
  readonly transfers?: TransfersState
  readonly interventions?: readonly Involvement[]
  /** Leaders' words that opinions and decisions speak of. */
  readonly cited?: readonly LeaderCited[]
  readonly service?: ServiceOfficer
  readonly heard?: Heard
  readonly places?: readonly PlacedAct[]
}

export const isResponsibility = (event: { readonly type: string }): event is ResponsibilityEvent =>
  isTransfer(event) || isIntervention(event) || isService(event)

/** What such an event makes of the case. */
export function evolveResponsibility(
  state: LivingCase,
  event: ResponsibilityEvent,
  happened: Happened,
): Partial<LivingCase> {
  if (isTransfer(event))
    return {
      transfers: evolveTransfers(state.transfers, event, happened),
      steps: movedSteps(state.steps, event),
    }
  if (isIntervention(event))
    return { interventions: evolveInterventions(state.interventions, event, happened) }
  return event.type === 'ServiceOfficerNamed' ? { service: event.data } : {}
}

/** What every act leaves behind: its place, what the applicant heard of, whose word it speaks of. */
export function traceOf(
  state: LivingCase,
  event: CaseEvent,
  happened: Happened,
): Partial<ResponsibilityState> {
  const place = placedAct(event, happened)
  const words = citedIn(event, happened)
  return {
    ...(place ? { places: [...(state.places ?? []), place] } : {}),
    ...(words ? { cited: [...(state.cited ?? []), words] } : {}),
    ...(TELLS.has(event.type) ? { heard: heard(state, event.type, happened) } : {}),
  }
}
