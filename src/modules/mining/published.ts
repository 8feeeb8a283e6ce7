import type { Histories } from '#engines/histories/index.ts'
import { type ConstraintProgram, layConstraints } from '#engines/rules/index.ts'
import { conform, type Conformance } from './conform.ts'
import { checkLog, type ConstraintConformance } from './constraints.ts'
import { type CompiledPath, programOf } from './published-path.ts'

/** A log against all that was published about it: the path and the constraints. */
export interface PublishedConformance {
  /** Place in `VERDICTS` for every case: the worse of its two verdicts. */
  readonly verdicts: Uint8Array
  readonly fitting: number
  readonly fittingSoFar: number
  readonly deviating: number
  readonly path: Conformance
  readonly program: ConstraintProgram
  readonly constraints: ConstraintConformance
}

export function conformToPublished(
  histories: Histories,
  published: CompiledPath,
  concluded: (caseIndex: number) => boolean,
): PublishedConformance {
  const path = conform(histories, programOf(published, histories), concluded)
  const program = layConstraints(published.constraints, histories.activities)
  const constraints = checkLog(histories, program, concluded)
  const verdicts = path.verdicts.map((verdict, index) => Math.max(verdict, constraints.verdicts[index] ?? 0))
  const counted = [0, 0, 0]
  for (const verdict of verdicts) counted[verdict] = (counted[verdict] ?? 0) + 1
  const [fitting = 0, fittingSoFar = 0, deviating = 0] = counted
  return { verdicts, fitting, fittingSoFar, deviating, path, program, constraints }
}
