import type { Db } from '#kernel/sql.ts'
import {
  type Actor,
  definitionAt,
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

const outsiderOf = ({ caller }: Pick<Call, 'caller'>): Actor => ({
  account: caller.account,
  unit: null,
  unitKind: null,
  roles: caller.roles,
})

const isOpenTo = (definition: Institution, actor: Actor): boolean =>
  openingStep(definition).by.some((who) =>
    typeof who === 'string' ? actor.roles.includes(who) : 'role' in who && actor.roles.includes(who.role),
  )

/** Steps that an account in a field takes: whoever is named there has work in the entry. */
const namingFields = ({ steps, fields }: Institution): string[] =>
  steps
    .flatMap(({ by }) => by.flatMap((who) => (typeof who === 'object' && 'field' in who ? [who.field] : [])))
    .filter((code) => fields.some((field) => field.code === code && field.kind === 'account'))

/** His own are those that he opened and those that name him for a step, and no others, whatever their number. */
const isOwn = (definition: Institution, entry: Entry, { account }: Actor): boolean =>
  entry.taken[0]?.by === account || namingFields(definition).some((code) => entry.values[code] === account)

export function ownRoutes(services: InstitutionServices): Route[] {
  return [
    route(contract.listOwnEntries, async (call) => {
      const actor = outsiderOf(call)
      const { jurisdiction, account } = call.caller
      const scope = { jurisdiction, account, reach: 'jurisdiction' } as const
      return services.database.read(scope, async (db) => {
        const all = (await definitionsInForce(db, services.registers)).map(({ definition }) => definition)
        const open = all.filter((one) => isOpenTo(one, actor))
        const theirs = all.filter((one) => open.includes(one) || namingFields(one).length > 0)
        const entries = await ownEntries(db, theirs, actor)
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
        const acting = { actor: outsiderOf(call), now: call.now }
        const entry = await opened(db, services, { ...call.params, ...call.body }, acting)
        return entryView(db, services, entry, acting)
      }, REACH),
    ),
    route(contract.takeOwnStep, (call) =>
      call.transaction(async (db) => {
        const acting = { actor: outsiderOf(call), now: call.now }
        const found = await findEntry(db, call.params.institution, call.params.entry)
        if (!found) throw refuseRegister('register.no-such-entry')
        const { institution, version } = found.content
        const definition = await definitionAt(db, services.registers, institution, version)
        if (!isOwn(definition, found.content, acting.actor)) throw refuseRegister('register.no-such-entry')
        const entry = await stepped(db, services, { ...call.params, ...call.body }, acting)
        return entryView(db, services, entry, acting)
      }, REACH),
    ),
  ]
}

async function ownEntries(db: Db, theirs: readonly Institution[], actor: Actor): Promise<Entry[]> {
  const own: Entry[] = []
  for (const definition of theirs)
    own.push(...(await findEntries(db, definition.code)).filter((entry) => isOwn(definition, entry, actor)))
  return own.sort((one, other) => ((one.taken[0]?.at ?? 0) < (other.taken[0]?.at ?? 0) ? 1 : -1))
}
