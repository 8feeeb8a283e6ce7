import type { Day, EpochMs } from '#kernel/day.ts'
import type {
  HarmLevel,
  Grade,
  InvestigationKind,
  LeadSource,
  OfficeLevel,
  NodeResult,
  NodeRole,
  Particulars,
  Proof,
  Publication,
} from '../casework-shapes.ts'

/** 个案查办: one matter from its lead to the answer to whoever it came from. Stream `investigation/<number>`. */
export type InvestigationEvent =
  | ({ readonly type: 'LeadEntered' } & Lead)
  /** By the record itself where what it came from was withdrawn: then nothing was found. */
  | { readonly type: 'LeadDropped'; readonly reason: string; readonly withdrawn?: true }
  | ({ readonly type: 'InvestigationOpened' } & Opened)
  | ({ readonly type: 'TeamChanged'; readonly reason: string } & Team)
  | { readonly type: 'PlanMade'; readonly text: string; readonly milestones: readonly PlannedMilestone[] }
  | { readonly type: 'MilestoneReached'; readonly code: string; readonly note: string }
  | { readonly type: 'StateReported'; readonly text: string; readonly next: string }
  | ({ readonly type: 'EvidenceAdded' } & Evidence)
  | ({ readonly type: 'InterviewRecorded' } & Interview)
  | ({ readonly type: 'NodeAdded' } & Node)
  | {
      readonly type: 'TopReached'
      readonly node: string
      readonly reason: string
      readonly evidence: readonly string[]
    }
  | ({ readonly type: 'NodeResulted'; readonly node: string } & Result)
  | { readonly type: 'FactsFound'; readonly text: string }
  | ({ readonly type: 'ConsequenceSet' } & Consequences)
  | {
      readonly type: 'NodeHeard'
      readonly node: string
      readonly statement: string
      readonly waived: boolean
    }
  | { readonly type: 'UnitNotified' }
  | { readonly type: 'UnitAnswered'; readonly text: string }
  | { readonly type: 'KindChanged'; readonly kind: InvestigationKind; readonly reason: string }
  | ({ readonly type: 'MeasuresProposed' } & Proposal)
  | { readonly type: 'ProposalReturned'; readonly reason: string }
  | ({ readonly type: 'InvestigationDecided' } & Decided)
  | { readonly type: 'Transferred'; readonly to: string; readonly reason: string }
  | { readonly type: 'TransferReceived'; readonly number: string; readonly by: string; readonly on: Day }
  | ({ readonly type: 'RefundProven' } & Refund)
  | { readonly type: 'MinutesFiled'; readonly claimedOn: Day; readonly sha256: string }
  | { readonly type: 'TaskMoved'; readonly to: Day; readonly reason: string; readonly approvedBy: string }
  | { readonly type: 'TaskDone'; readonly on: Day; readonly distorted: string }
  | { readonly type: 'SourceAnswered'; readonly text: string }
  | { readonly type: 'HarmedTold' }
  | { readonly type: 'ResultSentUp'; readonly text: string }
  | { readonly type: 'AppealMade'; readonly node: string; readonly text: string }
  /** Who decides on an appeal, and is admitted to the case for it. */
  | {
      readonly type: 'AppealAssigned'
      readonly node: string
      readonly reviewer: string
      readonly reason: string
    }
  | { readonly type: 'AppealDecided'; readonly node: string; readonly upheld: boolean; readonly text: string }
  | { readonly type: 'MeasureFiled'; readonly node: string; readonly file: string }
  /** The original of what was recorded by its fingerprint. */
  | ({ readonly type: 'DocumentKept' } & Original)
  | { readonly type: 'InvestigationClosed' }
  /** A limit of a step ran out at its legal instant. */
  | { readonly type: 'LimitPassed'; readonly limit: string }

export interface Team {
  readonly lead: string
  readonly members: readonly string[]
  /** Who decides; in a sealed case nobody else of the leaders sees it. */
  readonly decider: string
}

export interface Lead {
  readonly number: string
  readonly title: string
  readonly source: LeadSource
  /** Stream or number of what it came from. */
  readonly reference: string
  /** When the office first knew. */
  readonly learnedOn: Day
  readonly findings: readonly string[]
  readonly unit: string
  readonly sealed: boolean
  readonly publication: Publication
  readonly particulars: Particulars
  /** References into the vault, never a name. */
  readonly harmed: string | null
  readonly payers: Readonly<Record<string, string>>
  readonly referral: Referral | null
  readonly nodes: readonly Node[]
}

export interface Referral {
  readonly office: string
  readonly level: OfficeLevel
  readonly number: string
  readonly resultDueOn: Day
}

export interface Opened extends Team {
  readonly dueOn: Day | null
  /** Of the particulars: what made it a case. */
  readonly because: string
}

export interface PlannedMilestone {
  readonly code: string
  readonly title: string
  readonly dueOn: Day
}

export interface Evidence {
  readonly evidence: string
  readonly proves: Proof
  readonly text: string
  readonly reference: string
  readonly sha256: string
}

export interface Original {
  /** In the vault. */
  readonly file: string
  /** Whose key it is kept under: the case's own. */
  readonly keeper: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

export interface Interview {
  readonly interview: string
  readonly node: string
  readonly by: readonly string[]
  readonly heldAt: EpochMs
  readonly text: string
  readonly sha256: string
}

/** 责任链: whoever acted, and above him those who ordered or approved. */
export interface Node {
  readonly node: string
  readonly kind: 'unit' | 'person'
  readonly unit: string
  readonly account: string | null
  readonly name: string
  readonly role: NodeRole
  /** Whose act he ordered or approved; null for whoever acted. */
  readonly of: string | null
  readonly because: string
}

export interface Result {
  readonly result: NodeResult
  readonly reason: string
  readonly evidence: readonly string[]
}

export interface Consequences {
  readonly level: HarmLevel
  readonly reason: string
  readonly evidence: readonly string[]
}

export interface Measure {
  readonly node: string
  readonly grade: Grade
  /** What the table says for this act and consequence. */
  readonly byTable: Grade
  /** Why another than the table's; empty where it is the table's. */
  readonly deviation: string
}

export interface Proposal {
  readonly text: string
  readonly measures: readonly Measure[]
}

export interface Decided {
  readonly text: string
  readonly publication: Publication
  readonly measures: readonly Measure[]
}

export interface Refund {
  readonly cents: number
  readonly on: Day
  readonly payer: string
  readonly reference: string
  readonly sha256: string
}

/** Who acts where a limit does by itself. */
export const BY_TIME = 'system/limits'

/** Without people yet: supervision names them. */
export const openedByRule = (because: string): InvestigationEvent => ({
  ...{ type: 'InvestigationOpened', lead: BY_TIME, members: [], decider: BY_TIME, dueOn: null, because },
})
