import type { Db } from '#kernel/sql.ts'
import {
  type Acting,
  definitionAt,
  definitionInForce,
  type Entry,
  type EntryName,
  findEntry,
  openEntry,
  refuseRegister,
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
  await tellAfter(db, services, definition, entry, acting.now)
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
  await tellAfter(db, services, definition, after, acting.now)
  return after
}
