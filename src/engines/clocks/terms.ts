import type { Bilingual } from '#kernel/refusal.ts'
import type { EpochMs } from '#kernel/day.ts'
import type { Limit } from './limit.ts'
import type { Roll } from './due.ts'

/**
 * Two clocks run for one matter (T-14): what the law gives and what the office promised. A step may have its own, and a
 * record may state an end that nobody computed.
 */
export type ClockKind = 'statutory' | 'committed' | 'step' | 'stated' | 'other'

/** Everything a clock was started with: plain data, stored with it so that its date can be computed again (T-11). */
export interface ClockTerms {
  readonly kind: ClockKind
  /** The rule of the statutory table, and the day its text was last reviewed. */
  readonly rule?: string
  readonly ruleVersion?: string
  readonly citation?: string
  /** A day, or an instant in ISO 8601 or epoch ms. */
  readonly from: string | EpochMs
  readonly limit: Limit
  /** The end the record itself states: then nothing is computed, and nothing moves it. */
  readonly statedEnd?: EpochMs
  readonly calendar: string
  readonly hours?: string
  readonly zone?: string
  readonly roll?: Roll
  /** The unit that handles the matter; it can never approve its own extension. */
  readonly handlingUnit: string
  /** The grounds on which it may be suspended; none: never. */
  readonly suspendedBy: readonly SuspensionGround[]
  readonly extension?: ExtensionTerms
  /** How long before the end the warning rung is, in the unit of the warning. */
  readonly warnBefore?: Limit
  readonly onExpiry?: ExpiryEffect
  /** Who answers for it. */
  readonly owner?: ClockOwner
  /** So long after the limit has run out, for a rung that lies behind it (T-15); then that is the end of this clock. */
  readonly after?: Limit
  /** The colour that falls due with it, for such a rung. */
  readonly rung?: RungColour
}

/** No clock without an owner: the post, the account that holds it, and the one that stands in. */
export interface ClockOwner {
  readonly post: string
  readonly holder?: string
  readonly backup?: string
}

export type RungColour = 'warning' | 'yellow' | 'red'

export interface SuspensionGround extends Bilingual {
  readonly code: string
}

export interface ExtensionTerms {
  /** The longest extension; null where the rule names none. */
  readonly longest: Limit | null
  readonly times: number
  readonly approver: Bilingual
  readonly told: Bilingual
}

/**
 * What the law lets follow from expiry (T-16). Only `deemed…` changes the legal state; everything else raises an event
 * that people judge.
 */
export type ExpiryEffect =
  | 'event'
  | 'deemedAccepted'
  | 'deemedRenewed'
  | 'deemedAgreed'
  | 'rightLapses'
  | 'measureLapses'
  | 'abandoned'
  | 'none'
