import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Caller, type Route, route } from '#platform/http/index.ts'
import { arrangementOf, departmentWork, fillDuty, windowSpan } from './arrangement.ts'
import type { HallCases } from './board.ts'
import * as commands from './commands.ts'
import * as contract from './contract.ts'
import { mayName, mustRun } from './managers.ts'
import { refuse } from './refusals.ts'
import { dutyCalendar } from './staffing.ts'
import { instantText } from './views.ts'

const CASES_SHOWN = 500

interface Services {
  readonly database: Database
  readonly cases: HallCases
}

/** What stands behind the page on which a hall is arranged, and the figures of its departments. */
export function arrangementRoutes({ database, cases }: Services): Route[] {
  /** Figures span all units, which not every reader's own reach does; no row of another unit leaves with them. */
  const counted = <T>({ jurisdiction, account }: Caller, work: (db: Db) => Promise<T>) =>
    database.read({ jurisdiction, account, reach: 'jurisdiction' }, work)
  return [
    route(contract.getHallArrangement, ({ params: { hall }, caller, now, read }) =>
      read((db) => arrangementOf(db, { hall, caller, now })),
    ),

    route(contract.fillDuty, ({ params: { counter }, body, ...call }) =>
      call.transaction(async (db) => {
        const { hall, units } = await commands.getCounter(db, counter)
        if (!mayName(call.caller, (await commands.getHall(db, hall)).unit, units))
          throw refuse('hall.not-the-manager')
        const span = { hall, from: day(body.from), until: day(body.until) }
        const by = { by: call.caller.account, at: call.now }
        const named = await fillDuty(db, { ...span, counter, account: body.account }, by)
        return { named, calendar: await dutyCalendar(db, span) }
      }),
    ),

    route(contract.listDepartmentWork, async ({ params: { hall }, query, caller, now, read }) => {
      const asked = { hall, from: day(query.from), until: day(query.until) }
      const span = await read((db) => windowSpan(db, asked))
      const work = await counted(caller, (db) => cases.windowWork(db, span))
      return read((db) => departmentWork(db, span, { counted: work, today: commands.todayOf(now) }))
    }),

    route(contract.listDepartmentCases, ({ params: { hall, unit }, query: { what, ...query }, read }) =>
      read(async (db) => {
        const span = await windowSpan(db, { hall, from: day(query.from), until: day(query.until) })
        const found = await cases.windowCases(db, span, { unit, what, limit: CASES_SHOWN })
        return {
          rows: found.map(({ itemNameZh, itemNameEn, receivedAt, ...row }) => ({
            ...row,
            itemName: { zh: itemNameZh, en: itemNameEn },
            receivedAt: instantText(receivedAt),
          })),
        }
      }),
    ),

    route(contract.putDepartment, ({ params: where, body, ...call }) =>
      call.transaction(async (db) => {
        mustRun(call.caller, (await commands.getHall(db, where.hall)).unit)
        const by = { by: call.caller.account, at: call.now }
        await commands.stationDepartment(db, where, { ...body, since: day(body.since) }, by)
        return { ...body, unit: where.unit }
      }),
    ),

    route(contract.withdrawDepartment, ({ params: where, body: { reason }, ...call }) =>
      call.transaction(async (db) => {
        mustRun(call.caller, (await commands.getHall(db, where.hall)).unit)
        const by = { by: call.caller.account, at: call.now }
        await commands.unstationDepartment(db, { ...where, reason }, by)
        return { unit: where.unit }
      }),
    ),
  ]
}
