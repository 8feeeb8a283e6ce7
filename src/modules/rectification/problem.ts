import type { Day, EpochMs } from '#kernel/day.ts'
import type { Told } from '#engines/ledger/index.ts'
import type { Severity, Source, State, Style, Triage } from './terms.ts'

export const PROBLEM = 'problem/'

/** 问题 (RECT-06): one thing that is wrong, from its first entry until it stays mended. Stream `problem/<number>`. */
export type ProblemEvent =
  | ({ readonly type: 'ProblemRegistered' } & Registered)
  /** The same fact from another source: counted once, heard again. */
  | ({ readonly type: 'SourceJoined' } & Heard)
  | { readonly type: 'ProblemReworded'; readonly fact: string; readonly reason: string }
  | { readonly type: 'ProblemReclassified'; readonly category: Style; readonly reason: string }
  | { readonly type: 'ProblemTriaged'; readonly triage: Triage; readonly dueOn: Day; readonly reason: string }
  | { readonly type: 'ClassLimitPassed' }
  | { readonly type: 'CarriedOver'; readonly period: string; readonly reason: string; readonly dueOn: Day }
  | {
      readonly type: 'TakenOn'
      readonly leader: string
      readonly milestones: readonly { readonly text: string; readonly dueOn: Day }[]
    }
  | { readonly type: 'MilestoneReached'; readonly milestone: number; readonly text: string }
  | { readonly type: 'LeaderReported'; readonly text: string }
  | { readonly type: 'WentFirst'; readonly before: string; readonly reason: string }
  | { readonly type: 'RaiserNamed'; readonly person: string }
  | { readonly type: 'RaiserReplied'; readonly text: string }
  | { readonly type: 'RaiserSpoke'; readonly solved: boolean; readonly text: string }
  | {
      readonly type: 'ProblemClosed'
      readonly text: string
      readonly verifiers: readonly string[]
      readonly lookBackOn: Day
    }
  | { readonly type: 'LookedBack'; readonly holds: boolean; readonly view: string; readonly text: string }
  /** 反弹: open again, and a mark against the unit. */
  | {
      readonly type: 'ProblemRelapsed'
      readonly how: 'lookBack' | 'newEntry' | 'falseClosure'
      readonly fact: string
    }
  | { readonly type: 'ProblemReleased' }
  | { readonly type: 'ProblemWithdrawn'; readonly reason: string }

export interface Heard {
  readonly source: Source
  /** What it came from, such as `card/…`; empty where it was typed. */
  readonly sourceId: string
  readonly fact: string
}

export interface Registered extends Heard {
  readonly problem: string
  readonly unit: string
  readonly finding: string | null
  readonly matter: string | null
  readonly category: Style
  readonly severity: Severity
  readonly happenedOn: Day
  /** Age counts from here, whatever campaign it is listed in now. */
  readonly firstEnteredOn: Day
  readonly period: string | null
  /** Reads like one that stands already; from its first entry the age is counted. */
  readonly likeOf: string | null
  /** Why it is entered although it reads like another. */
  readonly apartBecause: string
  /** The unit does not see it until it is released. */
  readonly sealed: boolean
}

interface Acted {
  readonly at: EpochMs
  readonly by: string
}

export interface Problem extends Registered, Acted {
  readonly joined: readonly (Heard & Acted)[]
  readonly earlierWords: readonly (Acted & { readonly fact: string; readonly reason: string })[]
  readonly earlierClasses: readonly (Acted & { readonly category: Style; readonly reason: string })[]
  readonly triages: readonly (Acted & {
    readonly triage: Triage
    readonly dueOn: Day
    readonly reason: string
  })[]
  readonly classPassedAt: EpochMs | null
  readonly carriedOver: readonly (Acted & {
    readonly period: string
    readonly reason: string
    readonly dueOn: Day
  })[]
  readonly contract: {
    readonly leader: string
    readonly at: EpochMs
    readonly milestones: readonly {
      readonly text: string
      readonly dueOn: Day
      readonly reached: Acted | null
    }[]
    readonly reports: readonly (Acted & { readonly text: string })[]
  } | null
  readonly wentFirst: (Acted & { readonly before: string; readonly reason: string }) | null
  /** References into the vault. */
  readonly raisers: readonly string[]
  readonly replies: readonly (Acted & { readonly text: string; readonly opinionsBefore: number })[]
  readonly opinions: readonly (Acted & { readonly solved: boolean; readonly text: string })[]
  readonly closed:
    | (Acted & { readonly verifiers: readonly string[]; readonly lookBackOn: Day; readonly text: string })
    | null
  readonly lookBacks: readonly (Acted & {
    readonly holds: boolean
    readonly view: string
    readonly text: string
  })[]
  readonly relapses: readonly (Acted & { readonly how: string; readonly fact: string })[]
  readonly withdrawn: (Acted & { readonly reason: string }) | null
  /** When anything last happened to it. */
  readonly touchedAt: EpochMs
}

