import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'

export interface Badge {
  readonly account: string
  /** As printed on the plate. */
  readonly name: string
  readonly unit: string
  readonly duties: Bilingual
}

export type BadgeEvent =
  ({ readonly type: 'BadgeIssued' } & Badge) | { readonly type: 'BadgeWithdrawn'; readonly reason: string }

export interface BadgeState extends Badge {
  readonly withdrawn: boolean
}

export function evolveBadge(state: BadgeState | undefined, event: BadgeEvent): BadgeState | undefined {
  if (event.type === 'BadgeWithdrawn') return state && { ...state, withdrawn: true }
  const { type: _, ...badge } = event
  return { ...badge, withdrawn: false }
}

/** 发牌: a number stays with its person for ever, so that an old receipt never points at somebody else. */
export function issueBadge(
  state: BadgeState | undefined,
  given: Badge & { readonly badge: string; readonly otherBadge: string | undefined },
): BadgeEvent[] {
  const { badge, otherBadge, ...said } = given
  if (state?.withdrawn) throw refuse('hall.badge-withdrawn', { badge })
  if (state && state.account !== said.account) throw refuse('hall.badge-taken', { badge })
  if (otherBadge !== undefined && otherBadge !== badge) throw refuse('hall.has-badge', { badge: otherBadge })
  const unchanged =
    state?.name === said.name &&
    state.unit === said.unit &&
    state.duties.zh === said.duties.zh &&
    state.duties.en === said.duties.en
  return unchanged ? [] : [{ type: 'BadgeIssued', ...said }]
}

export function withdrawBadge(
  state: BadgeState | undefined,
  { badge, reason }: { readonly badge: string; readonly reason: string },
): BadgeEvent[] {
  if (!state) throw refuse('hall.no-such-badge', { badge })
  return state.withdrawn ? [] : [{ type: 'BadgeWithdrawn', reason }]
}
