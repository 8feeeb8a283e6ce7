import type { Day, EpochMs } from '#kernel/day.ts'
import type { Happened } from '../case.ts'
import type { PlannedStep } from '../plan.ts'
import type { VisitEvent, Visitor } from './events.ts'

/** Who goes to the place for a step, and what they found there. */
export interface VisitState {
  readonly people: readonly Visitor[]
  readonly assignedAt: EpochMs
  readonly found: { readonly on: Day; readonly conforms: boolean; readonly finding: string } | null
}

/** By the code of the step. */
export type Visits = Readonly<Record<string, VisitState>>

export function evolveVisits(before: Visits | undefined, event: VisitEvent, { at }: Happened): Visits {
  const { step, people } = event.data
  if (event.type === 'VisitAssigned') return { ...before, [step]: { people, assignedAt: at, found: null } }
  const { visitedOn: on, conforms, finding } = event.data
  return {
    ...before,
    [step]: { people, assignedAt: before?.[step]?.assignedAt ?? at, found: { on, conforms, finding } },
  }
}

/** A step on the spot that nobody has told anything of yet. */
export const isUnvisited = (
  visits: Visits | undefined,
  { code, siteVisit }: Pick<PlannedStep, 'code' | 'siteVisit'>,
): boolean => siteVisit === true && visits?.[code]?.found == null
