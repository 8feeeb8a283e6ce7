import type { Histories } from '#engines/histories/index.ts'
import {
  alignmentCost,
  type Deviation,
  deviationsOf,
  type PathProgram,
  runPath,
} from '#engines/rules/index.ts'
import { variantsOf } from './variants.ts'

/** 0: ran the whole path · 1: kept the path so far and is still open · 2: left it. */
export const VERDICTS = ['fitting', 'fittingSoFar', 'deviating'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Conformance {
  /** Place in `VERDICTS` for every case. */
  readonly verdicts: Uint8Array
  /** Every deviation of the cases that left the path, with its place and kind. */
  readonly deviations: ReadonlyMap<number, readonly Deviation[]>
  readonly fitting: number
  readonly fittingSoFar: number
  readonly deviating: number
}

/**
 * Every case against the path, in time linear in the events. `concluded` says whether a case should lie wholly behind
 * us; an open case owes no steps yet.
 */
export function conform(
  histories: Histories,
  program: PathProgram,
  concluded: (caseIndex: number) => boolean = () => false,
): Conformance {
  const { caseCount, firstEvent, activity } = histories
  const { accepting } = program.automaton
  const verdicts = new Uint8Array(caseCount)
  const deviations = new Map<number, readonly Deviation[]>()
  let fitting = 0
  for (let index = 0; index < caseCount; index++) {
    const from = firstEvent[index] as number
    const to = firstEvent[index + 1] as number
    const state = runPath(program, activity, from, to)
    if (state >= 0 && accepting[state] === 1) {
      fitting++
      continue
    }
    const found =
      state >= 0 && !concluded(index)
        ? []
        : deviationsOf(program, activity, { from, to, closed: concluded(index) })
    verdicts[index] = found.length > 0 ? 2 : 1
    if (found.length > 0) deviations.set(index, found)
  }
  const deviating = deviations.size
  return { verdicts, deviations, fitting, deviating, fittingSoFar: caseCount - fitting - deviating }
}

/** The least number of moves to a complete run of the path, for every case; computed once for every variant. */
export function alignmentCosts(histories: Histories, program: PathProgram): Int32Array {
  const { firstEvent, activity } = histories
  const variants = variantsOf(histories)
  const costs = Int32Array.from(variants.example, (index) =>
    alignmentCost(program, activity, firstEvent[index] as number, firstEvent[index + 1] as number),
  )
  return variants.ofCase.map((variant) => costs[variant] as number)
}
