/** How long one waits on an arrow, from quiet (0) to past the limit (3). */
export type WaitBand = 0 | 1 | 2 | 3

const DAY = 86_400
/** Where the log has no limit for a single step: one day, and the five and twenty days of 《行政许可法》第三十二、四十二条. */
const WITHOUT_LIMIT = [DAY, 5 * DAY, 20 * DAY] as const

export function waitBand(seconds: number, limitSeconds: number | null | undefined): WaitBand {
  const [first, second, third] = limitSeconds
    ? [limitSeconds / 4, limitSeconds / 2, limitSeconds]
    : WITHOUT_LIMIT
  if (seconds < first) return 0
  if (seconds < second) return 1
  return seconds <= third ? 2 : 3
}

export const bandWords = (limitSeconds: number | null | undefined) =>
  limitSeconds
    ? (['不到时限的四分之一', '不到一半', '不到时限', '超过时限'] as const)
    : (['不到 1 天', '1 至 5 天', '5 至 20 天', '20 天以上'] as const)
