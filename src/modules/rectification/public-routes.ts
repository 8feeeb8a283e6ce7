import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { limiter, type Route, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import { maskText } from '#modules/vault/index.ts'
import { dayAt } from './acting.ts'
import { actOnMeasure, actOnProblem, decidingNow } from './commands.ts'
import { comment } from './committing.ts'
import * as contract from './contract.ts'
import type { Commitment, CommitmentView, RaisedProblem } from './contract.ts'
import { isOverdue, type Measure, measureStateOf } from './measure.ts'
import { isLate } from './planning.ts'
import { type Problem, stateOf, triageOf } from './problem.ts'
import { refuse } from './refusals.ts'
import { raiserCode, type RectificationServices } from './services.ts'
import { findCommitments, findMeasure, findMeasuresOf, findProblem, findRaisedBy } from './store.ts'
import { calledIn, type Called, instantText } from './views.ts'

/** A code has 31^8 values; who tries many is stopped before he finds one. Readers write so often and no more. */
const GUESSES = { most: 20, windowMs: 10 * 60_000 }
const COMMENTS = { most: 10, windowMs: 60 * 60_000 }

export const publicRoutes = (services: RectificationServices): Route[] => [
  ...commitmentRoutes(services),
  ...raiserRoutes(services),
]

/** Whoever reads or writes without a session is `portal`; what he may see is what was published. */
const scopeFor = async ({ database }: RectificationServices, asked: string | undefined) => {
  const jurisdiction = await jurisdictionOf(database, asked)
  return { jurisdiction, account: 'portal', reach: 'jurisdiction' } as const
}

function commitmentRoutes(services: RectificationServices): Route[] {
  const { database } = services
  const writing = limiter(COMMENTS)
  return [
    route(contract.listCommitments, async ({ query, now }) =>
      database.read(await scopeFor(services, query.jurisdiction), async (db) => {
        const found = await findCommitments(db, query.unit)
        const called = await calledFor(db, found)
        const rows = found.map((state) => commitment(state, called, now))
        return { rows: query.overdue === 'yes' ? rows.filter(({ overdue }) => overdue) : rows }
      }),
    ),
    route(contract.getCommitment, async ({ params, query, now }) =>
      database.read(await scopeFor(services, query.jurisdiction), (db) => viewOf(db, params.measure, now)),
    ),
    route(contract.commentOnCommitment, async ({ params: { measure }, body, address, now }) => {
      writing.check(address, now)
      writing.count(address, now)
      return database.transaction(await scopeFor(services, body.jurisdiction), async (db) => {
        await viewOf(db, measure, now)
        const deciding = await decidingNow(db, { account: 'reader', unit: null, roles: [] }, now)
        const given = { comment: newId(now), solved: body.solved, text: maskText(body.text) }
        await actOnMeasure(db, measure, deciding, (state) => comment(state, given))
        return viewOf(db, measure, now)
      })
    }),
  ]
}

async function viewOf(db: Db, measure: string, now: number): Promise<CommitmentView> {
  const state = (await findMeasure(db, measure))?.state
  if (!state || state.published.length === 0) throw refuse('commitment.not-found', { measure })
  const called = await calledFor(db, [state])
  return {
    ...commitment(state, called, now),
    history: state.published
      .slice(0, -1)
      .reverse()
      .map(({ at, problem, action, result, dueOn }) => ({
        at: instantText(at),
        problem,
        action,
        result,
        dueOn,
      })),
    answered: state.comments.flatMap(({ at, solved, text, answered }) =>
      answered ? [{ at: instantText(at), solved, text, answer: answered.text }] : [],
    ),
  }
}

const calledFor = (db: Db, states: readonly Measure[]) =>
  calledIn(db, {
    units: states.map(({ unit }) => unit),
    people: states.flatMap(({ leader, officer }) => [leader, officer]),
  })

/** As it was published; the date that was promised stands until another is published. */
function commitment(state: Measure, called: Called, now: number): Commitment {
  const shown = state.published.at(-1) ?? { problem: '', action: '', result: '', dueOn: state.dueOn }
  const { problem, action, result, dueOn } = shown
  return {
    ...{ measure: state.measure, problem, action, result, dueOn },
    unit: called.unit(state.unit),
    leader: called.person(state.leader),
    officer: called.person(state.officer),
    state: measureStateOf(state),
    overdue: isOverdue(state) || (state.verified === null && isLate({ ...state, dueOn }, dayAt(now))),
    notSolved: state.comments.filter(({ solved }) => !solved).length,
    changed: state.published.length - 1,
  }
}

function raiserRoutes(services: RectificationServices): Route[] {
  const { database, vault } = services
  const guesses = limiter(GUESSES)
  const proved = async (db: Db, problem: string, code: string, knock: { address: string; now: number }) => {
    const state = (await findProblem(db, problem))?.state
    if (state && state.raisers.length > 0 && raiserCode(db, vault, problem) === code.trim().toUpperCase())
      return state
    guesses.count(knock.address, knock.now)
    throw refuse('problem.wrong-code', { problem })
  }
  return [
    route(contract.getRaisedProblem, async ({ params, query, address, now }) => {
      guesses.check(address, now)
      return database.read(await scopeFor(services, query.jurisdiction), async (db) =>
        raisedView(db, await proved(db, params.problem, query.code, { address, now })),
      )
    }),
    route(contract.speakOnProblem, async ({ params: { problem }, body, address, now }) => {
      guesses.check(address, now)
      return database.transaction(await scopeFor(services, body.jurisdiction), async (db) => {
        const state = await proved(db, problem, body.code, { address, now })
        const account = `resident/${state.raisers[0] ?? ''}`
        const deciding = await decidingNow(db, { account, unit: null, roles: [] }, now)
        const said = { type: 'RaiserSpoke', solved: body.solved, text: maskText(body.text) } as const
        const after = await actOnProblem(db, problem, deciding, () => [said])
        return raisedView(db, after ?? state)
      })
    }),
    route(contract.listOwnProblems, async ({ caller }) => {
      const scope = {
        jurisdiction: caller.jurisdiction,
        account: caller.account,
        reach: 'jurisdiction',
      } as const
      return database.read(scope, async (db) => {
        const person = caller.account.replace(/^resident\//, '')
        const rows: (RaisedProblem & { code: string })[] = []
        for (const state of await findRaisedBy(db, person))
          rows.push({ ...(await raisedView(db, state)), code: raiserCode(db, vault, state.problem) })
        return { rows }
      })
    }),
  ]
}

/** What whoever raised it sees: nothing of other people, nothing of what is kept inside. */
async function raisedView(db: Db, state: Problem): Promise<RaisedProblem> {
  const called = await calledIn(db, { units: [state.unit] })
  const measures = await findMeasuresOf(db, [state.problem])
  const last = state.triages.at(-1)
  return {
    problem: state.problem,
    unit: called.unit(state.unit),
    fact: state.fact,
    state: stateOf(state, measures.length),
    triage: triageOf(state),
    limitOn: last?.dueOn ?? null,
    replies: state.replies.map(({ at, text }) => ({ at: instantText(at), text })),
    opinions: state.opinions.map(({ at, solved, text }) => ({ at: instantText(at), solved, text })),
    maySpeak: state.replies.length > 0 && state.closed === null && state.withdrawn === null,
  }
}
