import { type Route, route } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { refuse } from '../files/refusals.ts'
import { listStandings, setStanding } from '../people-contract.ts'
import { enterStanding } from './person.ts'
import { findStandings } from './store.ts'

export const peopleRoutes: Route[] = [
  route(listStandings, ({ read }) =>
    read(async (db) => {
      const rows = await findStandings(db)
      const accounts = rows.map(({ account }) => account)
      const people = new Map((await findPeople(db, accounts)).map((one) => [one.account, one]))
      return {
        rows: rows.map((row) => {
          const person = people.get(row.account)
          return { ...row, name: person?.name ?? row.account, unit: person?.unit ?? null }
        }),
      }
    }),
  ),
  route(setStanding, ({ params: { account }, body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      const [person] = await findPeople(db, [account])
      if (!person) throw refuse('accountability.no-person')
      await enterStanding(db, account, body, { actor: caller.account, now })
      return { account, ...body, name: person.name, unit: person.unit }
    }),
  ),
]
