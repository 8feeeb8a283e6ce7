import type { Db } from '#kernel/sql.ts'
import {
  definitionsInForce,
  type Entry,
  figuresOf,
  findEntries,
  type Institution,
  refuseRegister,
  stateOf,
  surroundings,
} from '#engines/registers/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import { type Called, calledIn } from './called.ts'
import * as contract from './contract.ts'
import { inWords } from './in-words.ts'
import type { InstitutionServices } from './services.ts'
import { figureView } from './views.ts'

type Public = NonNullable<Institution['visibility']['public']>

const shownEntries = async (db: Db, code: string, { states }: Public): Promise<Entry[]> =>
  (await findEntries(db, code)).filter(({ state }) => states.includes(state))

export function publicRoutes(services: InstitutionServices): Route[] {
  const open = async <T>(jurisdiction: string | undefined, work: (db: Db) => Promise<T>): Promise<T> =>
    services.database.read(
      { jurisdiction: await jurisdictionOf(services.database, jurisdiction), reach: 'jurisdiction' },
      work,
    )
  return [
    route(contract.listPublicRegisters, ({ query }) =>
      open(query.jurisdiction, async (db) => {
        const rows = []
        for (const { definition } of await definitionsInForce(db, services.registers)) {
          const { code, title, purpose, basis, visibility } = definition
          if (!visibility.public) continue
          const entries = (await shownEntries(db, code, visibility.public)).length
          rows.push({ institution: code, title, purpose, basis, entries })
        }
        return { rows }
      }),
    ),
    route(contract.readPublicRegister, ({ params, query, now }) =>
      open(query.jurisdiction, async (db) => {
        const inForce = await definitionsInForce(db, services.registers)
        const definition = inForce.find((one) => one.definition.code === params.institution)?.definition
        const shown = definition?.visibility.public
        if (!definition || !shown)
          throw refuseRegister('register.no-such-institution', { institution: params.institution })
        const entries = await shownEntries(db, definition.code, shown)
        return publicView(db, services, { definition, shown, entries, search: query.search, now })
      }),
    ),
  ]
}

interface Showing {
  readonly definition: Institution
  readonly shown: Public
  readonly entries: readonly Entry[]
  readonly search: string | undefined
  readonly now: number
}

async function publicView(db: Db, services: InstitutionServices, showing: Showing) {
  const { definition, shown, entries, search, now } = showing
  const { code, title, purpose, basis } = definition
  const called = await calledIn(db, services, definition, entries)
  const around = await surroundings(db, services.registers, now)
  const rows = entries.map((entry) => publicRow(definition, shown, entry, called))
  const words = search?.trim().toLowerCase()
  const says = (row: (typeof rows)[number]) =>
    Object.values(row.values)
      .map(({ zh, en }) => `${zh}\n${en}`)
      .join('\n')
      .toLowerCase()
  return {
    ...{ institution: code, title, purpose, basis, entries: entries.length },
    fields: definition.fields
      .filter((field) => shown.fields.includes(field.code))
      .map((field) => ({ field: field.code, title: field.title, kind: field.kind })),
    rows: rows.filter((row) => !words || says(row).includes(words)),
    figures: (await figuresOf(definition, entries, around)).map((one) => figureView(definition, called, one)),
  }
}

function publicRow(definition: Institution, { fields }: Public, entry: Entry, called: Called) {
  const values = fields.flatMap((code) => {
    const field = definition.fields.find((one) => one.code === code)
    const value = entry.values[code]
    return field && value !== undefined ? [[code, inWords(field, value, called)] as const] : []
  })
  return {
    entry: entry.id,
    state: stateOf(definition, entry).title,
    openedOn: entry.taken[0]?.on ?? '',
    values: Object.fromEntries(values),
  }
}
