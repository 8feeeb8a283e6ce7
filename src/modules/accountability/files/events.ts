import type { Day, EpochMs } from '#kernel/day.ts'
import type { Instrument } from '../instrument-shape.ts'
import type { Level, PersonStatus, Rank, ResultKind } from '../terms.ts'

/** 案卷: one measure against one unit or one person, from the proposal to its end. Stream `accountability/…` or `sanction/…`. */
export type FileEvent =
  | ({ readonly type: 'FileProposed' } & Proposal)
  | { readonly type: 'FileDropped'; readonly reason: string }
  /** 告知: facts and measure are told to the subject, who may state a case until `stateBy`. */
  | {
      readonly type: 'FileNoticed'
      readonly on: Day
      readonly stateBy: Day
      readonly deciders: readonly string[]
    }
  | { readonly type: 'StatementGiven'; readonly text: string; readonly hearing: boolean }
  | { readonly type: 'HearingHeld'; readonly on: Day; readonly minutes: string }
  | { readonly type: 'ProposalReturned'; readonly reason: string }
  | { readonly type: 'DecisionAgreed'; readonly reason: string }
  | ({ readonly type: 'FileDecided' } & Decision)
  | {
      readonly type: 'DecisionServed'
      readonly on: Day
      readonly way: string
      readonly appealBy: Day
      /** Left out where every step presupposes the one before. */
      readonly directBy?: Day | null
    }
  | { readonly type: 'PersonnelReceived' }
  /** 拟撤回: nothing changes before somebody else of the deciding body confirms it. */
  | { readonly type: 'WithdrawalProposed'; readonly reason: string }
  | { readonly type: 'WithdrawalRefused'; readonly reason: string }
  | { readonly type: 'FileWithdrawn'; readonly reason: string }
  /** In a sealed file: who decides the appeal, and so sees it. */
  | { readonly type: 'AppealJudgeNamed'; readonly judge: string }
  | ({ readonly type: 'AnswerGiven' } & Omit<Answer, 'judged' | 'at' | 'by'>)
  | { readonly type: 'AnswerJudged'; readonly accepted: boolean; readonly reason: string }
  | { readonly type: 'TermExtended'; readonly until: Day; readonly reason: string }
  | { readonly type: 'TermRanOut'; readonly on: Day }
  | ({ readonly type: 'TalkHeld' } & Talk)
  | { readonly type: 'TalkChecked'; readonly on: Day; readonly kept: boolean; readonly note: string }
  | ({ readonly type: 'ApologyMade' } & Apology)
  | {
      readonly type: 'ApologyConfirmed'
      readonly seen: boolean
      readonly how: string
      readonly harmed: string
    }
  | { readonly type: 'CircularSent'; readonly text: string; readonly reach: readonly string[] }
  | { readonly type: 'CircularRead'; readonly unit: string; readonly changes: string }
  | ({ readonly type: 'ResultReturned' } & Result)
  | { readonly type: 'FileClosed'; readonly because: string }
  | { readonly type: 'EffectEnded'; readonly on: Day }
  | {
      readonly type: 'AppealLodged'
      readonly step: number
      readonly grounds: string
      readonly on: Day
      readonly decideBy: Day
    }
  | {
      readonly type: 'AppealDecided'
      readonly outcome: 'upheld' | 'cleared'
      readonly reasons: string
      readonly appealBy: Day | null
    }

export interface Subject {
  readonly kind: 'unit' | 'person'
  readonly unit: string
  readonly account: string | null
  readonly post: string | null
  readonly status: PersonStatus | null
  readonly rank: Rank | null
}

export interface Evidence {
  readonly text: string
  readonly reference: string | null
  readonly sha256: string | null
}

export interface Proposal {
  readonly subject: Subject
  readonly findings: readonly string[]
  readonly conduct: string
  readonly severity: 'light' | 'ordinary' | 'grave'
  /** As it stood on the day of the proposal: a file is judged by the ladder under which it was opened. */
  readonly instrument: Instrument
  /** What the table gives for the conduct, and why; where another was chosen, the reason is for the leading group to see. */
  readonly table: { readonly instrument: string; readonly because: readonly string[] }
  readonly deviation: string | null
  readonly facts: string
  readonly basis: string
  readonly evidence: readonly Evidence[]
  /** 集体责任在先: the file on the unit about the same facts, or why the unit is not at fault. */
  readonly unitFirst: { readonly file: string } | { readonly reason: string } | null
  readonly casework: string | null
  /** From a sealed case or finding; left out in what was written before there were any. */
  readonly sealed?: boolean
  /** An inquiry into the principal names the same facts: it must be answered before this one is decided. */
  readonly inquiry: string | null
  readonly period: string | null
  readonly issuer: string
  /** The officials of the bodies that are told, so that no one from the accused unit decides. */
  readonly raisedFrom: string | null
}

export interface Decision {
  readonly number: string
  readonly notice: string
  readonly hash: string
  readonly on: Day
  readonly dueBy: Day | null
  /** Days on which it begins and ends to be in force; a measure without a period has none. */
  readonly from: Day
  readonly until: Day | null
  readonly heard: boolean
  readonly level: Level
  readonly named: boolean
}

export interface Answer {
  readonly text: string
  readonly at: EpochMs
  readonly by: string
  readonly proof: readonly string[]
  readonly likeness: { readonly percent: number; readonly file: string } | null
  readonly judged: { readonly accepted: boolean; readonly reason: string; readonly by: string } | null
}

export interface Talk {
  readonly on: Day
  readonly interviewer: string
  readonly factsShown: string
  readonly promises: string
  readonly checkBy: Day
  readonly signedBy: string
}

export interface Apology {
  readonly text: string
  readonly channel: string
  readonly on: Day
  readonly link: string | null
}

export interface Result {
  readonly outcome: ResultKind
  readonly on: Day
  readonly document: string
  readonly post: string | null
  readonly rank: Rank | null
  readonly reason: string
  /** It is not what was decided: a sideways move or a promotion in its place. */
  readonly swapped: 'sideways' | 'promotion' | null
}
