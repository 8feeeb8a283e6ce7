import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Say } from './working-time.ts'

/** 预警 notice · 黄牌 yellow · 红牌 red: how loudly a rule speaks. What follows is decided by people. */
export const LEVELS = ['notice', 'yellow', 'red'] as const
export type Level = (typeof LEVELS)[number]

/**
 * What a rule found in one case, before anybody reads it: the events that prove it, and the sentence not yet written.
 * A pass over a million events makes hits; only those that are shown become findings.
 */
export interface Hit {
  readonly rule: string
  readonly level: Level
  /** Place of the case in the histories. */
  readonly caseIndex: number
  /** The instant at which the fault was complete in law, not the instant at which somebody looked. */
  readonly at: EpochMs
  /** Events of the histories that prove it, in the order in which they are told. */
  readonly events: readonly number[]
  readonly because: (say: Say) => Bilingual
  /** The version of the rule, where an office has put another in the place of the one that the platform brings. */
  readonly edition?: number
}

/** A hit as a person reads it and as a card stores it. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly caseId: string
  readonly at: EpochMs
  readonly because: Bilingual
  readonly evidence: readonly Evidence[]
  readonly edition?: number | undefined
}

/** One event of the case: `place` counts from 0 in the order of the case's history. */
export interface Evidence {
  readonly place: number
  readonly activity: string
  readonly at: EpochMs
  readonly resource?: string | undefined
}
