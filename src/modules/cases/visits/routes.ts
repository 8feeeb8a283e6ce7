import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import * as contract from '../contract.ts'
import * as decide from '../decisions/index.ts'
import { deskActs, type DeskServices, REACH, refuseUnseen } from '../desk-acts.ts'
import { named, staffOfCase } from './staff.ts'

/** 现场核查 from the desk, and whom a desk can name. */
export function visitRoutes(services: DeskServices): Route[] {
  const { does, doesKnowing } = deskActs(services)
  return [
    doesKnowing(
      contract.assignVisit,
      (db, { params }) => staffOfCase(db, params.caseNo),
      (state, { step, people }, { actor, facts }) => {
        const chosen = people.map((account) => named(facts.people, account))
        return decide.assignVisit(state, { step, people: chosen }, actor)
      },
    ),
    does(contract.reportVisit, (state, body, { actor, now }) =>
      decide.reportVisit(state, { ...body, visitedOn: day(body.visitedOn) }, actor, now),
    ),
    route(contract.filePeople, async (call) => {
      await refuseUnseen(call)
      return call.transaction(async (db) => ({ rows: await peopleOf(db, call.params.caseNo) }), REACH)
    }),
  ]
}

async function peopleOf(db: Db, caseNo: string) {
  const { state, people } = await staffOfCase(db, caseNo)
  const units = [...new Set(people.flatMap(({ unit }) => unit ?? []))]
  const titles = new Map((await findUnitTitles(db, units)).map((one) => [one.id, one]))
  const handled = decide.handledBy(state)
  return people.map(({ account, name, unit }) => {
    const id = unit ?? ''
    const title = titles.get(id)
    const unitName = { zh: title?.name ?? id, en: title?.nameEn ?? id }
    return { account, name, unit: id, unitName, handled: handled.has(account) }
  })
}
