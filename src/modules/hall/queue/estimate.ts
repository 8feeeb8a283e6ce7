import type { EpochMs } from '#kernel/day.ts'

export interface Serving {
  /** Groups and units are the caller's: whether this counter may call that number. */
  readonly takes: (index: number) => boolean
  /** Since when it serves somebody; null: free now. */
  readonly busySince: EpochMs | null
}

export interface Expecting {
  readonly now: EpochMs
  /** How long one takes, by the place in the queue, in milliseconds. */
  readonly lengthOf: (index: number) => number
  readonly counters: readonly Serving[]
}

/**
 * When each of a queue that stands in order is called, in milliseconds from now: the day played on with everybody
 * taking as long as people took today. Null: no counter that is open takes it.
 */
export function expectedWaits(
  length: number,
  { now, lengthOf, counters }: Expecting,
  usual: number,
): (number | null)[] {
  const freeIn = counters.map(({ busySince }) =>
    busySince === null ? 0 : Math.max(0, usual - (now - busySince)),
  )
  return Array.from({ length }, (_, index) => {
    let soonest: number | undefined
    for (const [at, { takes }] of counters.entries())
      if (takes(index) && (soonest === undefined || (freeIn[at] ?? 0) < (freeIn[soonest] ?? 0))) soonest = at
    if (soonest === undefined) return null
    const wait = freeIn[soonest] ?? 0
    freeIn[soonest] = wait + lengthOf(index)
    return wait
  })
}

/** The middle one: one long matter must not stretch what everybody is told. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** The mean is what queues are made of: long matters hold up whoever stands behind them. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

const ENOUGH = 5

/** How long one of a group takes: of its own last ones when there are enough, else of all, else what the office assumes. */
export function usualLength(own: readonly number[], all: readonly number[], assumed: number): number {
  if (own.length >= ENOUGH) return mean(own) ?? assumed
  if (all.length >= ENOUGH) return mean(all) ?? assumed
  return assumed
}
