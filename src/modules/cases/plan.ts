import type { Bilingual } from '#kernel/refusal.ts'
import type { Channel } from './terms.ts'

/**
 * What a case takes over from the item version it was received under. Pinned with acceptance: a running case keeps its
 * version (行政许可法第八条, protection of reliance), whatever is published later.
 */
export interface CasePlan {
  readonly item: string
  readonly version: number
  readonly name: Bilingual
  /** The unit that acts in its own name. */
  readonly unit: string
  readonly onTheSpot: boolean
  readonly channels: readonly Channel[]
  readonly materials: readonly PlannedMaterial[]
  /** Between acceptance and decision; equal `group` means side by side, groups in ascending order. */
  readonly steps: readonly PlannedStep[]
  readonly decidedBy: Desk
  readonly deliveredBy: Desk
  /** As the clocks engine reads it, `20W`; and the statutory rule that says what may suspend or extend it. */
  readonly statutory: { readonly limit: string; readonly rule: string }
  readonly committed: string
  /** 视为准予: only where a law or local rule says so (must never be assumed). */
  readonly deemedApproval: { readonly basis: string } | null
}

export interface PlannedMaterial {
  readonly code: string
  readonly name: string
  readonly necessity: 'necessary' | 'whenApplicable' | 'mayFollow'
  /** What the clerk tells whoever lacks it: where to get it, what it must look like. */
  readonly guidance: string
}

export interface PlannedStep extends Desk {
  readonly code: string
  readonly name: string
  readonly group: number
  /** As the clocks engine reads it; null where the item gives the step no share. */
  readonly limit: string | null
}

/** Where work lies: a post of a unit. */
export interface Desk {
  readonly unit: string
  readonly post: string
}
