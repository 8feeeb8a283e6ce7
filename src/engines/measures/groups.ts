import { wilson } from './interval.ts'

/** Figures of one group over columns. Lengths are in whatever the value is in. */
export interface Summary {
  /** How many subjects count. */
  readonly count: number
  /** Of shares: for how many it holds. Of others: the sum. */
  readonly sum: number
  /** The share, or the median; null where nothing counts. */
  readonly value: number | null
  /** 95 %: Wilson's interval of a share, the order statistics around a median. */
  readonly low: number | null
  readonly high: number | null
  readonly mean: number | null
  /** Nine of ten took no longer; null for shares. */
  readonly p90: number | null
  readonly most: number | null
  readonly isSmall: boolean
}

export interface Grouped {
  /** How many subjects there are. */
  readonly count: number
  readonly groups: number
  /** The group of a subject, −1 for none. */
  readonly groupOf: (index: number) => number
  /** What it adds, NaN for nothing. */
  readonly valueOf: (index: number) => number
  readonly minimumCell: number
}

/** The share that holds (value 1 of 0 and 1), group by group. */
export function sharesOf({ count, groups, groupOf, valueOf, minimumCell }: Grouped): Summary[] {
  const [counts, held] = [new Float64Array(groups), new Float64Array(groups)]
  for (let index = 0; index < count; index++) {
    const group = groupOf(index)
    const value = group < 0 ? NaN : valueOf(index)
    if (Number.isNaN(value)) continue
    counts[group] = (counts[group] as number) + 1
    held[group] = (held[group] as number) + value
  }
  return Array.from(counts, (of, group) => {
    const hits = held[group] as number
    const value = of === 0 ? null : hits / of
    return {
      ...{ count: of, sum: hits, value, ...wilson(hits, of), mean: value, p90: null, most: null },
      isSmall: of < minimumCell,
    }
  })
}

/** Medians with their intervals and tails, group by group. A mean stands beside them, never alone: it hides the tail. */
export function spreadsOf(grouped: Grouped): Summary[] {
  return sortedValues(grouped).map((values) => {
    const sum = values.reduce((all, value) => all + value, 0)
    const count = values.length
    return {
      ...{ count, sum, value: quantile(values, 0.5), ...medianInterval(values) },
      mean: count === 0 ? null : sum / count,
      p90: quantile(values, 0.9),
      most: values.at(-1) ?? null,
      isSmall: count < grouped.minimumCell,
    }
  })
}

/** The values of each group in ascending order. */
export function sortedValues({ count, groups, groupOf, valueOf }: Grouped): Float32Array[] {
  const sizes = new Int32Array(groups + 1)
  const place = new Int32Array(count)
  const value = new Float32Array(count)
  for (let index = 0; index < count; index++) {
    const group = groupOf(index)
    const given = group < 0 ? NaN : valueOf(index)
    place[index] = Number.isNaN(given) ? -1 : group
    value[index] = given
    if (place[index] !== -1) sizes[group + 1] = (sizes[group + 1] as number) + 1
  }
  for (let group = 0; group < groups; group++)
    sizes[group + 1] = (sizes[group + 1] as number) + (sizes[group] as number)
  const all = new Float32Array(sizes[groups] as number)
  const next = sizes.slice()
  for (let index = 0; index < count; index++) {
    const group = place[index] as number
    if (group < 0) continue
    const slot = next[group] as number
    all[slot] = value[index] as number
    next[group] = slot + 1
  }
  return Array.from({ length: groups }, (_, group) => all.subarray(sizes[group], sizes[group + 1]).sort())
}

/** Halfway between neighbours at the middle; otherwise the smallest value that so many do not exceed. */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  const { length } = sorted
  if (length === 0) return null
  const at = share * length
  const upper = sorted[Math.min(length - 1, Math.ceil(at) - 1)] as number
  if (share !== 0.5 || length % 2 === 1) return upper
  return (upper + (sorted[at] as number)) / 2
}

const Z = 1.959964

/** Distribution-free: the order statistics at n/2 ± z·√n/2 (Conover, Practical Nonparametric Statistics, 3.2). */
export function medianInterval(sorted: ArrayLike<number>): { low: number | null; high: number | null } {
  const { length } = sorted
  if (length === 0) return { low: null, high: null }
  const reach = (Z * Math.sqrt(length)) / 2
  const low = Math.max(1, Math.floor(length / 2 - reach))
  const high = Math.min(length, Math.ceil(length / 2 + reach) + 1)
  return { low: sorted[low - 1] as number, high: sorted[high - 1] as number }
}
