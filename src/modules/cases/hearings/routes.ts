import { dayOrNull } from '#kernel/day.ts'
import type { Route } from '#platform/http/index.ts'
import * as contract from '../contract.ts'
import * as decide from '../decisions/index.ts'
import { deskActs, type DeskServices } from '../desk-acts.ts'
import { calendarOf } from '../views.ts'
import { named, staffOfCase } from '../visits/staff.ts'
import { askingTimes } from './clocks.ts'

/** 听证 from the desk; the applicant's own request is among the routes of the portal. */
export function hearingRoutes(services: DeskServices): Route[] {
  const { does, doesKnowing } = deskActs(services)
  return [
    does(contract.offerHearing, (state, body, { actor }) => decide.offerHearing(state, body, actor)),
    doesKnowing(
      contract.askHearing,
      (db, { params }) => askingTimes(db, params.caseNo),
      (state, { by, postedOn }, { actor, now, facts }) =>
        decide.askHearing(state, { by, postedOn: dayOrNull(postedOn) }, actor, { now, ...facts }),
    ),
    doesKnowing(
      contract.setHearing,
      async (db, { body, params }) => ({
        calendar: await calendarOf(db),
        chair: named((await staffOfCase(db, params.caseNo)).people, body.chair),
      }),
      (state, { at, ...session }, { actor, now, facts: { calendar, chair } }) => {
        const of = { chairName: chair.name, chairUnit: chair.unit }
        return decide.setHearing(state, { ...session, ...of, at: Date.parse(at) }, actor, { now, calendar })
      },
    ),
    does(contract.holdHearing, (state, body, { actor, now }) => decide.holdHearing(state, body, actor, now)),
    does(contract.giveUpHearing, (state, body, { actor }) => decide.giveUpHearing(state, body, actor)),
  ]
}
