import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'

/**
 * One case reduced to what is measured: who had it on the desk from when to when, on whom it waited, how often somebody
 * had to come or sign. A fold of the case's own stream, so that every figure can be computed again from the ledger.
 */
export interface CaseFacts {
  readonly unit: string
  readonly receivedUnit: string | null
  readonly units: readonly string[]
  readonly item: string
  readonly itemVersion: number
  readonly name: Bilingual
  readonly channel: string
  readonly counter: string | null
  readonly agent: boolean
  /** First four digits of the applicant's document: where it was given out, not whose it is; null: unknown. */
  readonly region: string | null
  readonly onTheSpot: boolean
  readonly paperOnly: boolean
  /** As the version it was received under has them: what is simple stays simple, whatever is said afterwards. */
  readonly plannedSteps: number
  readonly materials: number
  readonly committed: string
  readonly receivedAt: EpochMs
  readonly receivedBy: string
  readonly acceptedAt: EpochMs | null
  readonly acceptedBy: string | null
  /** When the last step was done and only the decision was missing; the first time, and the last. */
  readonly readyAt: EpochMs | null
  readonly readyFirstAt: EpochMs | null
  readonly decidedAt: EpochMs | null
  readonly decidedBy: string | null
  readonly outcome: 'granted' | 'denied' | null
  readonly deemed: boolean
  readonly certificate: boolean
  readonly deliveredAt: EpochMs | null
  readonly endedAt: EpochMs | null
  readonly ending: 'decided' | 'declined' | 'withdrawn' | null
  /** First act of the office of any kind, also one that moves nothing. */
  readonly touchedAt: EpochMs | null
  /** What the office really did, oldest first. */
  readonly acts: readonly EpochMs[]
  /** Spans in which somebody outside was awaited; the last may be open. */
  readonly waits: readonly Wait[]
  readonly stints: readonly Stint[]
  readonly steps: readonly StepFacts[]
  readonly seals: number
  /** Days on which the applicant stood in the hall or was summoned, as `2026-03-02`. */
  readonly visitDays: readonly string[]
  /** How often it was sent back among desks, and how often a ready file went round instead of being decided. */
  readonly sentBack: number
  readonly sentRound: number
  /** Longer procedures asked for after acceptance. */
  readonly raised: number
  /** 打招呼登记: how often somebody's word for the case was logged. */
  readonly interventions: number
  /** 急件: let before others, with somebody's approval. */
  readonly urgent: boolean
  /** The applicant's answer after the case, whether it took connections; null: not asked or not answered. */
  readonly connections: boolean | null
  readonly rating: string | null
}

export interface Wait {
  readonly from: EpochMs
  readonly to: EpochMs | null
}

export type StintKind = 'answer' | 'step' | 'decide' | 'deliver'

/** One desk's turn: from when the case lay there until the act that moved it on. */
export interface Stint {
  readonly kind: StintKind
  readonly step: string
  readonly by: string
  readonly from: EpochMs
  readonly to: EpochMs
  /** Finishes of it that did not stand: they were sent back, so the time runs on to the one that did. */
  readonly empty: number
}

export interface StepFacts {
  readonly code: string
  readonly group: number
  readonly post: string
  readonly since: EpochMs | null
  readonly doneAt: EpochMs | null
  readonly doneBy: string | null
}

export interface Happened {
  readonly at: EpochMs
  readonly by: string
}
