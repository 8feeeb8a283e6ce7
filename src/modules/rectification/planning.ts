import { type Day, isDay } from '#kernel/day.ts'
import { dayAt, type Deciding, isHeadOf, isOffice, mustSayWhy } from './acting.ts'
import { type Measure, type MeasureEvent, measureStateOf, type Planned } from './measure.ts'
import { type Problem, triageOf } from './problem.ts'
import { refuse } from './refusals.ts'
import { daysAfter } from './settings.ts'

export interface NewMeasure extends Omit<Planned, 'dueOn' | 'units' | 'measure'> {
  readonly measure: string
  /** As it was typed: "long-term" is no date. */
  readonly dueOn: string
}

/** A person as the access module knows him. */
export interface Named {
  readonly account: string
  readonly unit: string | null
  readonly roles: readonly string[]
}

/** 整改责任: one leader and one officer who can be called, of the unit that carries it out. */
export interface Owners {
  readonly leader: Named | undefined
  readonly officer: Named | undefined
}

export function plan(
  given: NewMeasure,
  { problems, owners }: { readonly problems: readonly Problem[]; readonly owners: Owners },
  deciding: Deciding,
): MeasureEvent[] {
  const { actor } = deciding
  if (problems.length === 0) throw refuse('measure.no-problem')
  if (problems.some(({ sealed }) => sealed)) throw refuse('problem.sealed')
  const units = [...new Set(problems.map(({ unit }) => unit))].sort()
  const foreign = actor.unit !== given.unit || units.some((unit) => unit !== actor.unit)
  if (foreign && !isOffice(actor)) throw refuse('measure.foreign-problem')
  const acute = problems.some((one) => triageOf(one) === 'acute')
  mustBeNamed(given, owners, acute)
  const dueOn = planned(given, problems, deciding)
  return [
    {
      type: 'MeasurePlanned',
      ...given,
      units,
      dueOn,
      action: given.action.trim(),
      result: given.result.trim(),
    },
  ]
}

function mustBeNamed(
  given: { readonly leader: string; readonly officer: string; readonly unit: string },
  { leader, officer }: Owners,
  acute: boolean,
): void {
  const leads = leader?.unit === given.unit || leader?.roles.includes('leader')
  if (!leader || !leads) throw refuse('measure.nobody-named', { given: given.leader })
  if (officer?.unit !== given.unit) throw refuse('measure.nobody-named', { given: given.officer })
  if (leader.account === officer.account) throw refuse('measure.one-for-both')
  const above = leader.roles.includes('leader') || leader.roles.includes('unitHead')
  if (acute && !above) throw refuse('measure.leader-needed')
}

/** 整改时限: a day, by the limit of the class; the office may give more when it extends. */
function planned(given: NewMeasure, problems: readonly Problem[], { today, settings, actor }: Deciding): Day {
  const { dueOn } = given
  if (!isDay(dueOn)) throw refuse('measure.no-date', { given: dueOn })
  if (dueOn < today) throw refuse('measure.past', { given: dueOn })
  const atOnce = daysAfter(today, settings.number('atOnceDays'))
  if (given.atOnce && dueOn > atOnce) throw refuse('measure.not-at-once', { last: atOnce })
  const last = problems.flatMap(
    ({ triages, carriedOver }) => carriedOver.at(-1)?.dueOn ?? triages.at(-1)?.dueOn ?? [],
  )
  const least = last.sort()[0]
  if (least !== undefined && dueOn > least && !isOffice(actor))
    throw refuse('measure.past-class', { last: least })
  return dueOn
}

export const planFor = (state: Measure | undefined, measure: string): Measure => {
  if (!state) throw refuse('measure.not-found', { measure })
  return state
}

const unsettled = (state: Measure): void => {
  if (state.verified) throw refuse('measure.settled')
}

/** Another problem that the same measure mends. */
export function link(state: Measure, { problem, unit }: Problem, { actor }: Deciding): MeasureEvent[] {
  unsettled(state)
  if (!isOffice(actor) && (unit !== actor.unit || state.unit !== actor.unit))
    throw refuse('measure.foreign-problem')
  return state.problems.includes(problem) ? [] : [{ type: 'MeasureLinked', problem, unit }]
}

