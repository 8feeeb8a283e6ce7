import type { GuidedTo, VisitReport } from '../terms.ts'
import { refuse } from './refusals.ts'

/** 导办: what a greeter did for a visitor, and what the visitor says of it afterwards. */
export type VisitEvent =
  | {
      readonly type: 'VisitorGuided'
      readonly hall: string
      readonly need: string
      readonly item: string | null
      readonly guidedTo: GuidedTo
      readonly number: string | null
    }
  | {
      readonly type: 'SteeringRefused'
      readonly hall: string
      readonly need: string
      readonly item: string | null
    }
  | { readonly type: 'VisitReported'; readonly kind: VisitReport; readonly text: string }

export interface Visit {
  readonly reported: boolean
}

export const evolveVisit = (visit: Visit | undefined, event: VisitEvent): Visit | undefined =>
  event.type === 'VisitReported' ? visit && { reported: true } : { reported: false }

/** One visit, one report: what comes after it belongs into a complaint. */
export function report(
  visit: Visit | undefined,
  given: { readonly kind: VisitReport; readonly text: string },
): VisitEvent[] {
  if (!visit) throw refuse('queue.no-such-visit')
  if (visit.reported) throw refuse('queue.reported-already')
  return [{ type: 'VisitReported', kind: given.kind, text: given.text.trim() }]
}
