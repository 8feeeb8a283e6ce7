import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Entry, type Institution, isReference, type Reference } from '#engines/registers/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { maskedNames } from './persons.ts'
import type { InstitutionServices, Titles } from './services.ts'

export type Called = (kind: Reference | 'person', id: string) => Bilingual

const OWN: Partial<Record<Reference, Titles>> = {
  unit: async (db, ids) =>
    new Map(
      (await findUnitTitles(db, [...ids])).map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]),
    ),
  account: async (db, ids) =>
    new Map((await findPeople(db, [...ids])).map(({ account, name }) => [account, { zh: name, en: name }])),
}

/** The names of everything that entries point to, one question a kind. What has no name any more keeps its id. */
export async function calledIn(
  db: Db,
  { vault, titles }: Pick<InstitutionServices, 'vault' | 'titles'>,
  { fields }: Institution,
  entries: readonly Entry[],
): Promise<Called> {
  const wanted = new Map<string, Set<string>>()
  const want = (kind: string, id: unknown) => {
    if (typeof id === 'string' && id !== '') wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id))
  }
  for (const { values, unit, taken, corrections, answers } of entries) {
    want('unit', unit)
    for (const { by } of [...taken, ...corrections, ...answers]) want('account', by)
    for (const { code, kind } of fields) if (kind === 'person' || isReference(kind)) want(kind, values[code])
  }
  const found = new Map<string, ReadonlyMap<string, Bilingual>>()
  for (const [kind, ids] of wanted) found.set(kind, await titlesOf(db, { vault, titles }, kind, [...ids]))
  return (kind, id) => found.get(kind)?.get(id) ?? { zh: id, en: id }
}

async function titlesOf(
  db: Db,
  { vault, titles }: Pick<InstitutionServices, 'vault' | 'titles'>,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Bilingual>> {
  if (kind === 'person')
    return new Map([...(await maskedNames(db, vault, ids))].map(([id, name]) => [id, { zh: name, en: name }]))
  const known = { ...OWN, ...titles }[kind as Reference]
  const named = known ? await known(db, ids) : new Map<string, Bilingual>()
  return kind === 'account' ? withOthers(ids, named) : named
}

const APPLICANT: Bilingual = { zh: '申请人', en: 'the applicant' }
const SYSTEM: Bilingual = { zh: '系统', en: 'the system' }

function withOthers(ids: readonly string[], named: ReadonlyMap<string, Bilingual>): Map<string, Bilingual> {
  const others = ids
    .filter((id) => id.startsWith('resident/') || id.startsWith('system/'))
    .map((id) => [id, id.startsWith('resident/') ? APPLICANT : SYSTEM] as const)
  return new Map([...named, ...others])
}
