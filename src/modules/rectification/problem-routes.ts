import { day, dayOrNull } from '#kernel/day.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import type { z } from 'zod'
import { type Deciding, isOffice } from './acting.ts'
import { close, lookBack, reply } from './closing.ts'
import { actOnProblem, getProblem, registerProblem, triageProblem } from './commands.ts'
import { stopDue } from './clocks.ts'
import * as contract from './contract.ts'
import type { ProblemRow } from './contract.ts'
import { changeProblem } from './lists.ts'
import { inOrder } from './order.ts'
import { PROBLEM, type ProblemEvent, stateOf, triageOf } from './problem.ts'
import { refuse } from './refusals.ts'
import * as decide from './registering.ts'
import { nameRaiser, tellRaisers } from './raisers.ts'
import { allRows, problemSeen } from './reading.ts'
import { decidingOf, REACH, type RectificationServices } from './services.ts'
import { refuseRelated } from './standing-aside.ts'
import { findMeasuresOf, findRecord } from './store.ts'
import { calledIn, problemRow } from './views.ts'

const USUAL = 200

/** 问题: the register, and what is done with one of them. */
export const problemRoutes = (services: RectificationServices): Route[] => [
  route(contract.listProblems, (call) => call.read((db) => listOf(db, call))),
  route(contract.getProblem, (call) =>
    call.read(async (db) => {
      await getProblem(db, call.params.problem)
      return seenWide(services, call)
    }),
  ),
  route(contract.enterProblem, (call) =>
    call.transaction(async (db) => {
      const deciding = await decidingOf(db, call)
      const { raiser, ...body } = call.body
      if (!isOffice(deciding.actor) && (body.source !== 'selfCheck' || body.unit !== deciding.actor.unit))
        throw refuse('problem.own-unit-only')
      const days = { happenedOn: day(body.happenedOn), firstEnteredOn: dayOrNull(body.firstEnteredOn) }
      const given = { ...body, ...days, finding: null, sealed: false }
      const { problem, as } = await registerProblem(db, given, deciding)
      if (raiser) await nameRaiser(db, services, problem, raiser, deciding)
      return { ...(await problemSeen(db, services.vault, problem, deciding)), as }
    }, REACH),
  ),
  ...changing(services),
]

/** As the reader's own reach shows that it is there, with flags that compare it with what others have. */
async function seenWide({ database, vault }: RectificationServices, call: ProblemCall) {
  return database.read({ ...call.scope, ...REACH }, async (db) =>
    problemSeen(db, vault, call.params.problem, await decidingOf(db, call)),
  )
}

type ProblemCall = Call<{ problem: string }>
type BodyOf<E extends Endpoint> = z.output<E['body']>

function changing(services: RectificationServices): Route[] {
  /** One address, one decision; the answer is the problem as it stands afterwards. */
  const acts = <E extends Endpoint>(
    endpoint: E,
    work: (
      db: Db,
      call: Call<{ problem: string }, unknown, BodyOf<E>>,
      deciding: Deciding,
    ) => Promise<unknown>,
  ): Route =>
    route(endpoint, (async (call: Call<{ problem: string }, unknown, BodyOf<E>>) => {
      await call.read((db) => getProblem(db, call.params.problem))
      return call.transaction(async (db) => {
        const deciding = await decidingOf(db, call)
        await work(db, call, deciding)
        return problemSeen(db, services.vault, call.params.problem, deciding)
      }, REACH)
    }) as never)
  const decides = <E extends Endpoint>(
    endpoint: E,
    by: (
      body: BodyOf<E>,
      deciding: Deciding,
    ) => (state: Parameters<typeof decide.triage>[0]) => readonly ProblemEvent[],
  ): Route =>
    acts(endpoint, (db, { params, body }, deciding) =>
      actOnProblem(db, params.problem, deciding, by(body, deciding)),
    )
  return [
    acts(contract.triageProblem, async (db, { params: { problem }, body }, deciding) => {
      const after = await triageProblem(db, problem, body, deciding)
      if (after) await tellRaisers(db, services, after, deciding)
    }),
    decides(contract.rewordProblem, (body) => (state) => decide.reword(state, body)),
    decides(contract.reclassifyProblem, (body) => (state) => decide.reclassify(state, body)),
    acts(contract.carryOverProblem, async (db, { params: { problem }, body }, deciding) => {
      if (!(await findRecord('period')(db, body.period)))
        throw refuse('problem.period-unknown', { period: body.period })
      const given = { ...body, dueOn: day(body.dueOn) }
      return actOnProblem(db, problem, deciding, (state) => decide.carryOver(state, given, deciding))
    }),
    decides(contract.takeOnProblem, (body, deciding) => () => {
      const milestones = body.milestones.map(({ text, dueOn }) => ({ text, dueOn: day(dueOn) }))
      return decide.takeOn({ leader: body.leader, milestones }, deciding)
    }),
    decides(contract.reportProblem, (body, deciding) => (state) => decide.report(state, body, deciding)),
    acts(contract.nameRaiser, (db, { params: { problem }, body }, deciding) =>
      nameRaiser(db, services, problem, body, deciding),
    ),
    decides(contract.replyToRaiser, (body, deciding) => (state) => reply(state, body.text, deciding)),
    acts(contract.closeProblem, async (db, { params: { problem }, body }, deciding) => {
      const measures = await findMeasuresOf(db, [problem])
      const found = decide.open(await getProblem(db, problem), problem)
      close(found, measures, body, deciding)
      await refuseRelated(db, { problems: [found], measures }, deciding)
      await actOnProblem(db, problem, deciding, (state) => close(state, measures, body, deciding))
      await stopDue(db, PROBLEM + problem, '销号 closed out', {
        actor: deciding.actor.account,
        now: deciding.now,
      })
    }),
    acts(contract.lookBackAtProblem, async (db, { params: { problem }, body }, deciding) => {
      const measures = await findMeasuresOf(db, [problem])
      const found = await getProblem(db, problem)
      lookBack(found, measures, body, deciding)
      await refuseRelated(db, { problems: [found], measures }, deciding)
      const acting = { actor: deciding.actor.account, now: deciding.now }
      await changeProblem(
        db,
        problem,
        (state) => (state ? lookBack(state, measures, body, deciding) : []),
        acting,
      )
    }),
  ]
}

type ListCall = Call<unknown, z.output<typeof contract.listProblems.query>>

async function listOf(db: Db, call: ListCall): Promise<{ rows: ProblemRow[]; total: number }> {
  const deciding = await decidingOf(db, call)
  const { unit, category, source, triage, state, flag, period, search, order, limit = USUAL } = call.query
  const wanted = (await allRows(db, deciding)).filter(
    ({ problem, measures, flags }) =>
      (unit === undefined || problem.unit === unit) &&
      (category === undefined || problem.category === category) &&
      (source === undefined || [problem, ...problem.joined].some((one) => one.source === source)) &&
      (triage === undefined || triageOf(problem) === triage) &&
      (state === undefined || stateOf(problem, measures.length) === state) &&
      (flag === undefined || flags.includes(flag)) &&
      (period === undefined || problem.period === period) &&
      (search === undefined || problem.fact.includes(search) || problem.problem === search),
  )
  if (order === 'age') wanted.sort((a, b) => (a.problem.firstEnteredOn < b.problem.firstEnteredOn ? -1 : 1))
  const shown = (order === 'need' ? inOrder(wanted) : wanted).slice(0, limit)
  const called = await calledIn(db, { units: shown.map(({ problem }) => problem.unit) })
  return { rows: shown.map((row) => problemRow(row, deciding, called)), total: wanted.length }
}
