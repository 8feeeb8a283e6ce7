/** A range that holds the true value with 95 % confidence; null where nothing was counted. */
export interface Interval {
  readonly low: number | null
  readonly high: number | null
}

const Z = 1.959964

/** Wilson's interval (Wilson 1927): honest for small numbers and for shares near 0 or 1, where the usual one is not. */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { low: null, high: null }
  const share = hits / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const middle = share + (Z * Z) / (2 * of)
  const scale = 1 + (Z * Z) / of
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}
