import type { Db } from '#kernel/sql.ts'
import type { Vault } from '#modules/vault/index.ts'
import { findPeople, findStaffOf } from '#modules/access/index.ts'
import { type Deciding, isHeadOf, isLeader, isOffice } from './acting.ts'
import { type Row, rowsOf } from './board.ts'
import { getMeasure, getProblem } from './commands.ts'
import type { MeasureView, ProblemView } from './contract.ts'
import type { Looking } from './flags.ts'
import { alikeAcrossUnits } from './likeness.ts'
import type { Measure } from './measure.ts'
import { raiserCode } from './services.ts'
import { findMeasures, findMeasuresOf, findProblems } from './store.ts'
import { activityOf, timelineOf } from './timeline.ts'
import { calledIn, instantText, measureView, peopleOf, problemRow } from './views.ts'

/** Every problem that the reader sees with its measures and what is noticed of them. */
export async function allRows(db: Db, deciding: Deciding): Promise<Row[]> {
  return rowsOf({ problems: await findProblems(db), measures: await findMeasures(db) }, deciding)
}

/** What flags of a few are computed with. The scope must reach the jurisdiction. */
async function lookingAt(db: Db, deciding: Deciding): Promise<Looking & Deciding> {
  const all = await findMeasures(db)
  const alike = alikeAcrossUnits(
    all.flatMap(({ measure, unit, units, action, result }) =>
      units.length === 1 ? [{ id: measure, unit, text: `${action}${result}` }] : [],
    ),
    deciding.settings.number('boilerplate'),
  )
  return { ...deciding, alike, commonAlone: new Set() }
}

export async function measureSeen(db: Db, measure: string, deciding: Deciding): Promise<MeasureView> {
  const state = await getMeasure(db, measure)
  const called = await calledIn(db, { people: peopleOf(state), units: [state.unit] })
  return measureView(state, await lookingAt(db, deciding), called)
}

export async function measuresSeen(
  db: Db,
  states: readonly Measure[],
  deciding: Deciding,
): Promise<MeasureView[]> {
  const called = await calledIn(db, {
    people: states.flatMap(peopleOf),
    units: states.map(({ unit }) => unit),
  })
  const looking = await lookingAt(db, deciding)
  return states.map((state) => measureView(state, looking, called))
}

export async function problemSeen(
  db: Db,
  vault: Pick<Vault, 'mark'>,
  problem: string,
  deciding: Deciding,
): Promise<ProblemView> {
  const state = await getProblem(db, problem)
  const measures = await findMeasuresOf(db, [problem])
  const row = (await allRows(db, deciding)).find((one) => one.problem.problem === problem)
  const happened = timelineOf(state, measures)
  const { contract } = state
  const people = await findPeople(db, [...new Set(happened.map(({ by }) => by))])
  const called = await calledIn(db, {
    people: [...people.map(({ account }) => account), ...(contract ? [contract.leader] : [])],
    units: [state.unit],
  })
  const { person } = called
  const act = ({ at, by, text }: { at: number; by: string; text: string }) => ({
    ...{ at: instantText(at), by: person(by), text },
  })
  const office = isOffice(deciding.actor)
  return {
    ...problemRow(row ?? { problem: state, measures, flags: [] }, deciding, called),
    ...{ sourceId: state.sourceId, finding: state.finding, matter: state.matter, likeOf: state.likeOf },
    ...{ apartBecause: state.apartBecause, sealed: state.sealed, raised: state.raisers.length > 0 },
    code: office ? raiserCode(db, vault, problem) : null,
    joined: state.joined.map(({ source, sourceId, fact, at }) => ({
      source,
      sourceId,
      fact,
      at: instantText(at),
    })),
    contract: contract && {
      leader: person(contract.leader),
      milestones: contract.milestones.map(({ text, dueOn, reached }) => ({
        ...{ text, dueOn, reachedAt: reached && instantText(reached.at) },
      })),
      reports: contract.reports.map(act),
    },
    replies: state.replies.map(act),
    opinions: state.opinions.map((one) => ({ ...act(one), solved: one.solved })),
    lookBackOn: state.closed?.lookBackOn ?? null,
    measuresShown: await measuresSeen(db, measures, deciding),
    timeline: happened.map(({ at, by, what, text }) => ({ at: instantText(at), by: person(by), what, text })),
    activity: activityOf(happened, { from: state.firstEnteredOn, until: deciding.today }),
    staff: (await findStaffOf(db, [state.unit])).map(({ account, name }) => ({ account, name })),
    may: mayOf(state, deciding),
  }
}

function mayOf(
  state: Awaited<ReturnType<typeof getProblem>>,
  { actor, today }: Deciding,
): ProblemView['may'] {
  const open = state.closed === null && state.withdrawn === null
  const keeps = isOffice(actor) || isLeader(actor)
  const own = actor.unit === state.unit && (actor.roles.includes('officer') || isHeadOf(actor, state.unit))
  const another =
    state.closed !== null && ![state.closed.by, ...state.closed.verifiers].includes(actor.account)
  return {
    plan: open && (own || isOffice(actor)),
    triage: open && keeps,
    close: open && keeps && !own,
    lookBack: another && keeps && today >= (state.closed?.lookBackOn ?? today),
    reply: open && (own || isOffice(actor)),
    report: open && state.contract?.leader === actor.account,
    keep: open && isOffice(actor),
  }
}
