import { randomInt } from 'node:crypto'
import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findPeople, rolesOf } from '#modules/access/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { maskText } from '#modules/vault/index.ts'
import { type Actor, dayAt, type Deciding } from './acting.ts'
import { startDue, stopDue } from './clocks.ts'
import { changeMeasure, changeProblem } from './lists.ts'
import { type Measure, MEASURE, type MeasureEvent } from './measure.ts'
import { passedOver } from './order.ts'
import { goFirst } from './closing.ts'
import * as plans from './planning.ts'
import { type Problem, PROBLEM, type ProblemEvent, triageOf } from './problem.ts'
import { refuse } from './refusals.ts'
import { refuseRelated } from './standing-aside.ts'
import { mustBeOneProblem, type NewProblem, open, recognise, register, triage } from './registering.ts'
import { settingsOn, SETTINGS_RECORD, type SettingsState } from './settings.ts'
import { findMeasure, findMeasuresOf, findProblem, findProblems, findRecord, holdUnit } from './store.ts'
import type { Triage } from './terms.ts'

const settingsRecord = findRecord<SettingsState>('settings')

/** The numbers in force now, with who acts and when. */
export async function decidingNow(db: Db, actor: Actor, now: EpochMs): Promise<Deciding> {
  const today = dayAt(now)
  const made = (await settingsRecord(db, SETTINGS_RECORD))?.state ?? { made: [] }
  return { actor, now, today, settings: settingsOn(made, today) }
}

const changed = ({ actor, now }: Deciding) => ({ actor: actor.account, now })

/** By chance, so that no number tells the next one: `W260302-48091`. */
async function freeNumber(
  letter: string,
  today: Day,
  isTaken: (number: string) => Promise<boolean>,
): Promise<string> {
  for (;;) {
    const number = `${letter}${today.slice(2).replaceAll('-', '')}-${String(randomInt(100_000)).padStart(5, '0')}`
    if (!(await isTaken(number))) return number
  }
}

export interface Registering extends NewProblem {
  /** What another judged before it came here, such as a finding, is not weighed for its wording. */
  readonly judged?: boolean
}

/** What became of an entry: a problem of its own, a voice more for one that stands, or the return of a closed one. */
export interface Entered {
  readonly problem: string
  readonly as: 'new' | 'same' | 'relapse'
}

/**
 * 登记问题: one entry per problem. The same fact is joined and counted once; what was closed not long ago and reads the
 * same has come back, and the closed one is opened again with a mark. The scope must reach the jurisdiction.
 */
export async function registerProblem(
  db: Db,
  { judged = false, ...told }: Registering,
  deciding: Deciding,
): Promise<Entered> {
  const given = { ...told, fact: maskText(told.fact.trim()) }
  if (!judged) mustBeOneProblem(given.fact)
  if (!(await findUnit(db, given.unit))) throw refuse('problem.no-such-unit', { unit: given.unit })
  if (given.period !== null && !(await findRecord('period')(db, given.period)))
    throw refuse('problem.period-unknown', { period: given.period })
  await holdUnit(db, given.unit)
  const known = recognise(given, await findProblems(db, given.unit), deciding)
  if (known.as === 'new') {
    const problem = await freeNumber(
      'W',
      deciding.today,
      async (one) => (await findProblem(db, one)) !== undefined,
    )
    await changeProblem(
      db,
      problem,
      () => register({ ...given, problem }, known.likeOf, deciding),
      changed(deciding),
    )
    return { problem, as: 'new' }
  }
  const { problem } = known.of
  if (known.as === 'heard') return { problem, as: 'same' }
  const { source, sourceId, fact } = given
  const events: ProblemEvent[] = [{ type: 'SourceJoined', source, sourceId, fact }]
  if (known.as === 'relapse') events.push({ type: 'ProblemRelapsed', how: 'newEntry', fact })
  await changeProblem(db, problem, () => events, changed(deciding))
  return { problem, as: known.as }
}

/** A problem as the reader sees it, or a refusal. */
export async function getProblem(db: Db, problem: string): Promise<Problem> {
  const found = await findProblem(db, problem)
  if (!found) throw refuse('problem.not-found', { problem })
  return found.state
}

export async function getMeasure(db: Db, measure: string): Promise<Measure> {
  const found = await findMeasure(db, measure)
  if (!found) throw refuse('measure.not-found', { measure })
  return found.state
}

/** Decides on a problem that is neither closed nor withdrawn. */
export const actOnProblem = (
  db: Db,
  problem: string,
  deciding: Deciding,
  decide: (state: Problem) => readonly ProblemEvent[],
) => changeProblem(db, problem, (state) => decide(open(state, problem)), changed(deciding))

export const actOnMeasure = (
  db: Db,
  measure: string,
  deciding: Deciding,
  decide: (state: Measure) => readonly MeasureEvent[],
) => changeMeasure(db, measure, (state) => decide(plans.planFor(state, measure)), changed(deciding))

