import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import * as contract from '../contract.ts'
import type { RoundView } from '../contract.ts'
import { doingOf, REACH, todayAt } from '../doing.ts'
import { arrangeInspector } from '../arranging.ts'
import { numbers } from '../lists.ts'
import { numberOn, setNumber } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import { standingVisits } from '../standing.ts'
import * as store from '../store.ts'
import { INSPECTION_NUMBERS, isUndercover, KIND_CODES, NUMBER_CODES } from '../terms.ts'
import * as command from './commands.ts'
import { isSealed } from './round.ts'
import { drawView, reportView, roundRow, roundView } from './views.ts'

export interface RoundServices {
  readonly database: Database
}

type Deciding = Pick<Call, 'caller' | 'now' | 'read' | 'transaction' | 'scope'>

/** Rounds: planned, drawn by lot, followed and reported. */
export const roundRoutes = (services: RoundServices): Route[] => [
  ...poolRoutes,
  ...numberRoutes,
  route(contract.listRounds, ({ query, ...call }) =>
    listOf(services, call, query.year ?? Number(todayAt(call.now).slice(0, 4))),
  ),
  route(contract.openRound, ({ body, ...call }) =>
    call.transaction(async (db) => {
      const given = { ...body, from: day(body.from), until: day(body.until) }
      const round = await command.openRound(db, given, doingOf(call))
      return roundView(db, await command.getRound(db, round), call)
    }, REACH),
  ),
  route(contract.getRound, async ({ params: { round }, ...call }) => {
    const found = await call.read((db) => store.findRound(db, round))
    if (!found) return turnAway(services, call, round)
    if (!isSealed(found.state)) return wide(services, call, (db) => roundView(db, found.state, call))
    return call.transaction(
      async (db) => roundView(db, await command.noteView(db, round, doingOf(call)), call),
      REACH,
    )
  }),
  ...drawRoutes,
  route(contract.releaseRound, ({ params: { round }, ...call }) =>
    changing(call, round, (db) => command.releaseRound(db, round, doingOf(call))),
  ),
  route(contract.closeRound, ({ params: { round }, body, ...call }) =>
    changing(call, round, (db) => command.closeRound(db, round, body.text, doingOf(call))),
  ),
  route(contract.noticeWarning, async ({ params: { round }, body, ...call }) => {
    await changing(call, round, (db) => command.noticeWarning(db, round, body, doingOf(call)))
    return {}
  }),
  route(contract.getRoundReport, async ({ params: { round }, now, ...call }) => {
    const found = await call.read((db) => command.getRound(db, round))
    return wide(services, call, (db) => reportView(db, found, now))
  }),
]

const drawRoutes: Route[] = [
  route(contract.commitDraw, ({ params: { round }, body, ...call }) =>
    changing(call, round, (db) => command.commitDraw(db, round, body, doingOf(call))),
  ),
  route(contract.drawLots, ({ params: { round }, body, ...call }) =>
    changing(call, round, (db) => command.drawLots(db, round, body.word, doingOf(call))),
  ),
  route(contract.getDraw, ({ params: { round }, ...call }) =>
    call.read(async (db) => drawView(await command.getRound(db, round), call.caller.account)),
  ),
]

/** What the caller may see is changed by what he may do; the answer is what he sees afterwards. */
async function changing(
  call: Deciding,
  round: string,
  work: (db: Db) => Promise<unknown>,
): Promise<RoundView> {
  await call.read((db) => command.getRound(db, round))
  return call.transaction(async (db) => {
    await work(db)
    return roundView(db, await command.getRound(db, round), call)
  }, REACH)
}

/** "Not found", whether there is one or not; if there is, its team learns that somebody asked. */
async function turnAway({ database }: RoundServices, call: Deciding, round: string): Promise<never> {
  const { jurisdiction } = call.scope
  await database.transaction({ jurisdiction }, (db) => command.noteOutsider(db, round, doingOf(call)))
  throw refuse('inspection.not-found')
}

/** What the caller sees of a round is counted for everybody alike: also whether a finding of another unit was withdrawn. */
const wide = <T>(
  { database }: RoundServices,
  { scope }: Pick<Call, 'scope'>,
  work: (db: Db) => Promise<T>,
): Promise<T> => database.read({ ...scope, ...REACH }, work)

async function listOf(services: RoundServices, call: Pick<Call, 'read' | 'scope' | 'now'>, year: number) {
  const span = { from: day(`${year}-01-01`), until: day(`${year}-12-31`) }
  const found = (await call.read((db) => store.findRounds(db, span))).map(({ state }) => state)
  const seen = new Set(found.map(({ round }) => round))
  const visited = await wide(services, call, async (db) => {
    const stored = (await store.findVisits(db, span)).map(({ state }) => state)
    return standingVisits(
      db,
      stored.filter(({ round }) => seen.has(round)),
    )
  })
  return {
    rows: found.map((round) =>
      roundRow(
        round,
        visited.filter((visit) => visit.round === round.round),
        call.now,
      ),
    ),
    byKind: KIND_CODES.flatMap((kind) => {
      const rounds = found.filter((one) => one.kind === kind).length
      return rounds > 0 ? [{ kind, rounds }] : []
    }),
  }
}

const poolRoutes: Route[] = [
  route(contract.listInspectors, ({ now, ...call }) =>
    call.read(async (db) => {
      const pool = (await store.findInspectors(db)).map(({ state }) => state)
      const people = new Map(
        (
          await findPeople(
            db,
            pool.map(({ account }) => account),
          )
        ).map((one) => [one.account, one]),
      )
      const year = todayAt(now).slice(0, 4)
      const span = { from: day(`${year}-01-01`), until: day(`${year}-12-31`) }
      const visited = (await store.findVisits(db, span)).filter(({ state }) => !isUndercover(state.kind))
      return {
        rows: pool.map(({ account, skills, left }) => ({
          ...{ account, skills, left: left !== null },
          name: people.get(account)?.name ?? account,
          unit: people.get(account)?.unit ?? null,
          visits: visited.filter(({ state }) => state.inspectors.includes(account)).length,
        })),
      }
    }),
  ),
  route(contract.enrolInspector, ({ params: { account }, body, ...call }) =>
    call.transaction(async (db) => {
      await arrangeInspector(db, account, body, doingOf(call))
      return {}
    }, REACH),
  ),
]

const numberRoutes: Route[] = [
  route(contract.listInspectionNumbers, ({ now, ...call }) =>
    call.read(async (db) => {
      const known = new Map((await store.findNumbers(db)).map(({ state }) => [state.name, state]))
      return {
        rows: NUMBER_CODES.map((name) => {
          const { zh, en, usual } = INSPECTION_NUMBERS[name]
          const value = numberOn(known.get(name), name, todayAt(now))
          return { name, title: { zh, en }, value, usual, set: [...(known.get(name)?.set ?? [])].reverse() }
        }),
      }
    }),
  ),
  route(contract.setInspectionNumber, ({ params: { name }, body, ...call }) =>
    call.transaction(async (db) => {
      const decide = () => setNumber({ ...body, from: day(body.from) }, todayAt(call.now))
      await changeFolded(db, numbers, name, decide, doingOf(call))
      return {}
    }, REACH),
  ),
]
