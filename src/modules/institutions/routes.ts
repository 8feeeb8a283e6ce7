import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type Acting,
  answerFlag,
  correctEntry,
  definitionAt,
  definitionInForce,
  type Entry,
  findEntry,
  refuseRegister,
  todayOf,
} from '#engines/registers/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { opened, stepped } from './acting.ts'
import { actingOf } from './actors.ts'
import * as contract from './contract.ts'
import { draftRoutes } from './draft-routes.ts'
import { entryPage, institutionRows, institutionView } from './lists.ts'
import { ownRoutes } from './own-routes.ts'
import { withPersonsKept } from './persons.ts'
import { publicRoutes } from './public-routes.ts'
import { readingOf } from './reading.ts'
import { refuse } from './refusals.ts'
import type { InstitutionServices } from './services.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { useRows } from './uses.ts'
import { entryView } from './views.ts'

/** Who may is decided by the step, once it is certain that the caller may see the entry. */
const REACH = { reach: 'jurisdiction' } as const

export const institutionRoutes = (services: InstitutionServices): Route[] => [
  ...listRoutes(services),
  ...entryRoutes(services),
  ...sheetRoutes(services),
  ...draftRoutes(services),
  ...publicRoutes(services),
  ...ownRoutes(services),
]

const listRoutes = (services: InstitutionServices): Route[] => [
  route(contract.listInstitutions, async (call) => {
    const { reading, whole } = await readingOf(services, call)
    const rows = await whole((db) => institutionRows(db, services, reading))
    return { rows, mayDraft: call.caller.permissions.has('registers.draft') }
  }),
  route(contract.listUses, ({ query: { from, until }, read, now }) =>
    read(async (db) => ({
      rows: await useRows(
        db,
        services,
        { from: from as Day, until: until as Day },
        { today: todayOf(now), now },
      ),
    })),
  ),
  route(contract.getInstitution, async (call) => {
    const { institution } = call.params
    const { reading, whole } = await readingOf(services, call, institution)
    return whole(async (db) =>
      institutionView(db, services, await definitionInForce(db, services.registers, institution), reading),
    )
  }),
  route(contract.listEntries, async (call) => {
    const { institution } = call.params
    const { reading, whole } = await readingOf(services, call, institution)
    return whole(async (db) =>
      entryPage(db, services, await definitionInForce(db, services.registers, institution), {
        ...reading,
        query: call.query,
      }),
    )
  }),
]

type Named = { readonly institution: string; readonly entry: string }

/** Refuses what the caller may not see as if it were not there. */
async function mustSee({ read }: Pick<Call, 'read'>, { institution, entry }: Named): Promise<Entry> {
  const found = await read((db) => findEntry(db, institution, entry))
  if (!found) throw refuseRegister('register.no-such-entry')
  return found.content
}

const entryRoutes = (services: InstitutionServices): Route[] => [
  route(contract.openEntry, (call) =>
    call.transaction(async (db) => {
      const acting = await actingOf(db, call)
      const entry = await opened(db, services, { ...call.params, ...call.body }, acting)
      return entryView(db, services, entry, acting)
    }, REACH),
  ),
  route(contract.getEntry, async (call) => {
    const entry = await mustSee(call, call.params)
    const { reading, whole } = await readingOf(services, call, call.params.institution)
    return whole((db) => entryView(db, services, entry, reading))
  }),
  ...changingRoutes(services),
]

function changingRoutes(services: InstitutionServices): Route[] {
  const changing = async (call: Call<Named>, change: (db: Db, acting: Acting) => Promise<Entry>) => {
    await mustSee(call, call.params)
    return call.transaction(async (db) => {
      const acting = await actingOf(db, call)
      return entryView(db, services, await change(db, acting), acting)
    }, REACH)
  }
  return [
    route(contract.takeStep, (call) =>
      changing(call, (db, acting) => stepped(db, services, { ...call.params, ...call.body }, acting)),
    ),
    route(contract.correctEntry, (call) =>
      changing(call, async (db, acting) => {
        const { institution, entry } = call.params
        const stored = await findEntry(db, institution, entry)
        const definition = await definitionAt(
          db,
          services.registers,
          institution,
          stored?.content.version ?? 0,
        )
        const doing = { by: acting.actor.account, at: acting.now }
        const given = await withPersonsKept(db, services.vault, definition, call.body.values, doing)
        return correctEntry(
          db,
          services.registers,
          { institution, entry, given, reason: call.body.reason },
          acting,
        )
      }),
    ),
    route(contract.answerFlag, (call) =>
      changing(call, (db, acting) =>
        answerFlag(db, services.registers, { ...call.params, ...call.body }, acting),
      ),
    ),
    route(contract.revealPerson, async (call) => {
      const entry = await mustSee(call, call.params)
      const person = entry.values[call.params.field]
      const { fields } = await call.read((db) =>
        definitionAt(db, services.registers, entry.institution, entry.version),
      )
      const isPerson = fields.some(({ code, kind }) => code === call.params.field && kind === 'person')
      if (!isPerson || typeof person !== 'string') throw refuse('institutions.no-person')
      return call.transaction(async (db) => {
        const { name = '', phone = '' } = await services.vault.readPerson(
          db,
          person,
          { purpose: call.body.purpose, fields: ['name', 'phone'] },
          { by: call.caller.account, at: call.now },
        )
        return { name, phone }
      })
    }),
  ]
}
