import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Answered = z.object({
  officer: z.string(),
  unit: z.string(),
  answered: z.number(),
  yes: z.number(),
  cases: z.array(z.string()),
})
export type Answered = z.infer<typeof Answered>

/** Answers to the question after a case, by who decided it, of cases that ended within a span. */
export const findAnswered = (db: Db, from: EpochMs, until: EpochMs): Promise<Answered[]> =>
  db.rows(
    Answered,
    sql`
    select state -> 'decision' ->> 'by' as officer, unit, count(*) as answered,
           count(*) filter (where (state -> 'rating' -> 'connections')::boolean) as yes,
           coalesce(array_agg(case_no order by case_no)
                      filter (where (state -> 'rating' -> 'connections')::boolean), '{}') as cases
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and ended_at >= ${new Date(from).toISOString()}
       and ended_at < ${new Date(until).toISOString()}
       and state -> 'rating' ? 'connections'
       and state -> 'decision' ->> 'by' is not null
     group by 1, 2
     order by yes desc, answered desc, officer
     limit 2000`,
  )
