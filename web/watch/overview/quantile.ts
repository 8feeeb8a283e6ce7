import type { Overview } from '#modules/supervision/contract.ts'

/** The upper end of the bar in which the given share of all cases is reached. */
export function quantile(bars: Overview['durations'], share: number): number | undefined {
  const total = bars.reduce((sum, bar) => sum + bar.count, 0)
  if (total === 0) return undefined
  let reached = 0
  for (const bar of bars) {
    reached += bar.count
    if (reached >= total * share) return bar.upTo
  }
  return bars.at(-1)?.upTo
}
