import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { findPeople } from '#modules/access/index.ts'
import { findCaseTitles } from '#modules/cases/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'

/** Units, accounts and cases as people call them, asked for once. */
export interface Names {
  unit(unit: string): { readonly id: string; readonly name: Bilingual }
  person(account: string): string
  /** What a case is about; null for whatever is no case of this office. */
  matter(matter: string | null): Bilingual | null
}

interface Asked {
  readonly units: readonly string[]
  readonly accounts: readonly string[]
  readonly matters?: readonly (string | null)[]
}

export async function namesOf(db: Db, { units, accounts, matters = [] }: Asked): Promise<Names> {
  const caseNos = [...new Set(matters.filter((matter) => matter !== null))]
  const cases = new Map(
    (caseNos.length === 0 ? [] : await findCaseTitles(db, caseNos)).map((one) => [one.caseNo, one.itemName]),
  )
  const people = new Map((await findPeople(db, [...new Set(accounts)])).map((one) => [one.account, one.name]))
  const titles = new Map((await findUnitTitles(db, [...new Set(units)])).map((one) => [one.id, one]))
  return {
    unit: (id) => {
      const title = titles.get(id)
      return { id, name: { zh: title?.name ?? id, en: title?.nameEn ?? id } }
    },
    person: (account) => people.get(account) ?? account,
    matter: (matter) => (matter === null ? null : (cases.get(matter) ?? null)),
  }
}
