import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { findPeople, findStaffOf } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import * as contract from '../contract.ts'
import * as decide from '../decisions/index.ts'
import { deskActs, type DeskServices, REACH, refuseUnseen } from '../desk-acts.ts'
import { refuse } from '../refusals.ts'
import { findStates } from '../store.ts'

/** 现场核查 from the desk, and whom a desk can name. */
export function visitRoutes(services: DeskServices): Route[] {
  const { does, doesKnowing } = deskActs(services)
  return [
    doesKnowing(
      contract.assignVisit,
      async (db, { body }) => new Map((await findPeople(db, body.people)).map((one) => [one.account, one])),
      (state, { step, people }, { actor, facts: known }) => {
        const named = people.map((account) => known.get(account) ?? { account, name: account, unit: null })
        return decide.assignVisit(state, { step, people: named }, actor)
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
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuse('case.not-found', { caseNo })
  const { plan } = stored.state
  const units = [...new Set([plan.unit, ...plan.steps.map(({ unit }) => unit)])]
  const titles = new Map((await findUnitTitles(db, units)).map((one) => [one.id, one]))
  const handled = decide.handledBy(stored.state)
  return (await findStaffOf(db, units)).map(({ account, name, unit }) => ({
    ...{ account, name, unit: unit ?? '', handled: handled.has(account) },
    unitName: {
      zh: titles.get(unit ?? '')?.name ?? unit ?? '',
      en: titles.get(unit ?? '')?.nameEn ?? unit ?? '',
    },
  }))
}
