import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Institution } from '#engines/registers/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { z } from 'zod'
import { type GivenValues, PersonGiven } from './institution-shapes.ts'
import { refuse } from './refusals.ts'

type Given = z.infer<typeof GivenValues>

/** Names and phones go into the vault; the entry gets references to them. */
export async function withPersonsKept(
  db: Db,
  vault: Vault,
  { fields }: Institution,
  given: Given,
  doing: { readonly by: string; readonly at: EpochMs },
): Promise<Readonly<Record<string, unknown>>> {
  const kept: Record<string, unknown> = { ...given }
  for (const { code, kind, title } of fields) {
    const value = given[code]
    if (kind !== 'person' || value === undefined || value === null || value === '') continue
    const { success, data } = PersonGiven.safeParse(value)
    if (!success) throw refuse('institutions.person-wanted', { field: title.zh, fieldEn: title.en })
    kept[code] = await vault.keepPerson(
      db,
      { kind: 'natural', ...data, phone: data.phone || undefined },
      doing,
    )
  }
  return kept
}

/** 「张*，138****0001」 for each reference. */
export async function maskedNames(
  db: Db,
  vault: Vault,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const masked = await vault.maskedPersons(db, persons)
  return new Map(
    [...masked].map(([person, { name, phone }]) => [person, [name, phone].filter(Boolean).join('，')]),
  )
}
