import type { Day } from '#kernel/day.ts'
import { dayAt, type Deciding, isLeader, isOffice, mustSayWhy } from './acting.ts'
import { likeness, pairsOf } from './likeness.ts'
import { type Problem, type ProblemEvent, type Registered, triageOf } from './problem.ts'
import { refuse } from './refusals.ts'
import { classLimit, monthsAfter, type Settings } from './settings.ts'
import { STATE_WORDS, type Style, type Triage } from './terms.ts'
import { isVague, problemsIn } from './wording.ts'

/** Refuses what is no single, tellable problem. What a finding says was judged before and is taken as it is. */
export function mustBeOneProblem(fact: string): void {
  const count = problemsIn(fact)
  if (count > 1) throw refuse('problem.several', { count })
  if (isVague(fact)) throw refuse('problem.vague', { fact: fact.slice(0, 40) })
}

export interface NewProblem extends Omit<Registered, 'problem' | 'likeOf' | 'firstEnteredOn'> {
  readonly firstEnteredOn: Day | null
}

/** What an entry turns out to be beside what stands already. */
export type Recognised =
  | { readonly as: 'new'; readonly likeOf: Problem | undefined }
  /** This very source is on record there: nothing is added. */
  | { readonly as: 'heard'; readonly of: Problem }
  /** The same unit, matter, class and day, or the same words of the same day: one fact, heard twice. */
  | { readonly as: 'same'; readonly of: Problem }
  /** Mended and closed out not long ago: it came back. */
  | { readonly as: 'relapse'; readonly of: Problem }

/** Against what the unit has already: the same fact, a relapse under a new number, or an old problem renamed. */
export function recognise(
  given: NewProblem,
  all: readonly Problem[],
  { actor, settings, today }: Pick<Deciding, 'actor' | 'settings' | 'today'>,
): Recognised {
  const heard = all.find((one) => given.finding !== null && hearsOf(one, given.sourceId))
  if (heard) return { as: 'heard', of: heard }
  // What is sealed is not given away by being recognised.
  const ofUnit = all.filter((one) => one.withdrawn === null && (!one.sealed || given.sealed))
  const same = ofUnit.find((one) => isSameFact(one, given))
  if (same) return same.closed ? { as: 'relapse', of: same } : { as: 'same', of: same }
  // Only the office says that what reads alike is another thing: a unit would shed its relapses by it.
  if (given.apartBecause.trim() !== '' && isOffice(actor)) return { as: 'new', likeOf: undefined }
  const pairs = pairsOf(given.fact)
  const least = settings.number('likeness')
  const alike = ofUnit
    .map((one) => ({ one, like: likeness(pairsOf(one.fact), pairs) }))
    .filter(({ like }) => like >= least)
    .sort((a, b) => b.like - a.like)
    .map(({ one }) => one)
    .filter((one) => one.closed === null || today <= relapseUntil(one, settings))
  const back = alike.find(({ closed, category }) => closed !== null && category === given.category)
  if (back) return { as: 'relapse', of: back }
  // Open still, or closed under another class: that it reads alike shows, and its age goes on.
  return { as: 'new', likeOf: alike[0] }
}

const relapseUntil = ({ closed }: Problem, settings: Settings): Day =>
  closed ? monthsAfter(dayAt(closed.at), settings.number('relapseMonths')) : ('' as Day)

const hearsOf = ({ sourceId, joined }: Problem, of: string): boolean =>
  [sourceId, ...joined.map((one) => one.sourceId)].includes(of)

function isSameFact(one: Problem, given: NewProblem): boolean {
  if (given.happenedOn !== one.happenedOn) return false
  const about = given.matter !== null && given.matter === one.matter && given.category === one.category
  return about || given.fact.trim() === one.fact
}

