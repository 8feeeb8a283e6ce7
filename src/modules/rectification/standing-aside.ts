import type { Db } from '#kernel/sql.ts'
import { refuseConflict } from '#modules/recusal/index.ts'
import type { Deciding } from './acting.ts'
import type { Measure } from './measure.ts'
import type { Problem } from './problem.ts'

/** What is judged: problems with their measures. */
export interface Judged {
  readonly problems: readonly Problem[]
  readonly measures: readonly Measure[]
}

/**
 * 回避: whoever verifies, closes or looks again neither served in the unit nor has a relation on record with it, with those
 * who answer for a measure, or with whoever raised the problem (《公务员法》第七十六条). That he is not of the unit and
 * answers for nothing himself the decisions say in their own words, before this is asked.
 */
export async function refuseRelated(
  db: Db,
  { problems, measures }: Judged,
  { actor, today }: Deciding,
): Promise<void> {
  const raisers = problems.flatMap((one) => one.raisers)
  const accounts = [
    ...measures.flatMap(({ leader, officer }) => [leader, officer]),
    ...problems.flatMap(({ contract }) => contract?.leader ?? []),
    ...raisers.flatMap((person) => [person, `resident/${person}`]),
  ]
  const units = [
    ...[...problems, ...measures].map(({ unit }) => unit),
    ...measures.flatMap((one) => one.units),
  ]
  await refuseConflict(
    db,
    { account: actor.account, units: [...new Set(units)], accounts: [...new Set(accounts)] },
    today,
  )
}
