import { type Route, route } from '#platform/http/index.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import { findPeople, findPeopleLike } from './account-store.ts'
import * as contract from './contract.ts'

/** Whoever works for all units finds anybody; staff of a unit find its own. */
const FOR_ALL_UNITS = ['supervisor', 'leader', 'inspector', 'personnel']

const OFFERED = 20

/** People by name, so that no page has to show an account, and no form to ask for one. */
export const peopleRoutes: readonly Route[] = [
  route(contract.namePeople, ({ query: { accounts }, read }) =>
    read(async (db) => {
      const asked = [...new Set(accounts.split(','))].slice(0, contract.PEOPLE_AT_ONCE)
      return { rows: await findPeople(db, asked) }
    }),
  ),

  route(contract.findPerson, ({ query: { text, unit = null }, caller, read }) =>
    read(async (db) => {
      const typed = text.trim().toLowerCase()
      const anybody = caller.roles.some((role) => FOR_ALL_UNITS.includes(role))
      if (typed === '' || (!anybody && caller.unit === null)) return { rows: [] }
      const unitsNamed = (await findUnitKinds(db))
        .filter(({ name, nameEn }) => `${name} ${nameEn}`.toLowerCase().includes(typed))
        .map(({ id }) => id)
      const within = anybody ? unit : caller.unit
      return { rows: await findPeopleLike(db, { text: typed, unitsNamed, within, limit: OFFERED }) }
    }),
  ),
]
