import type { EpochMs } from '#kernel/day.ts'
import type { InvolvedHow, RaisedBy } from '../terms.ts'

/** 领导过问: a matter reached a leader, and what came of it. In the stream of the case. */
export type InterventionEvent =
  | { readonly type: 'LeaderInvolved'; readonly data: LeaderInvolved }
  | { readonly type: 'LeaderAnswered'; readonly data: LeaderAnswered }

export interface LeaderInvolved {
  /** Counted within the case, from one. */
  readonly nth: number
  readonly how: InvolvedHow
  readonly raisedBy: RaisedBy
  /** The office of the leader, such as 分管副县长. */
  readonly leader: string
  readonly matter: string
  /** When the leader was asked or called. */
  readonly heardAt: EpochMs
  /** Everything that is still to be done lies with the acting department itself. */
  readonly withinPower: boolean
  /** A routine matter that the department itself carried to the leader. */
  readonly routine: boolean
  /** Spoken, and written down only days later. */
  readonly enteredLate: boolean
}

export interface LeaderAnswered {
  readonly nth: number
  readonly instruction: string
  /** Working days between asking and answer. */
  readonly daysLost: number
}

/** What leaves no paper by itself. */
export const ORAL: ReadonlySet<InvolvedHow> = new Set(['phone', 'inPerson'])

export const isIntervention = (event: { readonly type: string }): event is InterventionEvent =>
  event.type === 'LeaderInvolved' || event.type === 'LeaderAnswered'
