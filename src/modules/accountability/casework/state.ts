import type { Day, EpochMs } from '#kernel/day.ts'
import type { Told } from '#engines/ledger/index.ts'
import { isGraveKind } from './numbers.ts'
import type { InvestigationKind, InvestigationStage } from '../casework-shapes.ts'
import type {
  Consequences,
  Decided,
  Original,
  Evidence,
  Interview,
  InvestigationEvent,
  Lead,
  Node,
  PlannedMilestone,
  Proposal,
  Refund,
  Result,
  Team,
} from './events.ts'

export interface By {
  readonly at: EpochMs
  readonly by: string
}

/** A case as its stream tells it. Plain data, kept beside its row. */
export interface Investigation extends Omit<Lead, 'nodes'> {
  readonly kind: InvestigationKind
  readonly entered: By
  readonly team: Team | null
  /** Whoever handled it once, in the order in which they came: none of them decides, here or on an appeal. */
  readonly handlers: readonly string[]
  readonly opened: (By & { readonly dueOn: Day | null; readonly because: string }) | null
  readonly dropped: (By & { readonly reason: string; readonly withdrawn?: true }) | null
  readonly plan: { readonly text: string; readonly milestones: readonly Milestone[] } | null
  readonly reports: readonly (By & { readonly text: string; readonly next: string })[]
  readonly evidence: readonly (Evidence & By)[]
  readonly interviews: readonly (Interview & { readonly recorded: By })[]
  /** Not there before the first one was kept. */
  readonly documents?: readonly (Original & By)[]
  readonly nodes: readonly NodeState[]
  readonly facts: (By & { readonly text: string }) | null
  readonly consequence: (Consequences & By) | null
  readonly notified: EpochMs | null
  readonly answer: (By & { readonly text: string }) | null
  readonly renamed: readonly (By & { readonly from: InvestigationKind; readonly reason: string })[]
  readonly proposal: (Proposal & By) | null
  readonly decision: (Decided & By) | null
  readonly transfer:
    | (By & {
        readonly to: string
        readonly reason: string
        readonly receipt: { readonly number: string; readonly by: string; readonly on: Day } | null
      })
    | null
  readonly refunds: readonly (Refund & By)[]
  readonly minutes: (By & { readonly claimedOn: Day; readonly sha256: string }) | null
  readonly task: {
    readonly moves: readonly TaskMove[]
    readonly done: { readonly on: Day; readonly distorted: string } | null
  }
  readonly answered: (By & { readonly text: string }) | null
  readonly harmedTold: EpochMs | null
  readonly sentUp: (By & { readonly text: string }) | null
  readonly appeals: readonly Appeal[]
  readonly files: readonly { readonly node: string; readonly file: string }[]
  readonly closed: By | null
  readonly passed: readonly { readonly limit: string; readonly at: EpochMs }[]
}

export interface TaskMove extends By {
  readonly to: Day
  readonly reason: string
  readonly approvedBy: string
}

export interface Milestone extends PlannedMilestone {
  readonly reached: (By & { readonly note: string }) | null
}

export interface NodeState extends Node {
  readonly top: { readonly reason: string; readonly evidence: readonly string[] } | null
  readonly result: Result | null
  readonly heard: (By & { readonly statement: string; readonly waived: boolean }) | null
}

export interface Appeal extends By {
  readonly node: string
  readonly text: string
  /** Who decides on it; of a sealed case the only one who may. */
  readonly reviewer: string | null
  readonly decided: (By & { readonly upheld: boolean; readonly text: string }) | null
}

export const INVESTIGATION = 'investigation/'

const begun = ({ nodes, ...lead }: Lead, { at, by }: Told): Investigation => ({
  ...lead,
  kind: lead.particulars.kind,
  entered: { at, by },
  nodes: nodes.map(fresh),
  ...{
    team: null,
    handlers: [],
    opened: null,
    dropped: null,
    plan: null,
    reports: [],
    evidence: [],
    interviews: [],
  },
  ...{ facts: null, consequence: null, notified: null, answer: null, renamed: [], proposal: null },
  ...{ decision: null, transfer: null, refunds: [], minutes: null, task: { moves: [], done: null } },
  ...{ answered: null, harmedTold: null, sentUp: null, appeals: [], files: [], closed: null, passed: [] },
})

const fresh = (node: Node): NodeState => ({ ...node, top: null, result: null, heard: null })

export function evolveInvestigation(
  state: Investigation | undefined,
  event: InvestigationEvent,
  told: Told,
): Investigation | undefined {
  if (event.type === 'LeadEntered') {
    const { type: _, ...lead } = event
    return begun(lead, told)
  }
  return state && { ...state, ...changeOf(state, event, told) }
}

type Later = Exclude<InvestigationEvent, { type: 'LeadEntered' }>
type Happens = {
  readonly [Type in Later['type']]: (
    state: Investigation,
    event: Omit<Extract<Later, { type: Type }>, 'type'>,
    by: By,
  ) => Partial<Investigation>
}

const changeOf = (state: Investigation, { type, ...data }: Later, { at, by }: Told) =>
  (HAPPENS[type] as (state: Investigation, data: object, by: By) => Partial<Investigation>)(state, data, {
    at,
    by,
  })

const nodeChanged = (state: Investigation, node: string, change: Partial<NodeState>) => ({
  nodes: state.nodes.map((one) => (one.node === node ? { ...one, ...change } : one)),
})

const handledBy = ({ handlers }: Investigation, { lead, members }: Team): readonly string[] => [
  ...new Set([...handlers, lead, ...members]),
]