/** Who answers for it is not changed once the date is over; the log of changes stays. */
export function changeOwners(
  state: Measure,
  given: { readonly leader: string; readonly officer: string; readonly reason: string },
  { owners, acute }: { readonly owners: Owners; readonly acute: boolean },
  { actor, today }: Deciding,
): MeasureEvent[] {
  unsettled(state)
  if (!isOffice(actor) && !isHeadOf(actor, state.unit)) throw refuse('measure.not-owner')
  if (today > state.dueOn) throw refuse('measure.owner-fixed', { dueOn: state.dueOn })
  mustBeNamed({ ...given, unit: state.unit }, owners, acute)
  return [{ type: 'OwnersChanged', ...given, reason: mustSayWhy(given.reason) }]
}

/** By the office alone, with its reason; each is counted. */
export function extendTo(
  state: Measure,
  { dueOn, reason }: { readonly dueOn: string; readonly reason: string },
): MeasureEvent[] {
  unsettled(state)
  if (!isDay(dueOn)) throw refuse('measure.no-date', { given: dueOn })
  if (dueOn <= state.dueOn) throw refuse('measure.not-later', { dueOn: state.dueOn })
  return [{ type: 'MeasureExtended', dueOn, reason: mustSayWhy(reason) }]
}

const owns = (state: Measure, { actor }: Pick<Deciding, 'actor'>): boolean =>
  [state.leader, state.officer].includes(actor.account) || isHeadOf(actor, state.unit)

export function mustOwn(state: Measure, deciding: Deciding): void {
  if (!owns(state, deciding)) throw refuse('measure.not-owner')
}

/** 报请验收: with proof. Nothing is done by saying so. */
export function handIn(state: Measure, text: string, deciding: Deciding): MeasureEvent[] {
  unsettled(state)
  mustOwn(state, deciding)
  if (state.proofs.length <= state.proofsBefore) throw refuse('measure.no-proof')
  return [{ type: 'MeasureHandedIn', text: text.trim() }]
}

/** 验收: by somebody who neither answers for it nor works in the unit. */
export function mustBeAnother(state: Measure, { actor }: Deciding): void {
  if ([state.leader, state.officer].includes(actor.account)) throw refuse('measure.self-verified')
  if (actor.unit === state.unit || state.units.includes(actor.unit ?? ''))
    throw refuse('measure.unit-verifies-itself')
}

export function verify(
  state: Measure,
  { passed, text }: { readonly passed: boolean; readonly text: string },
  deciding: Deciding,
): MeasureEvent[] {
  mustBeAnother(state, deciding)
  if (measureStateOf(state) !== 'handedIn') throw refuse('measure.not-handed-in')
  return [{ type: passed ? 'MeasureVerified' : 'MeasureReturned', text: mustSayWhy(text) }]
}

/** 六个坚持、六个真: a point of the checklist, each marked by itself. */
export function mark(
  state: Measure,
  given: { readonly point: string; readonly passed: boolean; readonly note: string },
  deciding: Deciding,
): MeasureEvent[] {
  mustBeAnother(state, deciding)
  if (!deciding.settings.list('checklist').includes(given.point)) throw refuse('measure.no-such-point')
  return [{ type: 'PointMarked', ...given, note: given.note.trim() }]
}

/** Every point of the list marked by one person in less time than it takes to look. */
export function tickedInBulk({ marks }: Measure, points: readonly string[], seconds: number): boolean {
  const by = new Set(marks.map((one) => one.by))
  return [...by].some((account) => {
    const last = points.map((point) => marks.findLast((one) => one.by === account && one.point === point)?.at)
    if (points.length < 2 || last.some((at) => at === undefined)) return false
    const times = last as number[]
    return Math.max(...times) - Math.min(...times) < seconds * 1000
  })
}

export const isLate = (state: Measure, today: Day): boolean =>
  state.dueOn < (state.handedIn ? dayAt(state.handedIn.at) : today)
