import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { banRow, dayAt, findBan, findLicence, licenceRow } from '#modules/licences/index.ts'
import type { LivingCase } from '../case.ts'
import type { FileLicensing } from '../licensing-contract.ts'

/** What a case has to do with licences and bans, for whoever sees it. */
export async function licensingView(db: Db, state: LivingCase, now: EpochMs): Promise<FileLicensing> {
  const { plan, renews = null, decision, caseNo } = state
  const today = dayAt(now)
  const number = decision?.licence ?? renews?.licence
  const licence = number === undefined ? undefined : await findLicence(db, number)
  const ban = decision?.falseMaterial ? await findBan(db, caseNo) : undefined
  return {
    yields: plan.licence != null && !renews,
    safety: plan.safety ?? false,
    renews,
    licence: licence ? licenceRow(licence, today) : null,
    ban: ban ? banRow(ban.content, today) : null,
  }
}
