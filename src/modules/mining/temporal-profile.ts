import type { Histories } from '#engines/histories/index.ts'

/**
 * How long things take from one another: for every ordered pair of activities the mean and the standard deviation of
 * the time between them, whether or not anything happened in between (Stertz, Mangler and Rinderle-Ma 2020).
 *
 * Indexed by `from * width + to`; milliseconds. `counts` 0: the pair never occurs.
 */
export interface TemporalProfile {
  readonly width: number
  readonly counts: Int32Array
  readonly means: Float64Array
  readonly spreads: Float64Array
}

/**
 * One pass over the pairs of events of every case. An event that stands later but is dated earlier makes no pair:
 * the order of such a log says nothing of time. The deviation is that of all pairs, not of a sample of them.
 *
 * Sums are taken about the first value met of each pair: squares of whole spans would leave no digits for the
 * deviation of a step that takes the same month every time.
 */
export function learnTemporalProfile(histories: Histories): TemporalProfile {
  const { caseCount, firstEvent, activity, at } = histories
  const width = histories.activities.length
  const counts = new Int32Array(width * width)
  const about = new Float64Array(width * width)
  const sums = new Float64Array(width * width)
  const squares = new Float64Array(width * width)
  for (let index = 0; index < caseCount; index++) {
    const to = firstEvent[index + 1] as number
    for (let event = firstEvent[index] as number; event < to; event++) {
      const row = (activity[event] as number) * width
      const since = at[event] as number
      for (let later = event + 1; later < to; later++) {
        const span = (at[later] as number) - since
        if (!(span >= 0)) continue
        const pair = row + (activity[later] as number)
        if (counts[pair] === 0) about[pair] = span
        const apart = span - (about[pair] as number)
        counts[pair] = (counts[pair] as number) + 1
        sums[pair] = (sums[pair] as number) + apart
        squares[pair] = (squares[pair] as number) + apart * apart
      }
    }
  }
  const means = sums.map((sum, pair) => sum / Math.max(1, counts[pair] as number))
  const spreads = squares.map((square, pair) => {
    const apart = means[pair] as number
    return Math.sqrt(Math.max(0, square / Math.max(1, counts[pair] as number) - apart * apart))
  })
  return { width, counts, means: means.map((apart, pair) => apart + (about[pair] as number)), spreads }
}

/** Where a log does not keep its times: pairs of events further from the mean than `zeta` standard deviations. */
export interface TemporalDeviations {
  readonly total: number
  /** Of every pair of activities, indexed as in the profile. */
  readonly ofPair: Int32Array
  readonly ofCase: Int32Array
  /** The two events of every case that lie furthest from their mean, −1 where none lies too far. */
  readonly furthest: { readonly from: Int32Array; readonly to: Int32Array }
}

/** `profile` was learnt from a log with the same activities, coded alike; its own, as a rule. */
export function checkTemporalProfile(
  histories: Histories,
  profile: TemporalProfile,
  zeta: number,
): TemporalDeviations {
  const { caseCount, firstEvent, activity, at } = histories
  const { width, means, spreads } = profile
  const least = means.map((mean, pair) => mean - zeta * (spreads[pair] as number))
  const most = means.map((mean, pair) => mean + zeta * (spreads[pair] as number))
  const ofPair = new Int32Array(means.length)
  const ofCase = new Int32Array(caseCount)
  const furthest = { from: new Int32Array(caseCount).fill(-1), to: new Int32Array(caseCount).fill(-1) }
  let total = 0
  for (let index = 0; index < caseCount; index++) {
    const to = firstEvent[index + 1] as number
    let worst = -1
    for (let event = firstEvent[index] as number; event < to; event++) {
      const row = (activity[event] as number) * width
      const since = at[event] as number
      for (let later = event + 1; later < to; later++) {
        const span = (at[later] as number) - since
        const pair = row + (activity[later] as number)
        if (span >= (least[pair] as number) && span <= (most[pair] as number)) continue
        if (!(span >= 0) || profile.counts[pair] === 0) continue
        total++
        ofPair[pair] = (ofPair[pair] as number) + 1
        ofCase[index] = (ofCase[index] as number) + 1
        const apart = Math.abs(span - (means[pair] as number)) / (spreads[pair] as number)
        if (apart <= worst) continue
        worst = apart
        furthest.from[index] = event
        furthest.to[index] = later
      }
    }
  }
  return { total, ofPair, ofCase, furthest }
}
