import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { isBarred } from './barred.ts'
import { inForceOn } from './licence.ts'
import { findLicencesOf } from './licence-store.ts'
import { dayAt } from './views.ts'

/** Why a person's data are kept: a licence in force has a holder, and a ban must find whom it bars. */
export async function neededForLicences(
  db: Db,
  person: string,
  now: EpochMs,
): Promise<Bilingual | undefined> {
  const today = dayAt(now)
  const inForce = (await findLicencesOf(db, person)).filter(({ licence }) => inForceOn(licence, today))
  if (inForce.length > 0)
    return { zh: `持有 ${inForce.length} 份有效证照`, en: `${inForce.length} licences are in force` }
  return (await isBarred(db, person, today))
    ? { zh: '不得再次申请的期限还没有届满', en: 'a ban on applying has not ended yet' }
    : undefined
}
