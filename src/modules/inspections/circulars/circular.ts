import type { Severity } from '#modules/findings/terms.ts'
import type { Day, EpochMs } from '#kernel/day.ts'
import { levelOf } from './levels.ts'
import { refuse } from './refusals.ts'
import type { CircularKind, Level, PersonType } from '../circular-shapes.ts'

/** One fact of a circular: whom it concerns by office, never by name, what happened and what followed. */
export interface CircularFact {
  /** The finding it was built from. */
  readonly finding: string
  readonly unit: string
  /** Whose conduct it was, by kind of office; null: the unit's. */
  readonly personType: PersonType | null
  readonly conduct: string
  readonly fact: string
  readonly measure: string
  readonly severity: Severity
  readonly happenedOn: Day
}

export interface Drafted {
  readonly kind: CircularKind
  /** In whose name it goes out. */
  readonly unit: string
  readonly title: string
  /** What it was built from, in words: a round, a period. */
  readonly source: string
  readonly facts: readonly CircularFact[]
}

/** Where and until when it is to be read. */
export interface Issued {
  readonly notice: string
  readonly number: string
  readonly level: Level
  /** The units that have to read it. */
  readonly reach: readonly string[]
  readonly readBy: EpochMs
}

interface Removal {
  readonly reason: string
  /** Who wanted it out: removals after lobbying have a name. */
  readonly askedBy: string
}

export type CircularEvent =
  | ({ readonly type: 'CircularDrafted' } & Drafted)
  | ({ readonly type: 'FactRemoved'; readonly finding: string } & Removal)
  | { readonly type: 'LevelChanged'; readonly from: Level; readonly to: Level; readonly reason: string }
  | ({ readonly type: 'CircularIssued' } & Issued)
  | { readonly type: 'CircularRead'; readonly unit: string }
  | { readonly type: 'CircularWithdrawn'; readonly reason: string }

interface Done {
  readonly by: string
  readonly at: EpochMs
}

export interface Circular extends Omit<Drafted, 'facts'> {
  readonly facts: ReadonlyArray<CircularFact & { readonly removed: (Removal & Done) | null }>
  readonly drafted: Done
  readonly changes: ReadonlyArray<
    Done & { readonly from: Level; readonly to: Level; readonly reason: string }
  >
  readonly issued: (Issued & Done) | null
  readonly reads: ReadonlyArray<Done & { readonly unit: string }>
  readonly withdrawn: (Done & { readonly reason: string }) | null
}

export function evolveCircular(
  state: Circular | undefined,
  { type, ...event }: CircularEvent,
  { by, at }: Done,
): Circular | undefined {
  if (type === 'CircularDrafted') return drafted(event as Drafted, { by, at })
  return (
    state &&
    changed(state, { type, ...event } as Exclude<CircularEvent, { type: 'CircularDrafted' }>, { by, at })
  )
}

const drafted = ({ facts, ...given }: Drafted, done: Done): Circular => ({
  ...given,
  facts: facts.map((fact) => ({ ...fact, removed: null })),
  drafted: done,
  ...{ changes: [], issued: null, reads: [], withdrawn: null },
})

function changed(
  state: Circular,
  event: Exclude<CircularEvent, { type: 'CircularDrafted' }>,
  done: Done,
): Circular {
  switch (event.type) {
    case 'FactRemoved': {
      const { finding, reason, askedBy } = event
      const removed = { reason, askedBy, ...done }
      return {
        ...state,
        facts: state.facts.map((one) => (one.finding === finding ? { ...one, removed } : one)),
      }
    }
    case 'LevelChanged': {
      const { from, to, reason } = event
      return { ...state, changes: [...state.changes, { from, to, reason, ...done }] }
    }
    case 'CircularIssued': {
      const { type: _, ...issued } = event
      return { ...state, issued: { ...issued, ...done } }
    }
    case 'CircularRead':
      return { ...state, reads: [...state.reads, { unit: event.unit, ...done }] }
    case 'CircularWithdrawn':
      return { ...state, withdrawn: { reason: event.reason, ...done } }
  }
}

export const statusOf = ({ issued, withdrawn }: Circular) =>
  withdrawn ? ('withdrawn' as const) : issued ? ('issued' as const) : ('drafted' as const)

export const standingFacts = ({ facts }: Circular): CircularFact[] => facts.filter(({ removed }) => !removed)

/** 公开层级: by the gravest of what it was drafted with, so that taking a fact out does not lower it, or as a leader signed. */
export const levelNow = ({ facts, changes, drafted: { at } }: Circular): Level =>
  changes.at(-1)?.to ??
  levelOf(
    facts.map(({ severity }) => severity),
    at,
  )

const ENOUGH = 10
const says = (text: string): boolean => [...text.trim()].length >= ENOUGH

export function removeFact(
  state: Circular,
  { finding, ...why }: Removal & { readonly finding: string },
): CircularEvent[] {
  mustBeDraft(state)
  if (!standingFacts(state).some((one) => one.finding === finding)) throw refuse('circular.no-such-fact')
  if (!says(why.reason) || why.askedBy.trim() === '') throw refuse('circular.removal-reason')
  return [{ type: 'FactRemoved', finding, ...why }]
}

export function changeLevel(
  state: Circular,
  { to, reason }: { readonly to: Level; readonly reason: string },
): CircularEvent[] {
  mustBeDraft(state)
  const from = levelNow(state)
  if (from === to) throw refuse('circular.same-level')
  if (!says(reason)) throw refuse('circular.level-reason')
  return [{ type: 'LevelChanged', from, to, reason }]
}

/** 审批: by somebody who has not had a hand in it. */
export function mayIssue(state: Circular, account: string): void {
  mustBeDraft(state)
  const hands = [state.drafted.by, ...state.facts.flatMap(({ removed }) => removed?.by ?? [])]
  if (hands.includes(account)) throw refuse('circular.own-draft')
  if (standingFacts(state).length === 0) throw refuse('circular.no-facts')
}

export function acknowledge(state: Circular, unit: string | null): CircularEvent[] {
  if (statusOf(state) !== 'issued' || !state.issued) throw refuse('circular.not-issued')
  if (unit === null || !state.issued.reach.includes(unit)) throw refuse('circular.not-addressed')
  if (state.reads.some((one) => one.unit === unit)) throw refuse('circular.read-already')
  return [{ type: 'CircularRead', unit }]
}

/** 撤回: after an appeal that was won, or a wrong fact; its number stays used and what it said stays on record. */
export function withdraw(state: Circular, reason: string): CircularEvent[] {
  if (statusOf(state) !== 'issued') throw refuse('circular.not-issued')
  if (!says(reason)) throw refuse('circular.removal-reason')
  return [{ type: 'CircularWithdrawn', reason }]
}

function mustBeDraft(state: Circular): void {
  if (statusOf(state) !== 'drafted') throw refuse('circular.not-drafted')
}
