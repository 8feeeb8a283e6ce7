import { day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Caller, type Route, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import { admissionRoutes } from './admission/routes.ts'
import { arrangementRoutes } from './arrangement-routes.ts'
import { boards, type HallCases, type OfUnit } from './board.ts'
import * as commands from './commands.ts'
import * as contract from './contract.ts'
import type { CounterView, DepartmentWall, WallCard } from './contract.ts'
import { mayName, mustRun, runsHall } from './managers.ts'
import { refuse } from './refusals.ts'
import { dutyCalendar, type DutySpan, staffing, startOf } from './staffing.ts'
import { mustFit } from './queue/load.ts'
import { findCounter } from './counter-store.ts'
import { findHalls } from './store.ts'
import { badgeView, counterViews, hallView, instantText, seatView, unitNames } from './views.ts'

export interface HallServices {
  readonly database: Database
  readonly isAccount: (db: Db, account: string) => Promise<boolean>
  /** What lies beside or above, handed in by the composer. */
  readonly cases: HallCases
  readonly cards: (
    db: Db,
    asked: { readonly unit?: string; readonly now: EpochMs; readonly limit: number },
  ) => Promise<
    Pick<DepartmentWall, 'yellowCards' | 'redCards'> & { readonly cards: readonly OfUnit<WallCard>[] }
  >
}

export const hallRoutes = (services: HallServices): Route[] => [
  ...publicRoutes(services),
  ...arrangingRoutes(services),
  ...servingRoutes,
  ...readingRoutes(services),
  ...arrangementRoutes(services),
  ...admissionRoutes({ database: services.database, countEntered: services.cases.entered }),
]

function publicRoutes({ database, cases }: HallServices): Route[] {
  const boardOf = boards(database, cases)
  const visiting = async <T>(asked: string | undefined, work: (db: Db) => Promise<T>) => {
    const jurisdiction = await jurisdictionOf(database, asked)
    return database.read({ jurisdiction, account: '', reach: 'none' }, work)
  }
  return [
    route(contract.listHalls, ({ query }) =>
      visiting(query.jurisdiction, async (db) => ({ rows: (await findHalls(db)).map(hallView) })),
    ),
    route(contract.getHallBoard, async ({ query, now }) =>
      boardOf(await jurisdictionOf(database, query.jurisdiction), query.hall, now),
    ),
    route(contract.getBadge, ({ params, query, now }) =>
      visiting(query.jurisdiction, (db) => badgeView(db, params.badge, now)),
    ),
  ]
}

const doing = ({ caller, now }: { readonly caller: Caller; readonly now: EpochMs }) => ({
  by: caller.account,
  at: now,
})

function arrangingRoutes({ isAccount }: HallServices): Route[] {
  const mustRunAny = async (db: Db, caller: Caller) => {
    if (caller.roles.includes('systemAdministrator')) return
    if (!(await findHalls(db)).some(({ unit }) => runsHall(caller, unit)))
      throw refuse('hall.not-the-manager')
  }
  return [
    route(contract.putHall, ({ params: { hall }, body, ...call }) =>
      call.transaction(async (db) => {
        const before = (await findHalls(db)).find((one) => one.hall === hall)
        // Nobody but the administrator opens a hall: a head of unit would only have to name the own unit.
        if (before) mustRun(call.caller, before.unit)
        else if (!call.caller.roles.includes('systemAdministrator')) throw refuse('hall.not-the-manager')
        await commands.registerHall(db, hall, body, doing(call))
        return { ...body, hall }
      }),
    ),
    route(contract.putCounter, ({ params: { counter }, body, ...call }) =>
      call.transaction(async (db) => {
        mustRun(call.caller, (await commands.getHall(db, body.hall)).unit)
        if (!(await findCounter(db, counter))) await mustFit(db, body.hall, { counters: 1 }, doing(call))
        await commands.registerCounter(db, counter, body, doing(call))
        return viewOf(db, counter, call.now)
      }),
    ),
    route(contract.putBadge, ({ params: { badge }, body, ...call }) =>
      call.transaction(async (db) => {
        await mustRunAny(db, call.caller)
        if (!(await isAccount(db, body.account)))
          throw refuse('hall.no-such-account', { account: body.account })
        const lentUntil = body.lentUntil === null ? null : day(body.lentUntil)
        await commands.issueBadge(db, badge, { ...body, lentUntil }, doing(call))
        return badgeView(db, badge, call.now)
      }),
    ),
    route(contract.withdrawBadge, ({ params: { badge }, body, ...call }) =>
      call.transaction(async (db) => {
        await mustRunAny(db, call.caller)
        await commands.withdrawBadge(db, { badge, ...body }, doing(call))
        return badgeView(db, badge, call.now)
      }),
    ),
    route(contract.setDuty, ({ params, body, ...call }) =>
      call.transaction(async (db) => {
        const { hall, units } = await commands.getCounter(db, body.counter)
        if (!mayName(call.caller, (await commands.getHall(db, hall)).unit, units))
          throw refuse('hall.not-the-manager')
        await commands.setDuty(db, { ...body, day: params.day }, doing(call))
        return dutyCalendar(db, { hall, from: day(params.day), until: day(params.day) })
      }),
    ),
  ]
}

async function viewOf(db: Db, counter: string, now: EpochMs): Promise<CounterView> {
  const [view] = await counterViews(db, [await commands.getCounter(db, counter)], now)
  if (!view) throw refuse('hall.no-such-counter', { counter })
  return view
}

const servingRoutes: Route[] = [
  route(contract.getSeat, ({ caller, now, read }) => read((db) => seatView(db, caller.account, now))),
  route(contract.takeSeat, ({ params: { counter }, body, ...call }) =>
    call.transaction(async (db) => {
      await commands.takeSeat(db, { counter, badge: body.badge }, doing(call))
      return viewOf(db, counter, call.now)
    }),
  ),
  route(contract.leaveSeat, ({ params: { counter }, ...call }) =>
    call.transaction(async (db) => {
      await commands.leaveSeat(db, counter, doing(call))
      return viewOf(db, counter, call.now)
    }),
  ),
  route(contract.setCounterState, ({ params: { counter }, body, ...call }) =>
    call.transaction(async (db) => {
      const { hall } = await commands.getCounter(db, counter)
      const manager = runsHall(call.caller, (await commands.getHall(db, hall)).unit)
      await commands.setCounterState(db, { counter, ...body, manager }, doing(call))
      return viewOf(db, counter, call.now)
    }),
  ),
]

const WALL_CASES = 60
const WALL_CARDS = 30

function readingRoutes({ database, cases, cards }: HallServices): Route[] {
  const spanOf = ({
    hall,
    from,
    until,
  }: {
    hall?: string | undefined
    from: string
    until: string
  }): DutySpan => ({
    hall,
    from: day(from),
    until: day(until),
  })
  return [
    route(contract.getDuty, ({ query, read }) => read((db) => dutyCalendar(db, spanOf(query)))),
    route(contract.getStaffing, async ({ query, now, caller, read }) => {
      const span = spanOf(query)
      // Counts by counter, for whoever may see the hall: no row of another unit leaves with them.
      const whole = {
        jurisdiction: caller.jurisdiction,
        account: caller.account,
        reach: 'jurisdiction',
      } as const
      const counted = await database.read(whole, (db) =>
        cases.countByCounter(db, startOf(span.from), Math.max(now, startOf(span.until))),
      )
      return { rows: await read((db) => staffing(db, span, { now, cases: counted })) }
    }),
    route(contract.getDepartmentWall, ({ params: { unit }, now, caller, read }) => {
      // Row-level security would answer with an empty wall, which reads like «nothing to do».
      if (caller.reach !== 'jurisdiction' && caller.unit !== unit) throw refuse('hall.other-unit')
      return read((db) => wallOf(db, { cases, cards }, { unit, now }))
    }),
  ]
}

const EVERY_UNIT = { zh: '全部单位', en: 'All departments' }

/** A wall of one unit, or of all of them; each row says whose it is. */
async function wallOf(
  db: Db,
  { cases, cards }: Pick<HallServices, 'cases' | 'cards'>,
  { unit, now }: { readonly unit: string; readonly now: EpochMs },
): Promise<DepartmentWall> {
  const all = unit === contract.ALL_UNITS
  const asked = all ? { now } : { unit, now }
  const open = await cases.openOf(db, { ...asked, limit: WALL_CASES })
  const raised = await cards(db, { ...asked, limit: WALL_CARDS })
  const rows = [...open.cases, ...raised.cards]
  const names = await unitNames(db, [unit, ...rows.flatMap((row) => (row.unit === null ? [] : [row.unit]))])
  const named = <Row extends { readonly unit: string | null }>(row: Row) => ({
    ...row,
    unit: row.unit === null ? null : names(row.unit).name,
  })
  return {
    at: instantText(now),
    unit: all ? { unit, name: EVERY_UNIT } : names(unit),
    ...open,
    ...raised,
    cases: open.cases.map(named),
    cards: raised.cards.map(named),
  }
}
