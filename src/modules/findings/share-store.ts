import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Share = z.object({
  account: z.string(),
  findings: z.number(),
  disposed: z.number(),
  overdue: z.number(),
  withoutConsequence: z.number(),
  educatedAgain: z.number(),
})

/** What each supervisor's findings led to; what was withdrawn counts nowhere. */
export const findShares = (db: Db, now: EpochMs) =>
  db.rows(
    Share,
    sql`
    select judge as account,
           count(*)::integer as findings,
           count(*) filter (where status = 'disposed')::integer as disposed,
           count(*) filter (where status <> 'disposed' and dispose_by <= ${new Date(now).toISOString()})::integer as overdue,
           count(*) filter (where disposition in ('educated', 'exempt', 'noFault'))::integer as without_consequence,
           count(*) filter (where disposition = 'educated'
                              and jsonb_array_length(state -> 'disposed' -> 'educatedBefore') > 0)::integer as educated_again
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and status <> 'withdrawn'
     group by judge
     order by findings desc, account
     limit 200`,
  )

const Judged = z.object({
  account: z.string(),
  unit: z.string(),
  disposed: z.number(),
  withoutConsequence: z.number(),
})
export type Judged = z.infer<typeof Judged>

/** Who disposed of how much of which unit, and how much of it without consequence. */
export const findJudged = (db: Db): Promise<Judged[]> =>
  db.rows(
    Judged,
    sql`
    select judge as account, unit,
           count(*)::integer as disposed,
           count(*) filter (where disposition in ('educated', 'exempt', 'noFault'))::integer as without_consequence
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and status = 'disposed'
     group by judge, unit
     order by account, unit
     limit 10000`,
  )
