import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '../ledger/index.ts'
import type { Institution } from './definition.ts'
import { type Entry, type EntryEvent, evolve } from './entry.ts'
import {
  countNumber,
  findEntry,
  publishedAt,
  putDefinition,
  putDraft,
  putEntry,
  removeDraft,
} from './store.ts'
import { entryOfStream, institutionOfStream } from './streams.ts'

export type DefinitionEvent =
  | { readonly type: 'DefinitionDrafted'; readonly definition: Institution }
  | { readonly type: 'DraftDropped' }
  | {
      readonly type: 'DefinitionPublished'
      readonly definition: Institution
      readonly version: number
      readonly draftedBy: string
    }

export const registerLists: Projection = {
  name: 'registers',
  tables: ['register_definition', 'register_draft', 'register_entry', 'register_count'],
  async apply(db, events) {
    for (const event of events) {
      const institution = institutionOfStream(event.stream)
      if (institution !== undefined) await listDefinition(db, institution, event)
      const of = entryOfStream(event.stream)
      if (of) await listEntry(db, of, event)
    }
  },
}

/** The ledger holds what the decisions of this folder said. */
const said = <Event>({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): Event =>
  ({ type, ...payload }) as unknown as Event

async function listDefinition(db: Db, institution: string, event: StoredEvent): Promise<void> {
  const told = said<DefinitionEvent>(event)
  const at = new Date(event.occurredAt)
  if (told.type === 'DefinitionDrafted')
    return void (await putDraft(db, {
      institution,
      definition: told.definition,
      draftedBy: event.actor,
      savedAt: at,
      version: event.version,
    }))
  if (told.type === 'DefinitionPublished') {
    const { definition, version, draftedBy } = told
    await putDefinition(db, {
      institution,
      version,
      definition,
      publishedBy: event.actor,
      publishedAt: at,
      draftedBy,
    })
  }
  await removeDraft(db, institution)
}

async function listEntry(
  db: Db,
  { institution, entry: id }: { readonly institution: string; readonly entry: string },
  event: StoredEvent,
): Promise<void> {
  const known = await findEntry(db, institution, id)
  if (known && known.version >= event.version) return
  const entry = evolve(known?.content, id, said<EntryEvent>(event))
  if (!entry) return
  const definition = await definitionOf(db, entry)
  await putEntry(db, { ...rowOf(entry, definition), changedAt: event.occurredAt, version: event.version })
  if (known) return
  const [year, number] = id.split('-').map(Number)
  await countNumber(db, institution, year ?? 0, number ?? 0)
}

async function definitionOf(db: Db, { institution, version }: Entry): Promise<Institution> {
  const found = await publishedAt(db, institution, version)
  if (!found) throw new Error(`Version ${version} of the institution ${institution} is not in the ledger`)
  return found
}

function rowOf(entry: Entry, { fields, states, visibility }: Institution) {
  const valuesOf = (kind: string) =>
    fields.filter((one) => one.kind === kind).flatMap(({ code }) => entry.values[code] ?? [])
  const units = valuesOf('unit').map(String)
  return {
    entry,
    seenBy: [...new Set(units)].filter((unit) => unit !== entry.unit).sort(),
    everyone: visibility.units === 'all',
    sealed: visibility.sealed?.includes(entry.state) === true,
    over: states.find(({ code }) => code === entry.state)?.over === true,
    words: wordsOf(entry, fields),
  }
}

/** Persons are references into the vault and say nothing to a search. */
const wordsOf = (entry: Entry, fields: Institution['fields']): string =>
  [
    entry.id,
    ...fields.flatMap(({ code, kind }) => (kind === 'person' ? [] : [entry.values[code] ?? []].flat())),
  ]
    .map(String)
    .join('\n')
    .toLowerCase()
