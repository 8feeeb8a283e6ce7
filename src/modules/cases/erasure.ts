import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { countOpenOf } from './store.ts'

/** Why a person's data cannot be erased yet: a case under way needs them (个人信息保护法第四十七条，履行法定职责所必需). */
export async function openCasesOf(db: Db, person: string): Promise<Bilingual | undefined> {
  const open = await countOpenOf(db, person)
  if (open === 0) return undefined
  return { zh: `还有 ${open} 件在办的申请`, en: `${open} applications are still under way` }
}
