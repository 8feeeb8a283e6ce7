import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import * as contract from '../permit-contract.ts'
import { DEMAND_WORDS } from '../permit-shape.ts'
import { drawPermitMap, tellDemand } from './commands.ts'
import { hiddenDemands } from './hidden.ts'
import { daysOf } from './map.ts'
import { refuse } from './refusals.ts'
import { findPermitMap, findPermitMaps } from './store.ts'
import { mapView } from './view.ts'

/** 全流程手续图: public to read, drawn by heads of units and supervision, and what is demanded besides. */
export function permitRoutes({ database }: { readonly database: Database }): Route[] {
  const visiting = async <T>(asked: string | undefined, work: (db: Db) => Promise<T>) => {
    const jurisdiction = await jurisdictionOf(database, asked)
    return database.read({ jurisdiction, account: '', reach: 'none' }, work)
  }
  return [
    route(contract.listPermitMaps, ({ query }) =>
      visiting(query.jurisdiction, async (db) => ({
        rows: (await findPermitMaps(db)).map(({ type, state }) => ({
          ...{ type, name: state.name, permits: state.permits.length },
          days: daysOf(state).days,
        })),
      })),
    ),
    route(contract.getPermitMap, ({ params: { type }, query }) =>
      visiting(query.jurisdiction, async (db) => mapView(db, type, await mapOf(db, type))),
    ),
    route(contract.drawPermitMap, (call) =>
      call.transaction(async (db) => {
        const { params, body, caller, now, expectedVersion } = call
        await drawPermitMap(db, params.type, body, { actor: caller.account, now, expectedVersion })
        return mapView(db, params.type, await mapOf(db, params.type))
      }),
    ),
    route(contract.tellDemand, (call) =>
      call.transaction(async (db) => {
        const { params, body, caller, now } = call
        const fault = await tellDemand(db, params.type, body, { actor: caller.account, now })
        return { onMap: fault === null, fault, text: fault === null ? ON_MAP : DEMAND_WORDS[fault] }
      }),
    ),
    route(contract.listDemands, (call) =>
      call.read(async (db) => {
        const { state } = await mapOf(db, call.params.type)
        const hidden = await hiddenDemands(db, state.permits, call.now)
        const told = state.demands.map(({ at, ...demand }) => ({ ...demand, at: new Date(at).toISOString() }))
        const found = hidden.map((one) => ({ ...one, project: '', fault: 'hidden' as const, at: null }))
        return { rows: [...told, ...found].map((row) => ({ ...row, text: DEMAND_WORDS[row.fault] })) }
      }),
    ),
  ]
}

const ON_MAP = { zh: '在图上，是这一步的前置', en: 'On the map, and needed for this step' }

async function mapOf(db: Db, type: string) {
  const found = await findPermitMap(db, type)
  if (!found) throw refuse('permits.no-map', { type })
  return found
}
