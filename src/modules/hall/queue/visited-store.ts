import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Visited = z.object({ item: z.string(), served: z.number(), advised: z.number() })

/** For each item: how many numbers were served at counters, and how many questions were written down; both days counted. */
export const countVisited = (db: Db, { from, until }: { readonly from: Day; readonly until: Day }) =>
  db.rows(
    Visited,
    sql`
    with seen as (
         select item, 1 as served, 0 as advised
           from hall_ticket
          where jurisdiction = ${db.scope.jurisdiction}
            and state = 'served'
            and on_day between ${from}::date and ${until}::date
          union all
         select state ->> 'item', 0, 1
           from hall_enquiry
          where jurisdiction = ${db.scope.jurisdiction}
            and (asked_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${until}::date
         )
    select item, sum(served)::int as served, sum(advised)::int as advised
      from seen
     where item is not null
     group by item
     limit 100000`,
  )
