import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { GRADES } from './terms.ts'

const RatedCase = z.object({
  caseNo: z.string(),
  grade: z.enum(GRADES),
  lastAt: z.number().transform((at): EpochMs => at),
})

/** Cases of a unit, or one case, that their applicants rated; the newest first, without their words. */
export const findRated = (
  db: Db,
  { unit, caseNo }: { readonly unit?: string | undefined; readonly caseNo?: string | undefined },
) =>
  db.rows(
    RatedCase,
    sql`
    select case_no, state -> 'rating' ->> 'grade' as grade, (state ->> 'lastAt')::double precision as last_at
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and (${unit ?? null}::text is null or unit = ${unit ?? null})
       and (${caseNo ?? null}::text is null or case_no = ${caseNo ?? null})
       and jsonb_typeof(state -> 'rating') = 'object'
     order by received_at desc, case_no
     limit 100`,
  )
