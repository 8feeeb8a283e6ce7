import type { Day } from '#kernel/day.ts'
import type { Breach, MeetingKind, OpinionResult, RulingOutcome } from '../branch-shape.ts'

/** 并联、联合审批 (行政许可法 26, 42), in the stream of its one case: one number, one record, many departments. */
export type JointEvent =
  | { readonly type: 'OpinionGiven'; readonly data: OpinionGiven }
  | { readonly type: 'BranchWithdrawn'; readonly data: { readonly branch: string; readonly reason: string } }
  | { readonly type: 'PapersAsked'; readonly data: { readonly branch: string; readonly papers: string } }
  | { readonly type: 'MeetingCalled'; readonly data: MeetingCalled }
  | { readonly type: 'MeetingHeld'; readonly data: MeetingHeld }
  | { readonly type: 'ConflictRuled'; readonly data: ConflictRuled }
  | { readonly type: 'JointAssembled'; readonly data: JointAssembled }
  /** 申请人反映被要求自己跑腿: from the tracking page. */
  | { readonly type: 'CarryReported'; readonly data: { readonly where: string } }
  | { readonly type: 'JointBreachTried'; readonly data: JointBreachTried }

export interface OpinionGiven {
  readonly branch: string
  readonly result: OpinionResult
  readonly reason: string
  readonly basis: string
  /** Only with `conditions`: what has to be so. */
  readonly conditions: string
  /** After its limit, or after the lead had assembled: on record, and it holds nothing up. */
  readonly late: boolean
  readonly asBackup: boolean
  /** Given in a meeting or at a survey and taken from its minutes. */
  readonly meeting: string | null
}

export interface MeetingCalled {
  readonly meeting: string
  readonly kind: MeetingKind
  readonly on: Day
  readonly place: string
  readonly matter: string
  readonly units: readonly string[]
}

export interface MeetingHeld {
  readonly meeting: string
  readonly heldOn: Day
  readonly attended: readonly { readonly unit: string; readonly people: string }[]
  /** Invited, and nobody came. */
  readonly absent: readonly string[]
  readonly result: string
}

export interface ConflictRuled {
  readonly outcome: RulingOutcome
  readonly reason: string
  readonly basis: string
}

export interface JointAssembled {
  readonly summary: string
  /** Branches without an opinion when it was assembled: late, absent, or waiting for one of these. */
  readonly without: readonly string[]
}

export interface JointBreachTried {
  readonly breach: Breach
  readonly branch: string | null
  /** In the words of whoever tried. */
  readonly said: string
}

const TYPES: ReadonlySet<string> = new Set([
  'OpinionGiven',
  'BranchWithdrawn',
  'PapersAsked',
  'MeetingCalled',
  'MeetingHeld',
  'ConflictRuled',
  'JointAssembled',
  'CarryReported',
  'JointBreachTried',
] satisfies JointEvent['type'][])

export const isJoint = (event: { readonly type: string }): event is JointEvent => TYPES.has(event.type)
