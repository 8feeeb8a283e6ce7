import type { Db } from '#kernel/sql.ts'
import type { PublishedPath } from '#engines/rules/index.ts'
import { findStates } from '#modules/cases/index.ts'
import { ACTIVITY, HALL_LOG } from './profile.ts'

/**
 * The path that an item publishes, in the words of the hall's log: read from the plan that a case of it took over from the
 * guide. Undefined for other logs, which publish their path themselves.
 */
export async function publishedStepsOf(
  db: Db,
  log: string,
  caseId: string,
): Promise<PublishedPath | undefined> {
  const [stored] = log === HALL_LOG ? await findStates(db, [caseId]) : []
  if (!stored) return undefined
  const { steps } = stored.state.plan
  const groups = [...new Set(steps.map(({ group }) => group))].sort((a, b) => a - b)
  const between = groups.map((group) => {
    const names = steps.filter((step) => step.group === group).map(({ name }) => name)
    const [only, ...others] = names
    return only !== undefined && others.length === 0 ? only : { parallel: names.map((name) => [name]) }
  })
  return [
    ACTIVITY.received,
    { optional: [ACTIVITY.supplementNotice, ACTIVITY.supplied] },
    {
      choice: [[ACTIVITY.accepted, ...between, ACTIVITY.decided], [ACTIVITY.decidedAtOnce]],
    },
    { optional: [ACTIVITY.delivered] },
  ]
}
