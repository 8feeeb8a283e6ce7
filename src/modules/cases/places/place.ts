import type { EpochMs } from '#kernel/day.ts'
import type { CaseEvent } from '../case-events.ts'
import type { Happened, LivingCase } from '../case.ts'

/** Where somebody stood when he handled a case: at a counter of a hall, or in the department. */
export interface Place {
  readonly counter: string | null
  readonly unit: string | null
}

/** An act of handling with its place and person (HALL-15). */
export interface PlacedAct extends Place {
  readonly at: EpochMs
  readonly by: string
  readonly act: HandlingAct
  readonly step?: string
}

const HANDLING_ACTS = [
  'CaseAccepted',
  'StepFinished',
  'StepSentBack',
  'CaseDecided',
  'CaseDelivered',
] as const satisfies ReadonlyArray<CaseEvent['type']>
export type HandlingAct = (typeof HANDLING_ACTS)[number]

const isHandling = (type: string): type is HandlingAct => (HANDLING_ACTS as readonly string[]).includes(type)

/** The same acts, each with the place it was done at. What the law lets follow has none. */
export const placed = (events: readonly CaseEvent[], place: Place): CaseEvent[] =>
  events.map((event) =>
    isHandling(event.type) ? ({ ...event, data: { ...event.data, place } } as CaseEvent) : event,
  )

export function placedAct(event: CaseEvent, { at, by }: Happened): PlacedAct | undefined {
  if (!isHandling(event.type)) return undefined
  const { place, step } = event.data as { readonly place?: Place; readonly step?: string }
  if (!place) return undefined
  return { at, by, act: event.type, ...(step === undefined ? {} : { step }), ...place }
}

export interface TimeByPlace {
  readonly windowMs: number
  readonly departmentMs: number
  /** Where it lies now; null once it is decided. */
  readonly now: 'window' | 'department' | null
}

/**
 * 回到部门的时间: between acceptance and decision, each stretch counts to the place where the act was done that ended it.
 * All of it is the office's time and counts in the limit; nothing of it stops a clock.
 */
export function timeByPlace(state: LivingCase, now: EpochMs): TimeByPlace | null {
  const { accepted, decision, places = [] } = state
  if (!accepted) return null
  const time = { windowMs: 0, departmentMs: 0 }
  let from = accepted.at
  for (const { at, counter, act } of places) {
    if (act === 'CaseAccepted' || act === 'CaseDelivered') continue
    time[counter === null ? 'departmentMs' : 'windowMs'] += Math.max(0, at - from)
    from = Math.max(from, at)
  }
  if (decision) return { ...time, now: null }
  const lies = liesAtWindow(state) ? 'window' : 'department'
  time[lies === 'window' ? 'windowMs' : 'departmentMs'] += Math.max(0, now - from)
  return { ...time, now: lies }
}

/** Whoever has it now works at the window: the powers for it were delegated there. */
function liesAtWindow({ plan, steps }: LivingCase): boolean {
  const open = steps.filter(({ status }) => status === 'open')
  const desks = open.length > 0 ? open : [plan.decidedBy]
  const delegated = [...(plan.powers?.review ?? []), ...(plan.powers?.decide ?? [])]
  return desks.every((desk) => delegated.some(({ unit, post }) => unit === desk.unit && post === desk.post))
}
