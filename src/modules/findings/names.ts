import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'

/** Units and accounts as people call them, asked for once. */
export interface Names {
  unit(unit: string): { readonly id: string; readonly name: Bilingual }
  person(account: string): string
}

export async function namesOf(
  db: Db,
  { units, accounts }: { readonly units: readonly string[]; readonly accounts: readonly string[] },
): Promise<Names> {
  const people = new Map((await findPeople(db, [...new Set(accounts)])).map((one) => [one.account, one.name]))
  const titles = new Map((await findUnitTitles(db, [...new Set(units)])).map((one) => [one.id, one]))
  return {
    unit: (id) => {
      const title = titles.get(id)
      return { id, name: { zh: title?.name ?? id, en: title?.nameEn ?? id } }
    },
    person: (account) => people.get(account) ?? account,
  }
}