export const stateOf = (
  { withdrawn, closed }: Pick<Problem, 'withdrawn' | 'closed'>,
  measures: number,
): State => (withdrawn ? 'withdrawn' : closed ? 'closed' : measures > 0 ? 'underWay' : 'registered')

export const triageOf = ({ triages }: Pick<Problem, 'triages'>): Triage | null =>
  triages.at(-1)?.triage ?? null

export function evolveProblem(
  before: Problem | undefined,
  event: ProblemEvent,
  { at, by }: Told,
): Problem | undefined {
  if (event.type === 'ProblemRegistered') return begun(event, { at, by })
  return (
    before && { ...before, ...changed(before, event, { at, by }), touchedAt: Math.max(at, before.touchedAt) }
  )
}

function begun({ type: _, ...given }: Registered & { type: string }, { at, by }: Acted): Problem {
  return {
    ...given,
    ...{ at, by, joined: [], earlierWords: [], earlierClasses: [], triages: [], classPassedAt: null },
    ...{ carriedOver: [], contract: null, wentFirst: null, raisers: [], replies: [], opinions: [] },
    ...{ closed: null, lookBacks: [], relapses: [], withdrawn: null, touchedAt: at },
  }
}

type Later = Exclude<ProblemEvent, { type: 'ProblemRegistered' }>

/** What an event changes. */
function changed(state: Problem, event: Later, acted: Acted): Partial<Problem> {
  switch (event.type) {
    case 'SourceJoined': {
      const { source, sourceId, fact } = event
      return { joined: [...state.joined, { source, sourceId, fact, ...acted }] }
    }
    case 'ProblemReworded': {
      const { fact, reason } = event
      return { fact, earlierWords: [...state.earlierWords, { fact: state.fact, reason, ...acted }] }
    }
    case 'ProblemReclassified': {
      const { category, reason } = event
      const earlier = { category: state.category, reason, ...acted }
      return { category, earlierClasses: [...state.earlierClasses, earlier] }
    }
    case 'ProblemTriaged': {
      const { triage, dueOn, reason } = event
      return { triages: [...state.triages, { triage, dueOn, reason, ...acted }], classPassedAt: null }
    }
    case 'ClassLimitPassed':
      return { classPassedAt: acted.at }
    case 'CarriedOver': {
      const { period, reason, dueOn } = event
      return { period, carriedOver: [...state.carriedOver, { period, reason, dueOn, ...acted }] }
    }
    case 'RaiserNamed':
      return { raisers: [...state.raisers, event.person] }
    case 'WentFirst':
      return { wentFirst: { before: event.before, reason: event.reason, ...acted } }
    case 'RaiserReplied':
      return {
        replies: [...state.replies, { text: event.text, opinionsBefore: state.opinions.length, ...acted }],
      }
    case 'RaiserSpoke':
      return { opinions: [...state.opinions, { solved: event.solved, text: event.text, ...acted }] }
    case 'ProblemReleased':
      return { sealed: false }
    case 'ProblemWithdrawn':
      return { withdrawn: { reason: event.reason, ...acted } }
    case 'TakenOn':
    case 'MilestoneReached':
    case 'LeaderReported':
      return { contract: contractAfter(state.contract, event, acted) }
    case 'ProblemClosed':
    case 'LookedBack':
    case 'ProblemRelapsed':
      return closingAfter(state, event, acted)
  }
}

function contractAfter(
  contract: Problem['contract'],
  event: Extract<Later, { type: 'TakenOn' | 'MilestoneReached' | 'LeaderReported' }>,
  acted: Acted,
): Problem['contract'] {
  if (event.type === 'TakenOn') {
    const milestones = event.milestones.map((one) => ({ ...one, reached: null }))
    return { leader: event.leader, at: acted.at, milestones, reports: contract?.reports ?? [] }
  }
  if (!contract) return contract
  if (event.type === 'LeaderReported')
    return { ...contract, reports: [...contract.reports, { text: event.text, ...acted }] }
  const milestones = contract.milestones.map((one, at) =>
    at === event.milestone ? { ...one, reached: acted } : one,
  )
  return { ...contract, milestones }
}

function closingAfter(
  state: Problem,
  event: Extract<Later, { type: 'ProblemClosed' | 'LookedBack' | 'ProblemRelapsed' }>,
  acted: Acted,
): Partial<Problem> {
  switch (event.type) {
    case 'ProblemClosed': {
      const { text, verifiers, lookBackOn } = event
      return { closed: { text, verifiers, lookBackOn, ...acted } }
    }
    case 'LookedBack': {
      const { holds, view, text } = event
      return { lookBacks: [...state.lookBacks, { holds, view, text, ...acted }] }
    }
    case 'ProblemRelapsed': {
      const { how, fact } = event
      return { closed: null, relapses: [...state.relapses, { how, fact, ...acted }] }
    }
  }
}
