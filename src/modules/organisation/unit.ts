import type { EpochMs } from '#kernel/day.ts'
import { refuse } from './refusals.ts'
import type { UnitRow } from './contract.ts'

export type UnitKind = UnitRow['kind']

export type UnitEvent =
  | { type: 'UnitCreated'; name: string; nameEn: string; kind: UnitKind; parent: string | null }
  | { type: 'PostCreated'; post: string; title: string; titleEn: string }
  | { type: 'PostAssigned'; post: string; holder: string | null; backup: string | null }
  | { type: 'HolderAway'; post: string; from: EpochMs; until: EpochMs | null }

export interface Post {
  readonly holder: string | null
  readonly backup: string | null
  readonly away: Absence | null
}

export interface Absence {
  readonly from: EpochMs
  readonly until: EpochMs | null
}

/** A unit with its posts: who decides about a post must see the whole unit, so that is what versions count. */
export interface UnitState {
  readonly posts: ReadonlyMap<string, Post>
}

const NOBODY: Post = { holder: null, backup: null, away: null }

export function evolve(state: UnitState | undefined, event: UnitEvent): UnitState {
  const posts = new Map(state?.posts)
  switch (event.type) {
    case 'UnitCreated':
      return { posts }
    case 'PostCreated':
      return { posts: posts.set(event.post, NOBODY) }
    case 'PostAssigned':
      return { posts: posts.set(event.post, { holder: event.holder, backup: event.backup, away: null }) }
    case 'HolderAway':
      return { posts: posts.set(event.post, { ...(posts.get(event.post) ?? NOBODY), away: awayOf(event) }) }
  }
}

const awayOf = ({ from, until }: Absence): Absence => ({ from, until })

/** 顶岗: the backup has the post's powers from the moment the holder is away until the holder is back. */
export function actingAt({ holder, backup, away }: Post, at: EpochMs): string | null {
  return away && away.from <= at && (away.until === null || at < away.until) ? backup : holder
}

export function createUnit(
  state: UnitState | undefined,
  unit: string,
  given: Omit<Extract<UnitEvent, { type: 'UnitCreated' }>, 'type'>,
): UnitEvent[] {
  if (state) throw refuse('organisation.unit-exists', { unit })
  return [{ type: 'UnitCreated', ...given }]
}

export function createPost(
  state: UnitState,
  given: Omit<Extract<UnitEvent, { type: 'PostCreated' }>, 'type'>,
): UnitEvent[] {
  if (state.posts.has(given.post)) throw refuse('organisation.post-exists', { post: given.post })
  return [{ type: 'PostCreated', ...given }]
}

/** 定岗: a new holder is at his desk, so an absence of the one before ends with it. */
export function assignPost(
  state: UnitState,
  given: { readonly post: string; readonly holder: string | null; readonly backup: string | null },
): UnitEvent[] {
  const { post, holder, backup } = given
  const now = getPost(state, post)
  if (holder === null && backup !== null) throw refuse('organisation.backup-without-holder')
  if (holder !== null && holder === backup) throw refuse('organisation.same-person')
  if (now.holder === holder && now.backup === backup) return []
  return [{ type: 'PostAssigned', post, holder, backup }]
}

export interface Marking {
  readonly post: string
  readonly from: EpochMs
  readonly until: EpochMs | null
  readonly by: { readonly account: string; readonly headOfUnit: boolean }
  readonly now: EpochMs
}

/** The clock of whoever types is not ours to the second. */
const TOLERANCE_MS = 5 * 60_000

/**
 * 离岗登记: by the holder or the head of the unit, from now on or later. To come back early, the same absence is
 * given an earlier end.
 */
export function markAway(state: UnitState, { post, from, until, by, now }: Marking): UnitEvent[] {
  const { holder, backup, away } = getPost(state, post)
  if (holder === null) throw refuse('organisation.nobody-holds')
  if (by.account !== holder && !by.headOfUnit) throw refuse('organisation.not-own-post')
  if (backup === null) throw refuse('organisation.no-backup')
  if (until !== null && until <= from) throw refuse('organisation.away-order')
  const sameAbsence = away?.from === from
  if (!sameAbsence && from < now - TOLERANCE_MS) throw refuse('organisation.away-backdated')
  if (until !== null && until < now - TOLERANCE_MS) throw refuse('organisation.away-backdated')
  return [{ type: 'HolderAway', post, from, until }]
}

function getPost(state: UnitState, post: string): Post {
  const found = state.posts.get(post)
  if (!found) throw refuse('organisation.no-such-post', { post })
  return found
}
