import { day, type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import * as contract from '../contract.ts'
import { refuse } from '../refusals.ts'
import { todayOf } from '../today.ts'
import { beginRound, disposeItems, endRound, passSeal, recordLaw, transfer } from './commands.ts'
import { titleOf } from './law.ts'
import {
  comparison,
  draftImpact,
  headOf,
  lawRows,
  pendingRows,
  powerDetail,
  powerRows,
  type ReformCases,
  reviewRows,
  revivals,
  roundsOf,
  roundView,
} from './reading.ts'
import type { Round } from './round.ts'

export interface ReformServices {
  readonly database: Database
  readonly countOpenCases?: (db: Db, item: string) => Promise<readonly { version: number; cases: number }[]>
  /** Without cases above, nothing is counted. */
  readonly reformCases?: ReformCases
}

const NO_CASES: ReformCases = {
  countSince: async () => [],
  volumes: async () => [],
  decidedBy: async () => 0,
  bounced: async () => [],
}

const startOf = (on: Day): EpochMs => instantOf(DEFAULT_ZONE, dayNumber(on))
const doing = ({ caller, now }: Pick<Call, 'caller' | 'now'>) => ({
  ...{ by: caller.account, at: now, today: todayOf(now) },
})
const orNull = (text: string | null) => (text === null ? null : day(text))

export const reformRoutes = (services: ReformServices): Route[] => [
  ...publicRoutes(services),
  ...roundRoutes,
  ...powerRoutes(services),
  ...lawRoutes,
  ...figureRoutes(services),
]

function publicRoutes({ database }: ReformServices): Route[] {
  const visiting = async <T>(asked: string | undefined, work: (db: Db) => Promise<T>) => {
    const jurisdiction = await jurisdictionOf(database, asked)
    return database.read({ jurisdiction, account: '', reach: 'none' }, work)
  }
  return [
    route(contract.listReview, ({ query, now }) =>
      visiting(query.jurisdiction, async (db) => ({ rows: await reviewRows(db, todayOf(now)) })),
    ),
    route(contract.listPowers, ({ query, now }) =>
      visiting(query.jurisdiction, async (db) => ({ rows: await powerRows(db, todayOf(now)) })),
    ),
    route(contract.compareItem, async ({ params: { item }, query, now }) =>
      comparison(database, {
        ...{ item, today: todayOf(now) },
        jurisdiction: await jurisdictionOf(database, query.jurisdiction),
      }),
    ),
  ]
}

const roundOr = (round: string, state: Round | undefined) => {
  if (!state) throw refuse('reform.no-such-round')
  return headOf(round, state)
}

const roundRoutes: Route[] = [
  route(contract.openRound, ({ params: { round }, body, ...call }) =>
    call.transaction(async (db) =>
      roundOr(round, await beginRound(db, { ...body, round, dueOn: day(body.dueOn) }, doing(call))),
    ),
  ),
  route(contract.listRounds, ({ read }) => read(async (db) => ({ rows: await roundsOf(db) }))),
  route(contract.getRound, ({ params: { round }, now, read }) =>
    read((db) => roundView(db, round, { today: todayOf(now), startOf })),
  ),
  route(contract.disposeItems, ({ params: { round }, body: { items, disposition }, ...call }) =>
    call.transaction(async (db) => {
      const given = { round, items, disposition: checked(disposition) }
      return roundOr(round, await disposeItems(db, given, doing(call)))
    }),
  ),
  route(contract.closeRound, ({ params: { round }, ...call }) =>
    call.transaction(async (db) => roundOr(round, await endRound(db, round, doing(call)))),
  ),
  route(contract.listPending, ({ now, read }) =>
    read(async (db) => ({ rows: await pendingRows(db, todayOf(now)) })),
  ),
]

/** Days that are none are refused before anything is decided on them. */
function checked(disposition: contract.Disposition): contract.Disposition {
  day(disposition.decidedOn)
  orNull(disposition.effectiveOn)
  for (const on of [disposition.question?.sentOn, disposition.question?.replyBy]) if (on) day(on)
  return disposition
}

function powerRoutes({ database, reformCases = NO_CASES }: ReformServices): Route[] {
  const rowOf = async (db: Db, item: string, now: EpochMs) => {
    const row = (await powerRows(db, todayOf(now))).find((one) => one.item === item)
    if (!row) throw refuse('reform.power-never-moved')
    return row
  }
  return [
    route(contract.movePower, ({ params: { item }, body: { on, document, ...handover }, ...call }) =>
      call.transaction(async (db) => {
        orNull(handover.trainedOn)
        await transfer(db, { item, on: day(on), document, handover }, doing(call))
        return rowOf(db, item, call.now)
      }),
    ),
    route(contract.handOverSeal, ({ params: { item }, body, ...call }) =>
      call.transaction(async (db) => {
        await passSeal(db, item, day(body.on), doing(call))
        return rowOf(db, item, call.now)
      }),
    ),
    // Both sides of a transfer are counted, which no unit sees of the other: numbers leave, no case of another unit.
    route(contract.getPower, ({ params: { item }, caller: { jurisdiction, account }, now }) =>
      database.read({ jurisdiction, account, reach: 'jurisdiction' }, (db) =>
        powerDetail(db, item, todayOf(now), reformCases),
      ),
    ),
  ]
}

const lawRoutes: Route[] = [
  route(contract.setLaw, ({ body: { law, ...body }, ...call }) =>
    call.transaction(async (db) => {
      await recordLaw(db, law, { ...body, from: day(body.from) }, doing(call))
      const row = (await lawRows(db, todayOf(call.now))).find((one) => one.law === titleOf(law))
      if (!row) throw new Error(`The law ${law} is not listed`)
      return row
    }),
  ),
  route(contract.listLaws, ({ now, read }) =>
    read(async (db) => ({ rows: await lawRows(db, todayOf(now)) })),
  ),
]

const figureRoutes = ({ database, countOpenCases, reformCases = NO_CASES }: ReformServices): Route[] => [
  route(contract.listRevivals, async ({ caller: { jurisdiction }, now }) => ({
    rows: await revivals(database, jurisdiction, todayOf(now), reformCases),
  })),
  route(contract.previewImpact, ({ params: { item }, read, now }) =>
    read((db) => draftImpact(db, item, todayOf(now), countOpenCases ?? (async () => []))),
  ),
]
