import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { neededForLicences } from '#modules/licences/index.ts'
import { countOpenOf } from './store.ts'

/** Why a person's data cannot be erased yet: a case under way, a licence in force or a ban needs them (个人信息保护法第四十七条，履行法定职责所必需). */
export async function openCasesOf(db: Db, person: string, now: EpochMs): Promise<Bilingual | undefined> {
  const open = await countOpenOf(db, person)
  if (open === 0) return neededForLicences(db, person, now)
  return { zh: `还有 ${open} 件在办的申请`, en: `${open} applications are still under way` }
}
