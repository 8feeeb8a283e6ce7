import type { EpochMs } from '#kernel/day.ts'

/** A step of a case that somebody held for a while. */
export interface Held {
  readonly step: string
  /** An account, or `unit/post` while nobody there had taken it up. */
  readonly who: string
  readonly from: EpochMs
  readonly until: EpochMs
}

export interface Share {
  readonly who: string
  readonly steps: readonly string[]
  readonly ms: number
  /** Of the whole time, between 0 and 1. */
  readonly share: number
}

/** 超时责任按停留时间分担 (ACCT-25): how long each held the case, the longest first. */
export function sharesOf(held: readonly Held[]): Share[] {
  const total = held.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0)
  const people = [...new Set(held.map(({ who }) => who))]
  return people
    .map((who) => {
      const own = held.filter((one) => one.who === who)
      const ms = own.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0)
      return { who, steps: own.map(({ step }) => step), ms, share: total === 0 ? 0 : ms / total }
    })
    .toSorted((one, other) => other.ms - one.ms || one.who.localeCompare(other.who))
}

/** Who held the case last, and whoever else held it for long: to blame the last alone leaves them out. */
export const leftOut = (
  shares: readonly Share[],
  blamed: readonly string[],
  shareFrom: number,
): Share | undefined => shares.find(({ who, share }) => share >= shareFrom && !blamed.includes(who))
