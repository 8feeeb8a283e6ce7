import type { Day } from '#kernel/day.ts'
import { dayAt, type Deciding, isHeadOf, isLeader, isOffice, mustSayWhy } from './acting.ts'
import type { Measure } from './measure.ts'
import { type Problem, type ProblemEvent, triageOf } from './problem.ts'
import { refuse } from './refusals.ts'
import { daysAfter } from './settings.ts'

/** It came back, was stubborn from the start, or reads like another that stands: its cause wants treating. */
export const comesBack = (state: Problem): boolean =>
  state.relapses.length > 0 || state.likeOf !== null || triageOf(state) === 'stubborn'

/** 先办: whoever goes first with something people mind less says why. */
export function goFirst(
  state: Problem,
  { before, reason }: { readonly before: string | undefined; readonly reason: string },
): ProblemEvent[] {
  if (before === undefined || state.wentFirst) return []
  if (reason.trim() === '') throw refuse('problem.out-of-order', { problem: before })
  return [{ type: 'WentFirst', before, reason: mustSayWhy(reason) }]
}

/** 答复反映人: by the unit or the office; each later reply asks for his view again. */
export function reply(state: Problem, text: string, { actor }: Deciding): ProblemEvent[] {
  if (!isOffice(actor) && actor.unit !== state.unit)
    throw refuse('problem.not-found', { problem: state.problem })
  return [{ type: 'RaiserReplied', text: mustSayWhy(text) }]
}

interface Close {
  readonly text: string
  /** A leader's reason to close although whoever raised it says it is not solved. */
  readonly signed: string
}

/** 销号 (RECT-27): measures verified by others, a reply, the view of whoever raised it, and somebody else's decision. */
export function close(
  state: Problem,
  measures: readonly Measure[],
  { text, signed }: Close,
  deciding: Deciding,
): ProblemEvent[] {
  const { actor, settings, today } = deciding
  const owners = measures.flatMap(({ leader, officer }) => [leader, officer])
  if (owners.includes(actor.account) || actor.unit === state.unit) throw refuse('problem.owner-closes')
  if (measures.length === 0) throw refuse('problem.no-measure')
  const unverified = measures.find(({ verified }) => verified === null)
  if (unverified) throw refuse('problem.not-verified', { measure: unverified.measure })
  mustBeNew(state, measures)
  mustTreatCauses(state, measures)
  mustBeReached(state)
  mustBeHeard(state, signed, deciding)
  const quarter = triageOf(state) === 'stubborn'
  return [
    {
      type: 'ProblemClosed',
      text: mustSayWhy(text),
      verifiers: [...new Set(measures.flatMap(({ verified }) => verified?.by ?? []))].sort(),
      lookBackOn: daysAfter(today, settings.number(quarter ? 'quarterDays' : 'lookBackDays')),
    },
  ]
}

/** After a relapse something else than before was done and verified. */
function mustBeNew({ relapses }: Problem, measures: readonly Measure[]): void {
  const since = relapses.at(-1)?.at ?? 0
  if (!measures.some(({ verified }) => verified && verified.at > since)) throw refuse('problem.nothing-since')
}

function mustTreatCauses(state: Problem, measures: readonly Measure[]): void {
  if (triageOf(state) === 'stubborn' && !measures.some(({ changes }) => changes !== null))
    throw refuse('problem.no-change-of-rules')
  if (comesBack(state) && !measures.some(({ treats }) => treats === 'cause'))
    throw refuse('problem.only-symptoms')
}

function mustBeReached(state: Problem): void {
  if (triageOf(state) !== 'hard') return
  const { contract } = state
  if (!contract || contract.milestones.some(({ reached }) => reached === null))
    throw refuse('problem.no-contract')
}

/** Whoever raised it has a reply and has spoken since, or has had the time to. */
function mustBeHeard(state: Problem, signed: string, { actor, settings, today }: Deciding): void {
  if (state.raisers.length === 0) return
  const replied = state.replies.at(-1)
  if (!replied || replied.at < (state.relapses.at(-1)?.at ?? 0)) throw refuse('problem.no-reply')
  const view = state.opinions.slice(replied.opinionsBefore).at(-1)
  const until = daysAfter(dayAt(replied.at), settings.number('replyDays'))
  if (!view && today <= until) throw refuse('problem.raiser-waits', { until })
  if (view && !view.solved && !(isLeader(actor) && signed.trim() !== ''))
    throw refuse('problem.raiser-unsatisfied')
}

/** 回头看 (RECT-14): by somebody who neither closed nor verified it, with the view of whoever raised it. */
export function lookBack(
  state: Problem,
  measures: readonly Measure[],
  { holds, view, text }: { readonly holds: boolean; readonly view: string; readonly text: string },
  { actor, today }: Deciding,
): ProblemEvent[] {
  const { closed } = state
  if (!closed) throw refuse('problem.not-closed')
  const concerned = [
    closed.by,
    ...closed.verifiers,
    ...measures.flatMap(({ leader, officer }) => [leader, officer]),
  ]
  if (concerned.includes(actor.account) || actor.unit === state.unit) throw refuse('problem.same-reviewer')
  if (today < closed.lookBackOn) throw refuse('problem.look-back-early', { on: closed.lookBackOn })
  if (state.raisers.length > 0 && view.trim() === '') throw refuse('problem.view-missing')
  const looked: ProblemEvent = { type: 'LookedBack', holds, view: view.trim(), text: mustSayWhy(text) }
  return holds ? [looked] : [looked, { type: 'ProblemRelapsed', how: 'lookBack', fact: text.trim() }]
}

/** 负责人签字: the list as it stands, by the head of the unit. */
export interface Signed {
  readonly problems: readonly string[]
  readonly on: Day
}
export type UnitEvent = { readonly type: 'ListSigned' } & Signed
export interface UnitState {
  readonly signatures: readonly (Signed & { readonly by: string; readonly at: number })[]
}
export const evolveUnit = (
  before: UnitState | undefined,
  { problems, on }: UnitEvent,
  { at, by }: { readonly at: number; readonly by: string },
): UnitState => ({ signatures: [...(before?.signatures ?? []), { problems, on, at, by }] })

export function signList(unit: string, problems: readonly string[], { actor, today }: Deciding): UnitEvent[] {
  if (!isHeadOf(actor, unit)) throw refuse('list.not-the-head')
  return [{ type: 'ListSigned', problems: [...problems].sort(), on: today }]
}
