import type { Module } from '#kernel/module.ts'
import type { Db } from '#kernel/sql.ts'
import type { Deciding } from './acting.ts'
import { type UnitRow, unitRow } from './board.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { PROBLEM } from './problem.ts'
import { allRows } from './reading.ts'
import { findProblem } from './store.ts'

export type { Actor, Deciding } from './acting.ts'
export { problemFile } from './bundle-file.ts'
export { onRectificationClocks } from './clocks.ts'
export {
  actOnMeasure,
  decidingNow,
  type Entered,
  planMeasure,
  registerProblem,
  type Registering,
  triageProblem,
} from './commands.ts'
export { comment as commentOn, publish as publishCommitment } from './committing.ts'
export { followFindings, styleOf } from './follow.ts'
export { collectingFacts } from './institutions/facts.ts'
export { rectificationInstitutions } from './institutions/index.ts'
export { rectificationLists } from './lists.ts'
export { findProblems } from './store.ts'
export { rectificationRoutes } from './routes.ts'
export type { RectificationServices } from './services.ts'

/** A problem that was just classed grave, in the words that whoever looks for the person needs; undefined: something else happened. */
export async function graveProblemOf(
  db: Db,
  { type, stream, payload }: Pick<StoredEvent, 'type' | 'stream' | 'payload'>,
) {
  if (type !== 'ProblemTriaged' || payload['triage'] !== 'grave') return undefined
  const state = (await findProblem(db, stream.slice(PROBLEM.length)))?.state
  return (
    state && {
      problem: state.problem,
      unit: state.unit,
      fact: state.fact,
      finding: state.finding,
      sealed: state.sealed,
    }
  )
}

/** For later scores: what each unit owes, came back, was falsely closed. As far as the reader reaches. */
export async function rectificationFigures(db: Db, deciding: Deciding): Promise<UnitRow[]> {
  const rows = await allRows(db, deciding)
  const units = [...new Set(rows.map(({ problem }) => problem.unit))].sort()
  return units.map((unit) =>
    unitRow(
      unit,
      rows.filter(({ problem }) => problem.unit === unit),
      { heard: 0, signatures: [] },
      deciding.settings,
    ),
  )
}

/** 问题整改: problems with their measures, promised in public, verified by others, looked at again. */
export const rectification: Module = {
  name: 'rectification',
  title: { zh: '问题整改', en: 'Rectification' },
  needs: [
    'ledger',
    'calendar',
    'clocks',
    'registers',
    'organisation',
    'access',
    'vault',
    'residents',
    'institutions',
    'recusal',
    'findings',
  ],
}
