import { day, type Day, dayOrNull } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Caller, type Route, route } from '#platform/http/index.ts'
import { findItemsInForce } from '#modules/catalogue/index.ts'
import { getHall, todayOf } from '../commands.ts'
import * as contract from '../contract.ts'
import { mustRun, runsHall, runsOrSetsUp } from '../managers.ts'
import { mustFit } from '../queue/load.ts'
import { refuse as refuseInHall } from '../refusals.ts'
import { findCounters } from '../counter-store.ts'
import type { Admission, AdmissionEvent } from './admission.ts'
import * as decide from './admission.ts'
import { admissionsOf, type CountEntered } from './reading.ts'
import { refuse } from './refusals.ts'
import { changeAdmission } from './streams.ts'

interface Services {
  readonly database: Database
  readonly countEntered: CountEntered
}

interface Recording {
  readonly hall: string
  readonly items: readonly string[]
}
type Deciding = (state: Admission | undefined, unit: string) => readonly AdmissionEvent[]

/** The same for each of the items, or for none of them. `mayFor` says whether the caller may for a unit. */
async function forEach(
  db: Db,
  { hall, items }: Recording,
  call: Pick<Call, 'caller' | 'now'>,
  { mayFor, decision }: { mayFor?: (unit: string) => boolean; decision: Deciding },
) {
  await getHall(db, hall)
  const known = new Map((await findItemsInForce(db, todayOf(call.now))).map(({ item, unit }) => [item, unit]))
  for (const item of items) {
    const unit = known.get(item)
    if (unit === undefined) throw refuse('admission.not-in-catalogue', { item })
    if (mayFor && !mayFor(unit)) throw refuseInHall('hall.not-the-manager')
    const by = { actor: call.caller.account, now: call.now }
    await changeAdmission(db, { hall, item }, (state) => decision(state, unit), by)
  }
  return { items: [...items] }
}

/** The head of the department whose item it is, or of the unit that runs the hall. */
const ofUnit = async (db: Db, hall: string, caller: Caller) => {
  const { unit: manager } = await getHall(db, hall)
  return (unit: string) => runsOrSetsUp(caller, manager) || runsHall(caller, unit)
}

export const admissionRoutes = ({ database, countEntered }: Services): Route[] => [
  // The gap list spans all units; figures leave with it, no case.
  route(contract.listAdmissions, async ({ params: { hall }, caller, now }) => {
    const { jurisdiction, account } = caller
    return database.read({ jurisdiction, account, reach: 'jurisdiction' }, async (db) => {
      const { unit } = await getHall(db, hall)
      const list = await admissionsOf(db, { hall, today: todayOf(now), countEntered })
      return { ...list, mayArrange: runsOrSetsUp(caller, unit) }
    })
  }),

  route(contract.requestAdmission, ({ params: { hall }, body: { items, reason }, ...call }) =>
    call.transaction(async (db) => {
      const on = todayOf(call.now)
      const mayFor = await ofUnit(db, hall, call.caller)
      const decision: Deciding = (state, unit) => decide.request(state, { unit, on, reason })
      return forEach(db, { hall, items }, call, { mayFor, decision })
    }),
  ),

  route(contract.approveAdmission, ({ params: { hall }, body: { items, ...body }, ...call }) =>
    call.transaction(async (db) => {
      const approval = { ...body, on: todayOf(call.now), entryOn: day(body.entryOn) }
      // HALL-06: what comes in must find room, as the plan of the hall has it.
      await mustFit(db, hall, { counters: 0 }, { at: call.now })
      const counter = (await findCounters(db, hall)).find((one) => one.counter === body.counter)
      const decision: Deciding = (state, unit) => {
        if (!counter?.units.includes(unit))
          throw refuse('admission.counter-elsewhere', { counter: body.counter })
        return decide.approve(state, approval)
      }
      return forEach(db, { hall, items }, call, { decision })
    }),
  ),

  route(contract.exemptItems, ({ params: { hall }, body: { items, ...body }, ...call }) =>
    call.transaction(async (db) => {
      const given = { ...body, until: dayOrNull(body.until), today: todayOf(call.now) }
      const decision: Deciding = (state, unit) => decide.exempt(state, { ...given, unit })
      return forEach(db, { hall, items }, call, { decision })
    }),
  ),

  route(contract.explainOutside, ({ params: { hall }, body: { items, reason, dueOn }, ...call }) =>
    call.transaction(async (db) => {
      const given: { reason: string; dueOn: Day; today: Day } = {
        ...{ reason, dueOn: day(dueOn), today: todayOf(call.now) },
      }
      const mayFor = await ofUnit(db, hall, call.caller)
      const decision: Deciding = (state, unit) => decide.explain(state, { ...given, unit })
      return forEach(db, { hall, items }, call, { mayFor, decision })
    }),
  ),

  route(contract.followUpEntry, ({ params: { hall }, body: { items, note }, ...call }) =>
    call.transaction(async (db) => {
      mustRun(call.caller, (await getHall(db, hall)).unit)
      const given = { on: todayOf(call.now), note }
      return forEach(db, { hall, items }, call, { decision: (state) => decide.followUp(state, given) })
    }),
  ),
]
