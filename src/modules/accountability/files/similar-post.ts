import { type Rank, rankOf } from '../terms.ts'

/** A post as the post table and the personnel body have it; null: neither says. */
export interface PostHeld {
  readonly unit: string
  readonly post: string | null
  readonly title: string | null
  /** Of whoever holds it. */
  readonly rank: Rank | null
}

/**
 * Whether somebody is back in a post like the one left: of the same kind by its code or its name, or at no lower rank than
 * then. Where nothing is known of what was left, a person has to look.
 */
export function isSimilarPost(left: PostHeld, now: PostHeld): boolean {
  if (left.unit === now.unit && left.post !== null && left.post === now.post) return false
  if (left.post === null && left.rank === null) return true
  const sameKind =
    (left.post !== null && left.post === now.post) || (left.title !== null && left.title === now.title)
  return sameKind || (left.rank !== null && now.rank !== null && rankOf(now.rank) >= rankOf(left.rank))
}
