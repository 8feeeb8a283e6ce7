import type { Day } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { type Deciding, mustSayWhy } from './acting.ts'
import { actOnMeasure, standAside } from './commands.ts'
import { changeMeasure, changeProblem, changeRound } from './lists.ts'
import type { Measure, MeasureEvent } from './measure.ts'
import { draw, type Round } from './periods.ts'
import { mustBeAnother } from './planning.ts'
import { refuse } from './refusals.ts'
import { findMeasures } from './store.ts'

/** 抽查: a share of what is verified, by chance; each drawn measure knows since when, for papers made afterwards. */
export async function drawChecks(
  db: Db,
  { title, seed }: { readonly title: string; readonly seed: number },
  deciding: Deciding,
): Promise<Round | undefined> {
  const { actor, now, settings } = deciding
  const acting = { actor: actor.account, now }
  const verified = (await findMeasures(db)).flatMap(({ verified: done, measure }) => (done ? [measure] : []))
  const measures = draw(verified, settings.number('sampleShare'), seed)
  const round = newId(now)
  for (const measure of measures)
    await changeMeasure(db, measure, () => [{ type: 'DrawnForCheck', round }], acting)
  const from = verified.length
  return changeRound(db, round, () => [{ type: 'RoundDrawn', title, seed, from, measures }], acting)
}

interface Check {
  readonly round: string
  readonly stands: boolean
  readonly text: string
  readonly papersOn: readonly Day[]
}

/** A false closure opens the measure and its problems again, and counts twice against the unit. */
export async function checkClosure(db: Db, measure: string, check: Check, deciding: Deciding): Promise<void> {
  const { actor, now } = deciding
  const text = mustSayWhy(check.text)
  await standAside(db, measure, deciding, (state) => checked(state, { ...check, text }, deciding))
  const after = await actOnMeasure(db, measure, deciding, (state) =>
    checked(state, { ...check, text }, deciding),
  )
  if (check.stands || !after) return
  for (const problem of after.problems)
    await changeProblem(
      db,
      problem,
      (state) => (state?.closed ? [{ type: 'ProblemRelapsed', how: 'falseClosure', fact: text }] : []),
      { actor: actor.account, now },
    )
}

function checked(state: Measure, check: Check, deciding: Deciding): MeasureEvent[] {
  mustBeAnother(state, deciding)
  if (state.verified?.by === deciding.actor.account) throw refuse('problem.same-reviewer')
  if (!state.drawn.some(({ round }) => round === check.round)) throw refuse('measure.not-drawn')
  if (state.checks.some(({ round }) => round === check.round)) throw refuse('round.checked')
  const event: MeasureEvent = { type: 'ClosureChecked', ...check }
  return check.stands ? [event] : [event, { type: 'MeasureReopened', because: check.text }]
}
