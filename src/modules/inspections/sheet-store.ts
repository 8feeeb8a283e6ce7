import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'

const Sheets = z.object({ account: z.string(), sheets: z.number(), late: z.number() })

/**
 * How many findings sheets each inspector owed, and how many were not there in time. Undercover visits stand in nobody's
 * share: it would tell who went.
 */
export const findSheets = (db: Db) =>
  db.rows(
    Sheets,
    sql`
    select inspector.account,
           count(*)::integer as sheets,
           count(*) filter (where state ->> 'overdueAt' is not null)::integer as late
      from inspection_visit
           cross join lateral jsonb_array_elements_text(state -> 'inspectors') as inspector (account)
     where jurisdiction = ${db.scope.jurisdiction}
       and kind not in ('covert', 'covertCheck')
       and not sealed
       and jsonb_typeof(state -> 'ended') = 'object'
     group by inspector.account
     order by inspector.account
     limit 1000`,
  )
