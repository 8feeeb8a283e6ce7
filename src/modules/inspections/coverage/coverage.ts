import { type Interval, wilson } from '#engines/measures/index.ts'

/** What of something was looked at in a year: how many there are, and which were. */
export interface Share extends Interval {
  readonly checked: number
  readonly of: number
  readonly share: number | null
}

/** A share of what is all there: no interval, since nothing is inferred. */
export const shareOf = (checked: number, of: number): Share => ({
  ...{ checked, of, share: of === 0 ? null : checked / of, low: null, high: null },
})

export interface Sampled {
  /** Places that were drawn by lot and visited. */
  readonly sample: number
  /** Of these, with at least one problem that stands. */
  readonly withProblem: number
  /** Places in the frame the lots were drawn from. */
  readonly places: number
  /** Places with a problem that is known from whatever source. */
  readonly found: number
}

export interface Undetected {
  readonly sample: number
  /** Share of places with a problem, as the random sample has it (Wilson, 95 %). */
  readonly prevalence: { readonly share: number } & Interval
  /** Places with a problem that one would expect in the whole frame. */
  readonly expected: { readonly count: number } & Interval
  /** 没有查到的: of those expected, the share that nobody has found. */
  readonly undetected: { readonly share: number } & Interval
}

/**
 * The undetected remainder, from random visits alone: what was looked at because it was suspected says nothing of the
 * rest. Wilson's interval of the share with a problem is carried through to the places nobody has found.
 *
 * Source: Wilson 1927; capture of the remainder as expected minus found, never below nothing.
 */
export function undetectedOf({ sample, withProblem, places, found }: Sampled): Undetected | null {
  if (sample === 0) return null
  const share = withProblem / sample
  const { low, high } = wilson(withProblem, sample)
  const expected = { count: share * places, low: (low ?? 0) * places, high: (high ?? 1) * places }
  const rest = (count: number) => (count <= found ? 0 : (count - found) / count)
  return {
    sample,
    prevalence: { share, low, high },
    expected,
    undetected: { share: rest(expected.count), low: rest(expected.low), high: rest(expected.high) },
  }
}
