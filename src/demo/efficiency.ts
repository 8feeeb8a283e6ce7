import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { foundSettings } from '#modules/supervision/index.ts'

/** Documents of the city begin with 9901; everybody else comes from outside. */
const LOCAL_REGION = '9901'
const OTHER_REGION = '9902'

/** What the city has set for its figures, with a target or two that are missed. */
export const foundEfficiency = (db: Db, from: string, at: EpochMs) =>
  foundSettings(
    db,
    [
      { name: 'localRegions', subject: '', from, value: LOCAL_REGION, reason: '青禾市辖区的行政区划代码' },
      { name: 'visitTarget', subject: '', from, value: 1, reason: '最多跑一次' },
    ],
    { by: 'demo', at },
  )

/** One applicant in five is from outside; which, the number of the case says, so that the same year is told again. */
export const regionOf = (caseNo: string): string =>
  Number(caseNo.replaceAll(/\D/g, '').slice(-4)) % 5 === 0 ? OTHER_REGION : LOCAL_REGION
