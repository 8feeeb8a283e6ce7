import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import { GRADES } from './terms.ts'

const RatedCase = z.object({
  caseNo: z.string(),
  grade: z.enum(GRADES),
  lastAt: z.number().transform((at): EpochMs => at),
})

/** A step of the case lay on that post. */
const hadBy = (unit: string | undefined, post: string | undefined): Sql =>
  post === undefined
    ? raw('true')
    : sql`state -> 'steps' @> ${JSON.stringify([{ ...(unit === undefined ? {} : { unit }), post }])}::jsonb`

/** The latest cases that a post of a unit had. */
export const findCasesOfPost = async (
  db: Db,
  { unit, post }: { readonly unit: string; readonly post: string },
): Promise<string[]> => {
  const rows = await db.rows(
    z.object({ caseNo: z.string() }),
    sql`
    select case_no
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and ${hadBy(unit, post)}
     order by received_at desc, case_no
     limit 500`,
  )
  return rows.map(({ caseNo }) => caseNo)
}

/** Cases of a unit, of one of its posts, or one case, that their applicants rated; the newest first, without their words. */
export const findRated = (
  db: Db,
  {
    unit,
    post,
    caseNo,
  }: {
    readonly unit?: string | undefined
    readonly post?: string | undefined
    readonly caseNo?: string | undefined
  },
) =>
  db.rows(
    RatedCase,
    sql`
    select case_no, state -> 'rating' ->> 'grade' as grade, (state ->> 'lastAt')::double precision as last_at
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and (${unit ?? null}::text is null or unit = ${unit ?? null})
       and ${hadBy(unit, post)}
       and (${caseNo ?? null}::text is null or case_no = ${caseNo ?? null})
       and jsonb_typeof(state -> 'rating') = 'object'
     order by received_at desc, case_no
     limit 100`,
  )