const HAPPENS: Happens = {
  LeadDropped: (_, said, by) => ({ dropped: { ...by, ...said } }),
  InvestigationOpened: (state, { dueOn, because, ...team }, by) => ({
    ...{ opened: { ...by, dueOn, because }, team, handlers: handledBy(state, team) },
  }),
  TeamChanged: (state, { lead, members, decider }) => {
    const team = { lead, members, decider }
    return { team, handlers: handledBy(state, team) }
  },
  PlanMade: (_, { text, milestones }) => ({
    plan: { text, milestones: milestones.map((one) => ({ ...one, reached: null })) },
  }),
  MilestoneReached: ({ plan }, { code, note }, by) => ({
    plan: plan && {
      ...plan,
      milestones: plan.milestones.map((one) =>
        one.code === code ? { ...one, reached: { ...by, note } } : one,
      ),
    },
  }),
  StateReported: ({ reports }, report, by) => ({ reports: [...reports, { ...report, ...by }] }),
  EvidenceAdded: ({ evidence }, one, by) => ({ evidence: [...evidence, { ...one, ...by }] }),
  InterviewRecorded: ({ interviews }, one, by) => ({ interviews: [...interviews, { ...one, recorded: by }] }),
  DocumentKept: ({ documents = [] }, one, by) => ({ documents: [...documents, { ...one, ...by }] }),
  NodeAdded: ({ nodes }, node) => ({ nodes: [...nodes, fresh(node)] }),
  TopReached: (state, { node, ...top }) => nodeChanged(state, node, { top }),
  NodeResulted: (state, { node, ...result }) => nodeChanged(state, node, { result }),
  NodeHeard: (state, { node, ...heard }, by) => nodeChanged(state, node, { heard: { ...heard, ...by } }),
  FactsFound: (_, { text }, by) => ({ facts: { ...by, text } }),
  ConsequenceSet: (_, set, by) => ({ consequence: { ...set, ...by } }),
  UnitNotified: (_, __, { at }) => ({ notified: at }),
  UnitAnswered: (_, { text }, by) => ({ answer: { ...by, text } }),
  KindChanged: ({ kind, sealed, renamed }, said, by) => ({
    kind: said.kind,
    sealed: sealed || isGraveKind(said.kind),
    renamed: [...renamed, { ...by, from: kind, reason: said.reason }],
  }),
  MeasuresProposed: (_, proposal, by) => ({ proposal: { ...proposal, ...by } }),
  ProposalReturned: () => ({ proposal: null }),
  InvestigationDecided: (_, decided, by) => ({
    decision: { ...decided, ...by },
    publication: decided.publication,
  }),
  Transferred: (_, said, by) => ({ transfer: { ...said, ...by, receipt: null } }),
  TransferReceived: ({ transfer }, receipt) => ({ transfer: transfer && { ...transfer, receipt } }),
  RefundProven: ({ refunds }, refund, by) => ({ refunds: [...refunds, { ...refund, ...by }] }),
  MinutesFiled: ({ minutes }, filed, by) => ({ minutes: minutes ?? { ...filed, ...by } }),
  TaskMoved: ({ task }, move, by) => ({ task: { ...task, moves: [...task.moves, { ...move, ...by }] } }),
  TaskDone: ({ task }, done) => ({ task: { ...task, done } }),
  SourceAnswered: (_, { text }, by) => ({ answered: { ...by, text } }),
  HarmedTold: (_, __, { at }) => ({ harmedTold: at }),
  ResultSentUp: (_, { text }, by) => ({ sentUp: { ...by, text } }),
  AppealMade: ({ appeals }, said, by) => ({
    appeals: [...appeals, { ...said, ...by, reviewer: null, decided: null }],
  }),
  AppealAssigned: ({ appeals }, { node, reviewer }) => ({
    appeals: appeals.map((one) => (one.node === node && !one.decided ? { ...one, reviewer } : one)),
  }),
  AppealDecided: ({ appeals }, { node, ...decided }, by) => ({
    appeals: appeals.map((one) =>
      one.node === node && !one.decided ? { ...one, decided: { ...decided, ...by } } : one,
    ),
  }),
  MeasureFiled: ({ files }, filed) => ({ files: [...files, filed] }),
  InvestigationClosed: (_, __, by) => ({ closed: by }),
  LimitPassed: ({ passed }, { limit }, { at }) => ({ passed: [...passed, { limit, at }] }),
}

/** Where it stands: the step that somebody is late with when its limit runs out. */
export function stageOf(state: Investigation): InvestigationStage {
  if (state.dropped) return 'dropped'
  if (state.closed) return 'closed'
  if (!state.opened) return 'lead'
  if (!state.plan) return 'plan'
  if (!state.facts) return 'facts'
  const unheard = personsOf(state).some(({ heard }) => !heard)
  if (!state.consequence || unheard) return 'hearing'
  if (!state.decision) return 'decision'
  return state.answered ? 'closing' : 'reply'
}

export const personsOf = ({ nodes }: Pick<Investigation, 'nodes'>): readonly NodeState[] =>
  nodes.filter(({ kind }) => kind === 'person')

/** Whoever handled or decided it: an appeal goes to somebody else. */
export const tookPart = (
  { handlers, team, decision }: Pick<Investigation, 'handlers' | 'team' | 'decision'>,
  account: string,
): boolean => [...handlers, team?.decider, decision?.by].includes(account)

export const onTeam = (
  { team, entered }: Pick<Investigation, 'team' | 'entered'>,
  account: string,
): boolean =>
  team === null ? entered.by === account : team.lead === account || team.members.includes(account)
