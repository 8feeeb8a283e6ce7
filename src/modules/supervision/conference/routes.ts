import { type Day, day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import * as contract from '../conference-contract.ts'
import { dayAt } from '../moments.ts'
import { drawAgenda } from './agenda.ts'
import * as commands from './commands.ts'
import { refuse } from './refusals.ts'
import { requiredBodies } from './settings.ts'
import { findConference, findConferences, findFirstDay, findRulings } from './store.ts'
import { agendaRow, conferenceView, periodsOf, rulingView } from './views.ts'

const doing = ({ caller, now, expectedVersion }: Pick<Call, 'caller' | 'now' | 'expectedVersion'>) => ({
  ...{ account: caller.account, unit: caller.unit, now, expectedVersion },
})

async function viewOf(db: Db, conference: string, today: Day) {
  const found = await findConference(db, conference)
  if (!found) throw refuse('conference.not-found')
  return conferenceView(found, today)
}

const rulingOf = async (db: Db, { conference, number }: { conference: string; number: number }, today: Day) =>
  rulingView(conference, (await commands.getRuling(db, conference, number)).ruling, today)

const JURISDICTION = { reach: 'jurisdiction' } as const

export const conferenceRoutes: Route[] = [
  route(contract.listConferences, ({ read, now }) =>
    read(async (db) => {
      const today = dayAt(now)
      const found = await findConferences(db)
      const states = found.map(({ state }) => state)
      return {
        rows: found.map((one) => conferenceView(one, today)),
        periods: periodsOf(states, await findFirstDay(db), today),
        agenda: (await drawAgenda(db, today)).map(agendaRow),
        overdueRulings: (await findRulings(db, { unfinished: true, dueBefore: today })).length,
        requiredBodies: [...requiredBodies(today)],
      }
    }),
  ),
  route(contract.getConference, ({ params, read, now }) =>
    read((db) => viewOf(db, params.conference, dayAt(now))),
  ),
  route(contract.callConference, (call) =>
    call.transaction(async (db) => {
      const { members, on } = call.body
      const conference = await commands.call(db, { members, on: day(on) }, doing(call))
      return viewOf(db, conference, dayAt(call.now))
    }),
  ),
  route(contract.holdConference, (call) =>
    call.transaction(async (db) => {
      const { on, present, minutes, carried, rulings } = call.body
      const held = {
        ...{ on: day(on), present, minutes },
        carried: carried.map((one) => ({ ...one, dueOn: one.dueOn === null ? null : day(one.dueOn) })),
        rulings: rulings.map((one) => ({ ...one, dueOn: day(one.dueOn) })),
      }
      await commands.hold(db, call.params.conference, held, doing(call))
      return viewOf(db, call.params.conference, dayAt(call.now))
    }),
  ),
  route(contract.cancelConference, (call) =>
    call.transaction(async (db) => {
      await commands.cancel(db, call.params.conference, call.body.reason, doing(call))
      return viewOf(db, call.params.conference, dayAt(call.now))
    }),
  ),
  route(contract.listRulings, ({ query: { state = 'unfinished' }, read, now }) =>
    read(async (db) => {
      const today = dayAt(now)
      const found = await findRulings(db, {
        unfinished: state !== 'all',
        dueBefore: state === 'overdue' ? today : undefined,
      })
      return { rows: found.map(({ conference, ruling }) => rulingView(conference, ruling, today)) }
    }),
  ),
  route(contract.reportRuling, async (call) => {
    const { params, body, now } = call
    // Seen in the unit's own scope first; the conference, which lists all units, is then changed for the whole jurisdiction.
    await call.read((db) => commands.getRuling(db, params.conference, params.number))
    return call.transaction(async (db) => {
      await commands.report(db, params.conference, params.number, body.text, doing(call))
      return rulingOf(db, params, dayAt(now))
    }, JURISDICTION)
  }),
  route(contract.judgeRuling, (call) =>
    call.transaction(async (db) => {
      const { params, body, now } = call
      await commands.judge(db, params.conference, params.number, body, doing(call))
      return rulingOf(db, params, dayAt(now))
    }),
  ),
]
