import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type CaseActor, holds } from '../actor.ts'
import { isOver, type LivingCase, type StepState } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { refuse as refuseCase } from '../refusals.ts'
import type { Visitor } from '../visits/events.ts'
import { refuse } from '../visits/refusals.ts'
import { overText, required } from './saying.ts'

export interface AssignVisit {
  readonly step: string
  /** As they were named; what is known of each. A person nobody knows has no unit. */
  readonly people: ReadonlyArray<Visitor & { readonly unit: string | null }>
}

/**
 * 指派核查人员 (行政许可法 34(3), 55): two at least, different people, of the unit the step belongs to; from acceptance on,
 * also while other desks still work. Naming others later takes the place of those before.
 */
export function assignVisit(
  state: LivingCase,
  { step: code, people }: AssignVisit,
  actor: CaseActor,
): CaseEvent[] {
  const step = visitStep(state, code)
  refuseOtherDesk(step, actor)
  const again = people.find(
    ({ account }, index) => people.findIndex((one) => one.account === account) < index,
  )
  if (again) throw refuse('visit.same-person', { person: again.name })
  const foreign = people.find(({ unit }) => unit !== step.unit)
  if (foreign) throw refuse('visit.not-of-unit', { person: foreign.name, unit: step.unit })
  if (people.length < 2) throw refuse('visit.too-few', { count: people.length })
  const named = people.map(({ account, name }) => ({ account, name }))
  return [{ type: 'VisitAssigned', data: { step: code, people: named } }]
}

export interface ReportVisit {
  readonly step: string
  readonly visitedOn: Day
  readonly conforms: boolean
  readonly finding: string
}

/** 登记核查情况: by one of those who went, with the day; all their names stand on the record. */
export function reportVisit(
  state: LivingCase,
  { step: code, visitedOn, conforms, finding }: ReportVisit,
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  const step = visitStep(state, code)
  const visit = state.visits?.[code]
  if (!visit) throw refuse('visit.not-assigned', { step: step.name })
  const { people, assignedAt } = visit
  if (!people.some(({ account }) => account === actor.account))
    throw refuse('visit.not-one-of-them', { people: people.map(({ name }) => name).join('、') })
  const [first, last] = [assignedAt, now].map((at) => dayNumberAt(DEFAULT_ZONE, at)) as [number, number]
  const on = dayNumber(visitedOn)
  if (on < first || on > last) throw refuse('visit.day-wrong', { on: visitedOn, from: dayOfNumber(first) })
  required(finding, { zh: '核查情况', en: 'what was found' })
  return [
    {
      type: 'VisitReported',
      data: { step: code, visitedOn, conforms, finding: finding.trim(), people, issued: null },
    },
  ]
}

/** Also while a special procedure runs: an inspection may be the very ground for it, and the five days go on. */
function visitStep(state: LivingCase, code: string): StepState {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  if (!state.accepted) throw refuseCase('case.not-accepted')
  const step = state.steps.find((one) => one.code === code && one.siteVisit && one.status !== 'done')
  if (!step) throw refuse('visit.no-such-step', { step: code })
  return step
}

function refuseOtherDesk({ name, unit, post }: StepState, actor: CaseActor): void {
  if (!holds(actor, { unit, post })) throw refuseCase('case.step-not-yours', { step: name, unit, post })
}
