import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Beneficiary = z.object({
  unit: z.string(),
  /** The applicant's reference into the vault: says that two are the same, not who. */
  who: z.string(),
  masked: z.string(),
  times: z.number(),
  caseNo: z.string(),
})
/** Somebody whom a unit granted something, how often, and the newest of these cases. */
export type Beneficiary = z.infer<typeof Beneficiary>

/** Whom each unit granted something between two instants, most often first. */
export const findBeneficiaries = (db: Db, from: EpochMs, until: EpochMs): Promise<Beneficiary[]> =>
  db.rows(
    Beneficiary,
    sql`
    select unit, applicant as who, max(applicant_masked) as masked, count(*) as times, max(case_no) as case_no
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and outcome = 'granted'
       and ended_at >= to_timestamp(${from}::float8 / 1000)
       and ended_at < to_timestamp(${until}::float8 / 1000)
     group by unit, applicant
     order by times desc, unit, applicant
     limit 100000`,
  )
