import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'
import type { BadgeEnding, BadgeStanding } from './terms.ts'

export interface Badge {
  readonly account: string
  /** As printed on the plate. */
  readonly name: string
  readonly unit: string
  readonly duties: Bilingual
  /** 借用: the last day on which a stand-in serves with it; null: it is the wearer's own. */
  readonly lentUntil: Day | null
}

export type BadgeEvent =
  | ({ readonly type: 'BadgeIssued' } & Omit<Badge, 'lentUntil'> & { readonly lentUntil?: Day | null })
  | { readonly type: 'BadgeWithdrawn'; readonly reason: string; readonly how?: BadgeEnding }

export interface BadgeState extends Badge {
  readonly withdrawn: boolean
}

export function evolveBadge(state: BadgeState | undefined, event: BadgeEvent): BadgeState | undefined {
  if (event.type === 'BadgeWithdrawn') return state && { ...state, withdrawn: true }
  const { type: _, lentUntil = null, ...badge } = event
  return { ...badge, lentUntil, withdrawn: false }
}

/** 发牌: a number stays with its person for ever, so that an old receipt never points at somebody else. */
export function issueBadge(
  state: BadgeState | undefined,
  given: Badge & { readonly badge: string; readonly otherBadge: string | undefined; readonly today: Day },
): BadgeEvent[] {
  const { badge, otherBadge, today, ...said } = given
  if (state?.withdrawn) throw refuse('hall.badge-withdrawn', { badge })
  if (state && state.account !== said.account) throw refuse('hall.badge-taken', { badge })
  if (otherBadge !== undefined && otherBadge !== badge) throw refuse('hall.has-badge', { badge: otherBadge })
  if (said.lentUntil !== null && said.lentUntil < today) throw refuse('hall.lent-in-the-past', { today })
  const unchanged =
    state?.name === said.name &&
    state.unit === said.unit &&
    state.duties.zh === said.duties.zh &&
    state.duties.en === said.duties.en &&
    state.lentUntil === said.lentUntil
  return unchanged ? [] : [{ type: 'BadgeIssued', ...said }]
}

export function withdrawBadge(
  state: BadgeState | undefined,
  { badge, reason, how }: { readonly badge: string; readonly reason: string; readonly how: BadgeEnding },
): BadgeEvent[] {
  if (!state) throw refuse('hall.no-such-badge', { badge })
  return state.withdrawn ? [] : [{ type: 'BadgeWithdrawn', reason, how }]
}

/** How a badge stands on a day: a loan that is over is as good as none. */
export const standingOf = (
  { endedHow, lentUntil }: { readonly endedHow: BadgeEnding | null; readonly lentUntil: Day | null },
  today: Day,
): BadgeStanding => endedHow ?? (lentUntil !== null && lentUntil < today ? 'expired' : 'valid')
