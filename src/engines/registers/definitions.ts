import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, record } from '../ledger/index.ts'
import type { Institution } from './definition.ts'
import type { Value } from './expression.ts'
import { type DefinitionEvent, registerLists } from './lists.ts'
import { refuse } from './refusals.ts'
import { findDefinitions, type Published, publishedAt } from './store.ts'
import { definitionStream } from './streams.ts'
import type { Reference } from './values.ts'

/** A figure that conditions may ask for, such as the cases that an item has had; null where it is not known. */
export type Fact = (
  db: Db,
  given: Readonly<Record<string, Value | null>>,
  at: { readonly today: Day; readonly now: EpochMs },
) => Promise<Value | null>

/** What the platform brings: its own institutions, the figures that conditions ask for, and what references point to. */
export interface Registers {
  readonly coded: ReadonlyMap<string, Institution>
  readonly facts: Readonly<Record<string, Fact>>
  readonly exists: Readonly<Partial<Record<Reference, (db: Db, value: string) => Promise<boolean>>>>
}

/** Drafted by the platform itself. */
export const BY_CODE = 'system/code'

export interface InForce {
  readonly definition: Institution
  readonly version: number
}

/**
 * The version in force, for writing. What the platform brings is published with its first use, and again when a newer
 * platform brings another text; a version of the office's own stays in force until the office replaces it.
 */
export async function currentDefinition(
  db: Db,
  registers: Registers,
  institution: string,
  now: EpochMs,
): Promise<InForce> {
  const newest = (await findDefinitions(db, institution)).at(-1)
  const coded = registers.coded.get(institution)
  if (newest && (!coded || newest.draftedBy !== BY_CODE || isSame(newest.definition, coded))) return newest
  if (!coded) throw refuse('register.no-such-institution', { institution: institution.slice(0, 60) })
  const version = (newest?.version ?? 0) + 1
  await tell(
    db,
    institution,
    { type: 'DefinitionPublished', definition: coded, version, draftedBy: BY_CODE },
    {
      by: BY_CODE,
      now,
    },
  )
  return { definition: coded, version }
}

/** The order of names in stored JSON is its own. */
const isSame = (one: Institution, other: Institution): boolean => sorted(one) === sorted(other)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** The version that an entry was opened with. */
export async function definitionAt(
  db: Db,
  registers: Registers,
  institution: string,
  version: number,
): Promise<Institution> {
  const definition = (await publishedAt(db, institution, version)) ?? registers.coded.get(institution)
  if (!definition) throw refuse('register.no-such-institution', { institution: institution.slice(0, 60) })
  return definition
}

/** Every institution with the version in force, for reading; 0 where nothing has been entered yet. */
export async function definitionsInForce(db: Db, registers: Registers): Promise<InForce[]> {
  const inForce = new Map<string, InForce>(
    [...registers.coded.values()].map((definition) => [definition.code, { definition, version: 0 }]),
  )
  for (const published of await findDefinitions(db))
    inForce.set(published.institution, asItStands(registers, published))
  return [...inForce.values()]
}

/** What the platform brought is as its code says now. */
function asItStands(
  { coded }: Registers,
  { institution, definition, version, draftedBy }: Published,
): InForce {
  const own = coded.get(institution)
  return { definition: own !== undefined && draftedBy === BY_CODE ? own : definition, version }
}

export async function definitionInForce(db: Db, registers: Registers, institution: string): Promise<InForce> {
  const published = (await findDefinitions(db, institution)).at(-1)
  const coded = registers.coded.get(institution)
  const found = published ? asItStands(registers, published) : coded && { definition: coded, version: 0 }
  if (!found) throw refuse('register.no-such-institution', { institution: institution.slice(0, 60) })
  return found
}

/** Appends to the stream of an institution. */
export async function tell(
  db: Db,
  institution: string,
  { type, ...payload }: DefinitionEvent,
  { by, now }: { readonly by: string; readonly now: EpochMs },
): Promise<void> {
  const stream = definitionStream(institution)
  await record(db, [registerLists], {
    stream,
    expectedVersion: (await readStream(db, stream)).length,
    recordedAt: now,
    events: [{ type, payload, actor: by, occurredAt: now }],
  })
}
