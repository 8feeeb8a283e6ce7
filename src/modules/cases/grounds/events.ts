import type { EpochMs } from '#kernel/day.ts'

/** 解释性不予的复核 (CASE-36), in the stream of its case: by somebody outside the unit that refused. */
export interface ReadingEvent {
  readonly type: 'ReadingReviewed'
  readonly data: ReadingReviewed
}

export interface ReadingReviewed {
  /** rigid: a lawful way stood open and was not taken (死搬教条). */
  readonly finding: 'sound' | 'rigid'
  readonly note: string
}

export interface ReadingReview extends ReadingReviewed {
  readonly by: string
  readonly at: EpochMs
}