export function register(
  given: NewProblem & { readonly problem: string },
  likeOf: Problem | undefined,
  { actor, today }: Deciding,
): ProblemEvent[] {
  if (!isOffice(actor) && !(given.source === 'selfCheck' && given.unit === actor.unit))
    throw refuse('problem.own-unit-only')
  const first = given.firstEnteredOn ?? today
  if (first > today) throw refuse('problem.first-later')
  const firstEnteredOn = likeOf && likeOf.firstEnteredOn < first ? likeOf.firstEnteredOn : first
  return [{ type: 'ProblemRegistered', ...given, firstEnteredOn, likeOf: likeOf?.problem ?? null }]
}

export const open = (state: Problem | undefined, problem: string): Problem => {
  if (!state) throw refuse('problem.not-found', { problem })
  if (state.closed || state.withdrawn) {
    const { zh, en } = STATE_WORDS[state.closed ? 'closed' : 'withdrawn']
    throw refuse('problem.over', { state: zh, stateEn: en })
  }
  return state
}

/** 诊断: the class gives the limit. A grave problem is lowered only by a leader who signs why. */
export function triage(
  state: Problem,
  given: { readonly triage: Triage; readonly reason: string },
  { actor, today, settings }: Deciding,
): ProblemEvent[] {
  const before = triageOf(state)
  const lowers = before === 'grave' && given.triage !== 'grave'
  if (lowers && !isLeader(actor)) throw refuse('problem.downgrade-unsigned')
  const reason = before === null ? given.reason.trim() : mustSayWhy(given.reason)
  const since = state.triages[0] ? dayAt(state.triages[0].at) : today
  return [
    {
      type: 'ProblemTriaged',
      triage: given.triage,
      reason,
      dueOn: classLimit(settings, given.triage, since),
    },
  ]
}

/** Other words for the same problem: what stood before stays readable, and its age stays its age. */
export function reword(
  state: Problem,
  given: { readonly fact: string; readonly reason: string },
): ProblemEvent[] {
  mustBeOneProblem(given.fact)
  if (given.fact.trim() === state.fact) return []
  return [{ type: 'ProblemReworded', fact: given.fact.trim(), reason: mustSayWhy(given.reason) }]
}

export const reclassify = (
  state: Problem,
  { category, reason }: { readonly category: Style; readonly reason: string },
): ProblemEvent[] =>
  category === state.category ? [] : [{ type: 'ProblemReclassified', category, reason: mustSayWhy(reason) }]

/** 尚未整改好的问题: into the next campaign with its age, a reason and a new date. */
export function carryOver(
  _state: Problem,
  given: { readonly period: string; readonly reason: string; readonly dueOn: Day },
  { today }: Deciding,
): ProblemEvent[] {
  if (given.dueOn < today) throw refuse('measure.past', { given: given.dueOn })
  return [{ type: 'CarriedOver', ...given, reason: mustSayWhy(given.reason) }]
}

/** 包案: one leader by name, with milestones. */
export function takeOn(
  given: {
    readonly leader: string
    readonly milestones: readonly { readonly text: string; readonly dueOn: Day }[]
  },
  { today }: Deciding,
): ProblemEvent[] {
  if (given.milestones.length === 0) throw refuse('problem.no-milestones')
  const past = given.milestones.find(({ dueOn }) => dueOn < today)
  if (past) throw refuse('measure.past', { given: past.dueOn })
  return [{ type: 'TakenOn', ...given }]
}

/** The monthly report, and what was reached: by the leader who took it on. */
export function report(
  { contract }: Problem,
  { text, milestone }: { readonly text: string; readonly milestone: number | null },
  { actor }: Deciding,
): ProblemEvent[] {
  if (!contract) throw refuse('problem.no-contract')
  if (actor.account !== contract.leader) throw refuse('problem.not-in-charge', { leader: contract.leader })
  if (milestone === null) return [{ type: 'LeaderReported', text: mustSayWhy(text) }]
  if (!contract.milestones[milestone]) throw refuse('problem.no-such-milestone')
  return [{ type: 'MilestoneReached', milestone, text: mustSayWhy(text) }]
}
