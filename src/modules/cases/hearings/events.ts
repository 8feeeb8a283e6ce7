import type { Day, EpochMs } from '#kernel/day.ts'
import type { Issued } from '../case-events.ts'
import type { ClosedFor, HearingParty } from '../terms.ts'

/** 听证 (行政许可法 46–48), in the stream of its case. Applicants and others concerned are never named here. */
export type HearingEvent =
  | { readonly type: 'HearingOffered'; readonly data: HearingOffered }
  | { readonly type: 'HearingAsked'; readonly data: HearingAsked }
  | { readonly type: 'HearingRightLapsed'; readonly data: { readonly dueAt: EpochMs } }
  | { readonly type: 'HearingSet'; readonly data: HearingSet }
  | { readonly type: 'HearingHeld'; readonly data: HearingHeld }
  | { readonly type: 'HearingGivenUp'; readonly data: { readonly reason: string } }

export interface HearingOffered {
  /** Which great interest of the applicant and of others the licence touches (47). */
  readonly matter: string
  /** Who else is concerned, without names: 「北侧相邻住户 6 户」. Empty: the applicant alone. */
  readonly concerned: string
  readonly issued: Issued | null
}

export interface HearingAsked {
  readonly by: HearingParty
  /** The postmark; null: handed in or sent through the platform at that moment (在途时间不计, T-04). */
  readonly postedOn: Day | null
}

export interface HearingSet {
  readonly at: EpochMs
  readonly place: string
  /** 听证主持人: an account, and the name as it stands on the notice. */
  readonly chair: string
  readonly chairName: string
  /** Null: in public, as the law has it (48(2)). */
  readonly closedFor: ClosedFor | null
  readonly issued: Issued | null
}

export interface HearingHeld {
  /** Who came, by part and number and without names. */
  readonly attended: string
  /** What was said for and against, as the minutes have it. */
  readonly statements: string
  /** 听证笔录, confirmed and signed by those who took part (48(5)). */
  readonly issued: Issued | null
}
