import { type Interval, wilson } from './interval.ts'

const Z = 1.959964

/** A difference with its interval; `isMarked` where the interval leaves "no difference" outside. */
export interface Comparison extends Interval {
  readonly value: number | null
  readonly isMarked: boolean
}

const none: Comparison = { value: null, low: null, high: null, isMarked: false }

export interface Hits {
  readonly hits: number
  readonly of: number
}

/** One share less another, with Newcombe's interval (Newcombe 1998, method 10): honest for small groups. */
export function shareDifference(a: Hits, b: Hits): Comparison {
  if (a.of === 0 || b.of === 0) return none
  const [p, q] = [a.hits / a.of, b.hits / b.of]
  const [of, against] = [wilson(a.hits, a.of), wilson(b.hits, b.of)]
  const low = p - q - Math.hypot(p - (of.low ?? 0), (against.high ?? 1) - q)
  const high = p - q + Math.hypot((of.high ?? 1) - p, q - (against.low ?? 0))
  return { value: p - q, low, high, isMarked: low > 0 || high < 0 }
}

/**
 * The same within strata, so that like is compared with like: the Mantel–Haenszel risk difference with the variance of
 * Greenland and Robins (1985). Strata in which one side is empty say nothing.
 */
export function stratifiedDifference(strata: readonly (readonly [a: Hits, b: Hits])[]): Comparison {
  let [weights, sum, variance] = [0, 0, 0]
  for (const [a, b] of strata) {
    const all = a.of + b.of
    if (a.of === 0 || b.of === 0) continue
    weights += (a.of * b.of) / all
    sum += (a.hits * b.of - b.hits * a.of) / all
    variance +=
      (a.hits * (a.of - a.hits) * b.of ** 3 + b.hits * (b.of - b.hits) * a.of ** 3) / (a.of * b.of * all ** 2)
  }
  if (weights === 0) return none
  const value = sum / weights
  const reach = (Z * Math.sqrt(variance)) / weights
  return { value, low: value - reach, high: value + reach, isMarked: Math.abs(value) > reach }
}

/**
 * The probability that a case of one side took longer than a case of the other, 0.5 where neither is slower (Mann and
 * Whitney 1947), with the interval of Hanley and McNeil (1982). Both sides in ascending order.
 */
export function slowerChance(a: ArrayLike<number>, b: ArrayLike<number>): Comparison {
  if (a.length === 0 || b.length === 0) return none
  let [below, equal, wins] = [0, 0, 0]
  for (let index = 0; index < a.length; index++) {
    const value = a[index] as number
    while (below < b.length && (b[below] as number) < value) below++
    equal = Math.max(equal, below)
    while (equal < b.length && (b[equal] as number) <= value) equal++
    wins += below + (equal - below) / 2
  }
  const chance = wins / (a.length * b.length)
  const q1 = chance / (2 - chance)
  const q2 = (2 * chance ** 2) / (1 + chance)
  const variance =
    (chance * (1 - chance) + (a.length - 1) * (q1 - chance ** 2) + (b.length - 1) * (q2 - chance ** 2)) /
    (a.length * b.length)
  const reach = Z * Math.sqrt(Math.max(0, variance))
  const [low, high] = [Math.max(0, chance - reach), Math.min(1, chance + reach)]
  return { value: chance, low, high, isMarked: low > 0.5 || high < 0.5 }
}
