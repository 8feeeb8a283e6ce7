import { refuse } from './refusals.ts'

export interface Limit {
  /** So many in each window. */
  readonly most: number
  readonly windowMs: number
}

export interface Limiter {
  /** Counts one, and refuses (429) when it is one too many. */
  count(key: string, now: number): void
  /** Refuses when the limit is reached, without counting. */
  check(key: string, now: number): void
}

const MOST_KEYS = 50_000

/** Counts by key in fixed windows. It lives in one process: a second process allows as much again. */
export function limiter({ most, windowMs }: Limit): Limiter {
  let counts = new Map<string, number>()
  let windowEnds = 0
  const current = (now: number) => {
    if (now >= windowEnds || counts.size > MOST_KEYS) {
      counts = new Map()
      windowEnds = now + windowMs
    }
    return counts
  }
  const tooMany = (now: number) =>
    refuse('http.too-many-requests', { seconds: Math.ceil((windowEnds - now) / 1000) })
  return {
    count(key, now) {
      const seen = (current(now).get(key) ?? 0) + 1
      counts.set(key, seen)
      if (seen > most) throw tooMany(now)
    },
    check(key, now) {
      if ((current(now).get(key) ?? 0) >= most) throw tooMany(now)
    },
  }
}

/**
 * This machine itself: its tools and measurements, or a proxy in front that does not say for whom it asks, where one
 * limit for all would lock everybody out at once.
 */
export const isLoopback = (address: string): boolean =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
