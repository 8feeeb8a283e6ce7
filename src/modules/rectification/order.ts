import type { Measure } from './measure.ts'
import { type Problem, triageOf } from './problem.ts'
import type { Severity } from './terms.ts'

const WEIGHT: Readonly<Record<Severity, number>> = { light: 1, ordinary: 2, grave: 3 }

/**
 * 从最不满意的改起 (RECT-22): how much people want it mended, by volume, severity and repeat as needs are ranked: every
 * source that told of it and every reader who says it is not solved is a voice; coming back doubles it.
 */
export function needOf(problem: Problem, measures: readonly Measure[]): number {
  const unsolved = measures.flatMap(({ comments }) => comments).filter(({ solved }) => !solved).length
  const unhappy = problem.opinions.filter(({ solved }) => !solved).length
  const voices = 1 + problem.joined.length + unsolved + unhappy
  return voices * WEIGHT[problem.severity] * (1 + problem.relapses.length)
}

interface Ranked {
  readonly problem: Problem
  readonly measures: readonly Measure[]
}

const ACUTE_FIRST = ({ problem }: Ranked): number => (triageOf(problem) === 'acute' ? 0 : 1)

/** The order in which a unit works: acute ones, then by need, then the oldest. */
export const inOrder = <R extends Ranked>(rows: readonly R[]): R[] =>
  [...rows].sort(
    (a, b) =>
      ACUTE_FIRST(a) - ACUTE_FIRST(b) ||
      needOf(b.problem, b.measures) - needOf(a.problem, a.measures) ||
      (a.problem.firstEnteredOn < b.problem.firstEnteredOn ? -1 : 1),
  )

/** What people mind more and nobody has touched; undefined: it may go on. */
export function passedOver(of: Ranked, openOfUnit: readonly Ranked[]): string | undefined {
  const untouched = openOfUnit.filter(
    ({ problem, measures }) =>
      problem.problem !== of.problem.problem && !measures.some(({ proofs }) => proofs.length > 0),
  )
  const need = needOf(of.problem, of.measures)
  return inOrder(untouched).find(({ problem, measures }) => needOf(problem, measures) > need)?.problem.problem
}
