import type { EpochMs } from '#kernel/day.ts'
import type { UrgencyGround } from '../urgency-shape.ts'

/** 急事急办 (CASE-09), in the stream of its case. */
export type UrgencyEvent =
  | { readonly type: 'UrgencyAsked'; readonly data: UrgencyAsked }
  | { readonly type: 'UrgencyGranted'; readonly data: UrgencyGranted }
  | { readonly type: 'UrgencyRefused'; readonly data: { readonly reason: string } }
  | { readonly type: 'UrgencyAudited'; readonly data: UrgencyAudited }

export interface UrgencyAsked {
  readonly ground: UrgencyGround
  /** What is urgent, in words, with the document that shows it. */
  readonly reason: string
}

export interface UrgencyGranted {
  /** As `2W`; shorter than the promise. */
  readonly within: string
  readonly reason: string
}

/** 逐件核查: somebody outside the unit looks at every flag. */
export interface UrgencyAudited {
  readonly finding: 'sound' | 'favour'
  readonly reason: string
}

export interface UrgencyAuditState extends UrgencyAudited {
  readonly by: string
  readonly at: EpochMs
}