export async function triageProblem(
  db: Db,
  problem: string,
  given: { readonly triage: Triage; readonly reason: string },
  deciding: Deciding,
): Promise<Problem | undefined> {
  const after = await actOnProblem(db, problem, deciding, (state) => triage(state, given, deciding))
  const last = after?.triages.at(-1)
  if (after && last) {
    const run = { subject: PROBLEM + problem, run: after.triages.length, dueOn: last.dueOn, unit: after.unit }
    await startDue(db, { ...run, holder: null, warnDays: null }, changed(deciding))
  }
  return after
}

async function ownersOf(db: Db, { leader, officer }: { readonly leader: string; readonly officer: string }) {
  const found = await findPeople(db, [leader, officer])
  const named = async (account: string): Promise<plans.Named | undefined> => {
    const person = found.find((one) => one.account === account)
    return person && { ...person, roles: await rolesOf(db, account) }
  }
  return { leader: await named(leader), officer: await named(officer) }
}

/** 制定措施: for one problem or several. Its date runs on a stored clock. */
export async function planMeasure(
  db: Db,
  given: Omit<plans.NewMeasure, 'measure'>,
  deciding: Deciding,
): Promise<string> {
  const problems: Problem[] = []
  for (const number of new Set(given.problems)) problems.push(open(await getProblem(db, number), number))
  const owners = await ownersOf(db, given)
  const measure = await freeNumber(
    'M',
    deciding.today,
    async (one) => (await findMeasure(db, one)) !== undefined,
  )
  const after = await changeMeasure(
    db,
    measure,
    () => plans.plan({ ...given, measure }, { problems, owners }, deciding),
    changed(deciding),
  )
  if (after) await startDueOf(db, after, deciding)
  return measure
}

const startDueOf = (db: Db, { measure, extensions, dueOn, unit, officer }: Measure, deciding: Deciding) =>
  startDue(
    db,
    {
      ...{ subject: MEASURE + measure, run: extensions.length + 1, dueOn, unit, holder: officer },
      warnDays: deciding.settings.number('warnDays'),
    },
    changed(deciding),
  )

export async function changeOwnersOf(
  db: Db,
  measure: string,
  given: { readonly leader: string; readonly officer: string; readonly reason: string },
  deciding: Deciding,
): Promise<void> {
  const { problems } = await getMeasure(db, measure)
  const owners = await ownersOf(db, given)
  const acute = await someAcute(db, problems)
  await actOnMeasure(db, measure, deciding, (state) =>
    plans.changeOwners(state, given, { owners, acute }, deciding),
  )
}

async function someAcute(db: Db, problems: readonly string[]): Promise<boolean> {
  for (const problem of problems) if (triageOf(await getProblem(db, problem)) === 'acute') return true
  return false
}

export async function extendMeasure(
  db: Db,
  measure: string,
  given: { readonly dueOn: string; readonly reason: string },
  deciding: Deciding,
): Promise<void> {
  const after = await actOnMeasure(db, measure, deciding, (state) => plans.extendTo(state, given))
  if (after) await startDueOf(db, after, deciding)
}

/** 报请验收; whoever goes before what people mind more says why. */
export async function handInMeasure(
  db: Db,
  measure: string,
  { text, deviation }: { readonly text: string; readonly deviation: string },
  deciding: Deciding,
): Promise<void> {
  const after = await actOnMeasure(db, measure, deciding, (state) => plans.handIn(state, text, deciding))
  for (const number of after?.problems ?? []) {
    const problem = await getProblem(db, number)
    if (problem.closed || problem.withdrawn) continue
    const before = passedOver(
      { problem, measures: await findMeasuresOf(db, [number]) },
      await openOfUnit(db, problem.unit),
    )
    await actOnProblem(db, number, deciding, (state) => goFirst(state, { before, reason: deviation }))
  }
}

async function openOfUnit(db: Db, unit: string) {
  const problems = (await findProblems(db, unit)).filter(
    (one) => !one.closed && !one.withdrawn && !one.sealed,
  )
  const measures = await findMeasuresOf(
    db,
    problems.map(({ problem }) => problem),
  )
  return problems.map((problem) => ({
    problem,
    measures: measures.filter((one) => one.problems.includes(problem.problem)),
  }))
}

/** Asked of the decision first, which says in its own words who is too near; then of what is on record about him. */
export async function standAside(
  db: Db,
  measure: string,
  deciding: Deciding,
  attempt: (state: Measure) => unknown,
): Promise<void> {
  const state = await getMeasure(db, measure)
  attempt(state)
  const problems: Problem[] = []
  for (const number of state.problems) problems.push(await getProblem(db, number))
  await refuseRelated(db, { problems, measures: [state] }, deciding)
}

export async function verifyMeasure(
  db: Db,
  measure: string,
  given: { readonly passed: boolean; readonly text: string },
  deciding: Deciding,
): Promise<void> {
  await standAside(db, measure, deciding, (state) => plans.verify(state, given, deciding))
  const after = await actOnMeasure(db, measure, deciding, (state) => plans.verify(state, given, deciding))
  if (after?.verified) await stopDue(db, MEASURE + measure, '验收通过 verified', changed(deciding))
}
