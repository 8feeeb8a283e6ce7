import type { Bilingual } from '#kernel/refusal.ts'
import type { PlannedWay } from './branches/plan.ts'
import type { PlannedKind } from './kinds/plan.ts'
import type { DelegatedPowers } from './powers.ts'
import type { Channel } from './terms.ts'

/**
 * What a case takes over from the item version it was received under. Pinned with acceptance: a running case keeps its
 * version (行政许可法第八条, protection of reliance), whatever is published later.
 */
export interface CasePlan extends PlannedKind, PlannedWay {
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
  /** What its papers cite and name; left out by plans of before papers said it. */
  readonly law?: { readonly itemType: string; readonly basis: string }
  readonly appeal?: PlannedAppeal | null
  readonly contact?: { readonly phone: string; readonly address: string }
  /** 视为准予: only where a law or local rule says so (must never be assumed). */
  readonly deemedApproval: { readonly basis: string } | null
  /** What stands together with the item, such as 延续 beside 新办. Plans of before licences were recorded leave the rest out. */
  readonly mainItem?: string | null
  /** 直接关系公共安全、人身健康、生命财产安全 (行政许可法 78, 79). */
  readonly safety?: boolean
  /** Where one may object to what the unit decides, in words. */
  readonly remedies?: string
  /** The licence that a grant yields; null or absent: it yields none. */
  readonly licence?: PlannedLicence | null
  /** 政府已有: what another department holds, and is therefore never asked for. */
  readonly held?: readonly { readonly code: string; readonly name: string; readonly by: string }[]
  /** Who at the window may do what, where the department has delegated it (HALL-13). */
  readonly powers?: DelegatedPowers
  /** Received at a 365-day window: the promise counts every day (HALL-26). */
  readonly everyDay?: boolean
}

export interface PlannedLicence {
  readonly name: Bilingual
  /** How long it stands, as `5Y`; null: without an end. */
  readonly period: string | null
  /** How long before its end renewal is applied for, as `30D`. */
  readonly renewBefore: string
}

export interface PlannedMaterial {
  readonly code: string
  readonly name: string
  readonly necessity: 'necessary' | 'whenApplicable' | 'mayFollow'
  /** What the clerk tells whoever lacks it: where to get it, what it must look like. */
  readonly guidance: string
  /** 示范文本 to be had, and by which standard it is taken. */
  readonly sample?: string | null
  readonly standard?: string
}

/** 救济途径: where, and how long, as the clocks engine reads a limit. */
export interface PlannedAppeal {
  readonly review: PlannedBody
  readonly court: PlannedBody
}

interface PlannedBody {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly within: string
}

export interface PlannedStep extends Desk {
  readonly code: string
  readonly name: string
  readonly group: number
  /** As the clocks engine reads it; null where the item gives the step no share. */
  readonly limit: string | null
  /** 现场核查: two people go to the place (行政许可法 34(3)); left out by plans of before visits were recorded. */
  readonly siteVisit?: boolean
}

/** Where work lies: a post of a unit. */
export interface Desk {
  readonly unit: string
  readonly post: string
}
