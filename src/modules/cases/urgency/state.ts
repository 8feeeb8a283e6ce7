import type { EpochMs } from '#kernel/day.ts'
import type { Happened } from '../case.ts'
import type { UrgencyAuditState, UrgencyEvent } from './events.ts'
import type { UrgencyGround, UrgencyStatus } from '../urgency-shape.ts'

/** Whether a case goes through the express lane, who asked and who let it. */
export interface UrgencyState {
  readonly status: UrgencyStatus
  readonly ground: UrgencyGround
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: EpochMs
  readonly answeredBy: string | null
  readonly answeredAt: EpochMs | null
  readonly answer: string
  /** As `2W`; null until it is granted. */
  readonly within: string | null
  readonly audit: UrgencyAuditState | null
}

export function evolveUrgency(
  before: UrgencyState | undefined,
  event: UrgencyEvent,
  { at, by }: Happened,
): UrgencyState {
  if (event.type === 'UrgencyAsked' || !before) {
    const { ground, reason } = event.type === 'UrgencyAsked' ? event.data : NOTHING
    const asked = { status: 'asked', ground, reason, askedBy: by, askedAt: at } as const
    return { ...asked, answeredBy: null, answeredAt: null, answer: '', within: null, audit: null }
  }
  if (event.type === 'UrgencyAudited') return { ...before, audit: { ...event.data, by, at } }
  const answered = { answeredBy: by, answeredAt: at, answer: event.data.reason }
  return event.type === 'UrgencyGranted'
    ? { ...before, ...answered, status: 'granted', within: event.data.within }
    : { ...before, ...answered, status: 'refused' }
}

/** An answer never comes first; the fold must hold without it all the same. */
const NOTHING = { ground: 'lifeAndHealth', reason: '' } as const

export const isUrgent = ({ urgency }: { readonly urgency?: UrgencyState }): boolean =>
  urgency?.status === 'granted'
