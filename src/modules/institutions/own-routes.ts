import type { Db } from '#kernel/sql.ts'
import {
  type Actor,
  definitionsInForce,
  type Entry,
  findEntries,
  findEntry,
  type Institution,
  openingStep,
  refuseRegister,
} from '#engines/registers/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import * as contract from './contract.ts'
import { opened, stepped } from './acting.ts'
import type { InstitutionServices } from './services.ts'
import { entryView } from './views.ts'

const REACH = { reach: 'jurisdiction' } as const

const residentOf = ({ caller }: Pick<Call, 'caller'>): Actor => ({
  account: caller.account,
  unit: null,
  unitKind: null,
  roles: caller.roles,
})

const isForResidents = (definition: Institution): boolean => openingStep(definition).by.includes('resident')

/** His own are those that he opened, and no others, whatever their number. */
const isOwn = (entry: Entry, { account }: Actor): boolean => entry.taken[0]?.by === account

export function ownRoutes(services: InstitutionServices): Route[] {
  return [
    route(contract.listOwnEntries, async (call) => {
      const actor = residentOf(call)
      const { jurisdiction, account } = call.caller
      const scope = { jurisdiction, account, reach: 'jurisdiction' } as const
      return services.database.read(scope, async (db) => {
        const open = (await definitionsInForce(db, services.registers))
          .map(({ definition }) => definition)
          .filter(isForResidents)
        const entries = await ownEntries(db, open, actor)
        const views = []
        for (const entry of entries)
          views.push(await entryView(db, services, entry, { actor, now: call.now }))
        return {
          institutions: open.map((definition) => ({
            institution: definition.code,
            title: definition.title,
            purpose: definition.purpose,
            definition,
          })),
          entries: views,
          units: (await findUnitKinds(db)).map(({ id, name, nameEn }) => ({
            unit: id,
            name: { zh: name, en: nameEn || name },
          })),
        }
      })
    }),
    route(contract.openOwnEntry, (call) =>
      call.transaction(async (db) => {
        const acting = { actor: residentOf(call), now: call.now }
        const entry = await opened(db, services, { ...call.params, ...call.body }, acting)
        return entryView(db, services, entry, acting)
      }, REACH),
    ),
    route(contract.takeOwnStep, (call) =>
      call.transaction(async (db) => {
        const acting = { actor: residentOf(call), now: call.now }
        const found = await findEntry(db, call.params.institution, call.params.entry)
        if (!found || !isOwn(found.content, acting.actor)) throw refuseRegister('register.no-such-entry')
        const entry = await stepped(db, services, { ...call.params, ...call.body }, acting)
        return entryView(db, services, entry, acting)
      }, REACH),
    ),
  ]
}

async function ownEntries(db: Db, open: readonly Institution[], actor: Actor): Promise<Entry[]> {
  const own: Entry[] = []
  for (const { code } of open)
    own.push(...(await findEntries(db, code)).filter((entry) => isOwn(entry, actor)))
  return own.sort((one, other) => ((one.taken[0]?.at ?? 0) < (other.taken[0]?.at ?? 0) ? 1 : -1))
}
