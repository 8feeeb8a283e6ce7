import type { Db } from '#kernel/sql.ts'
import {
  type Acting,
  definitionAt,
  definitionInForce,
  type Entry,
  type EntryName,
  findEntry,
  foundOf,
  type Institution,
  openEntry,
  refuseRegister,
  surroundings,
  takeStep,
} from '#engines/registers/index.ts'
import type { z } from 'zod'
import type { GivenValues } from './institution-shapes.ts'
import { tellAfter } from './notices.ts'
import { withPersonsKept } from './persons.ts'
import type { InstitutionServices } from './services.ts'

type Given = z.infer<typeof GivenValues>

/** Keeps whoever is named, lets the step be decided, and tells whom it concerns. */
export async function opened(
  db: Db,
  services: InstitutionServices,
  { institution, values }: { readonly institution: string; readonly values: Given },
  acting: Acting,
): Promise<Entry> {
  const { registers, vault } = services
  const { definition } = await definitionInForce(db, registers, institution)
  const given = await withPersonsKept(db, vault, definition, values, {
    by: acting.actor.account,
    at: acting.now,
  })
  const entry = await openEntry(db, registers, { institution, given }, acting)
  await followUp(db, services, { definition, entry }, acting)
  return entry
}

export async function stepped(
  db: Db,
  services: InstitutionServices,
  { institution, entry, step, values }: EntryName & { readonly step: string; readonly values: Given },
  acting: Acting,
): Promise<Entry> {
  const { registers, vault } = services
  const stored = await findEntry(db, institution, entry)
  if (!stored) throw refuseRegister('register.no-such-entry')
  const definition = await definitionAt(db, registers, institution, stored.content.version)
  const given = await withPersonsKept(db, vault, definition, values, {
    by: acting.actor.account,
    at: acting.now,
  })
  const after = await takeStep(db, registers, { institution, entry, step, given }, acting)
  await followUp(db, services, { definition, entry: after }, acting)
  return after
}

/** Whom it concerns is told, and what was found is handed on. */
async function followUp(
  db: Db,
  services: InstitutionServices,
  { definition, entry }: { readonly definition: Institution; readonly entry: Entry },
  { actor, now }: Acting,
): Promise<void> {
  await tellAfter(db, services, definition, entry, now)
  if (!definition.findings) return
  for (const fact of await foundOf(definition, entry, await surroundings(db, services.registers, now)))
    await services.found(db, fact, { actor: actor.account, now })
}
