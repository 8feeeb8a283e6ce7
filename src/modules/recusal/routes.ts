import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import * as commands from './commands.ts'
import * as contract from './contract.ts'
import { nothingKnown, type RecusalState, type Relation } from './relation.ts'
import { findRecusal, findRecusals } from './store.ts'

const doing = ({ caller, now }: Pick<Call, 'caller' | 'now'>) => ({ actor: caller.account, now })

interface Given extends Pick<Relation, 'kind' | 'note'> {
  readonly unit?: string | undefined
  readonly account?: string | undefined
}
const relationOf = ({ kind, note, unit = undefined, account = undefined }: Given): Relation => ({
  ...{ kind, note, unit: unit ?? null, account: account ?? null },
})

export const recusalRoutes = (): Route[] => [
  route(contract.listRecusals, ({ caller, read }) =>
    read(async (db) => {
      const found = (await findRecusals(db)).map(({ state }) => state)
      const all = caller.permissions.has('recusals.record')
      return {
        rows: await rowsOf(
          db,
          found.filter(({ account }) => all || account === caller.account),
        ),
      }
    }),
  ),
  route(contract.declareOwnRelation, (call) =>
    call.transaction(async (db) => {
      await commands.declareRelation(db, call.caller.account, relationOf(call.body), doing(call))
      return rowOf(db, call.caller.account)
    }),
  ),
  route(contract.recordServiceOf, (call) =>
    call.transaction(async (db) => {
      const { unit, from, to } = call.body
      const service = { unit, from: day(from), to: to === null ? null : day(to) }
      await commands.recordService(db, call.params.account, service, doing(call))
      return rowOf(db, call.params.account)
    }),
  ),
  route(contract.recordRelationOf, (call) =>
    call.transaction(async (db) => {
      await commands.declareRelation(db, call.params.account, relationOf(call.body), doing(call))
      return rowOf(db, call.params.account)
    }),
  ),
]

async function rowOf(db: Db, account: string): Promise<contract.RecusalRow> {
  const state = (await findRecusal(db, account))?.state ?? nothingKnown(account)
  const [row] = await rowsOf(db, [state])
  return row as contract.RecusalRow
}

async function rowsOf(db: Db, states: readonly RecusalState[]): Promise<contract.RecusalRow[]> {
  const people = await findPeople(
    db,
    states.map(({ account }) => account),
  )
  const names = new Map(people.map(({ account, name }) => [account, name]))
  const at = (moment: number) => formatInstant(moment, DEFAULT_ZONE)
  return states.map(({ account, relations, services, files, undeclared }) => ({
    ...{ account, name: names.get(account) ?? account },
    relations: relations.map((one) => ({ ...one, at: at(one.at) })),
    services: services.map(({ unit, from, to, by }) => ({ unit, from, to, by })),
    files: files.map(({ subject, unit, relation, note, on }) => ({ subject, unit, relation, note, on })),
    undeclared: undeclared.map((one) => ({ ...one, at: at(one.at) })),
  }))
}
