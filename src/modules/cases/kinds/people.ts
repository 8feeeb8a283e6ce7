import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'

/** Accounts and units of a list as people call them, asked for once. */
export interface ListNames {
  unit(unit: string): Bilingual
  by(account: string | null): Bilingual
}

export async function listNames(
  db: Db,
  { units, accounts }: { readonly units: readonly string[]; readonly accounts: readonly (string | null)[] },
): Promise<ListNames> {
  const staff = accounts.filter((one): one is string => one !== null && !/^(resident|system)\//.test(one))
  const people = new Map((await findPeople(db, [...new Set(staff)])).map((one) => [one.account, one.name]))
  const titles = new Map((await findUnitTitles(db, [...new Set(units)])).map((one) => [one.id, one]))
  return {
    unit: (unit) => {
      const title = titles.get(unit)
      return title ? { zh: title.name, en: title.nameEn } : { zh: unit, en: unit }
    },
    by: (account) => {
      if (account === null) return { zh: '', en: '' }
      if (account.startsWith('resident/')) return { zh: '申请人', en: 'the applicant' }
      if (account.startsWith('system/')) return { zh: '依法自动发生', en: 'by operation of law' }
      const name = people.get(account) ?? account
      return { zh: name, en: name }
    },
  }
}

export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)
export const instantOf = (at: Date | null): string | null => (at === null ? null : instantText(at.getTime()))
