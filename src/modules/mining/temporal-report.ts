import type { Histories } from '#engines/histories/index.ts'
import { inSeconds } from './durations.ts'
import {
  checkTemporalProfile,
  learnTemporalProfile,
  type TemporalDeviations,
  type TemporalProfile,
} from './temporal-profile.ts'

/** Standard deviations beyond which a time is unusual, unless somebody asks otherwise. */
export const USUAL_ZETA = 2
const MOST_CASES = 1000

/** The temporal profile of a log in words and seconds, and the cases that keep least to it. */
export interface TemporalReport {
  readonly zeta: number
  /** Pairs of events too far from their mean, and the cases that hold any. */
  readonly deviations: number
  readonly deviatingCases: number
  readonly pairs: readonly {
    readonly from: string
    readonly to: string
    readonly count: number
    readonly meanSeconds: number
    readonly deviationSeconds: number
    readonly deviations: number
  }[]
  /** The thousand cases that lie furthest off, the furthest first; `apart` in standard deviations of its pair. */
  readonly furthest: readonly {
    readonly caseId: string
    readonly deviations: number
    readonly from: string
    readonly to: string
    readonly seconds: number
    readonly apart: number
  }[]
}

export function temporalReport(histories: Histories, zeta: number): TemporalReport {
  const profile = learnTemporalProfile(histories)
  const found = checkTemporalProfile(histories, profile, zeta)
  const cases = casesOf(histories, profile, found)
  return {
    zeta,
    deviations: found.total,
    deviatingCases: cases.length,
    pairs: pairsOf(histories, profile, found),
    furthest: cases.sort((one, other) => other.apart - one.apart).slice(0, MOST_CASES),
  }
}

function pairsOf(
  { activities }: Histories,
  { width, counts, means, spreads }: TemporalProfile,
  { ofPair }: TemporalDeviations,
): TemporalReport['pairs'] {
  return [...counts.keys()]
    .filter((pair) => (counts[pair] ?? 0) > 0)
    .map((pair) => ({
      from: activities[Math.floor(pair / width)] ?? '',
      to: activities[pair % width] ?? '',
      count: counts[pair] ?? 0,
      meanSeconds: inSeconds(means[pair] ?? 0),
      deviationSeconds: inSeconds(spreads[pair] ?? 0),
      deviations: ofPair[pair] ?? 0,
    }))
    .sort((one, other) => other.count - one.count)
}

/** Every case with a deviation, by the one that lies furthest off. */
function casesOf(
  { activities, activity, at, caseIds }: Histories,
  { width, means, spreads }: TemporalProfile,
  { ofCase, furthest }: TemporalDeviations,
): TemporalReport['furthest'][number][] {
  return [...ofCase.keys()]
    .filter((index) => (ofCase[index] ?? 0) > 0)
    .map((index) => {
      const [event, later] = [furthest.from[index] ?? 0, furthest.to[index] ?? 0]
      const [from, to] = [activity[event] ?? 0, activity[later] ?? 0]
      const span = (at[later] ?? 0) - (at[event] ?? 0)
      const pair = from * width + to
      return {
        caseId: caseIds[index] ?? '',
        deviations: ofCase[index] ?? 0,
        from: activities[from] ?? '',
        to: activities[to] ?? '',
        seconds: inSeconds(span),
        apart: Math.abs(span - (means[pair] ?? 0)) / (spreads[pair] ?? 0),
      }
    })
}
