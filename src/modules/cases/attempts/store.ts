import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

interface FiledBefore {
  readonly applicant: string
  readonly item: string
  readonly since: EpochMs
}

/** Cases of this applicant and item that were withdrawn after they had been accepted, since an instant. */
export const findWithdrawnBefore = async (
  db: Db,
  { applicant, item, since }: FiledBefore,
): Promise<string[]> => {
  const rows = await db.rows(
    z.object({ caseNo: z.string() }),
    sql`
    select case_no
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and applicant = ${applicant}
       and item = ${item}
       and status = 'withdrawn'
       and accepted_at is not null
       and ended_at >= ${new Date(since).toISOString()}
     order by case_no
     limit 10`,
  )
  return rows.map(({ caseNo }) => caseNo)
}
