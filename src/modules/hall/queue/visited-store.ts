import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Visited = z.object({ item: z.string(), served: z.number() })

/** How many numbers were served at counters for each item; both days counted. */
export const countServed = (db: Db, { from, until }: { readonly from: Day; readonly until: Day }) =>
  db.rows(
    Visited,
    sql`
    select item, count(*)::int as served
      from hall_ticket
     where jurisdiction = ${db.scope.jurisdiction}
       and item is not null
       and state = 'served'
       and on_day between ${from}::date and ${until}::date
     group by item
     limit 100000`,
  )
