import type { Db } from '#kernel/sql.ts'
import { findWithdrawn } from '#modules/findings/index.ts'
import type { Visit } from './visits/visit.ts'

/** Visits for counting: what was noted and afterwards withdrawn stays in the record of the visit and leaves its figures. */
export async function standingVisits<One extends Visit>(db: Db, visited: readonly One[]): Promise<One[]> {
  const noted = visited.flatMap(({ findings }) => findings.map(({ finding }) => finding))
  const withdrawn = await findWithdrawn(db, noted)
  return visited.map((visit) => ({
    ...visit,
    findings: visit.findings.filter(({ finding }) => !withdrawn.has(finding)),
  }))
}
