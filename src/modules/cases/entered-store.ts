import { z } from 'zod'
import { type Day, dayNumber } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'

const Entered = z.object({
  item: z.string(),
  inHall: z.number(),
  elsewhere: z.number(),
  firstAt: z
    .date()
    .nullable()
    .transform((at) => (at === null ? null : Number(at))),
})

interface Asked {
  readonly entries: readonly { readonly item: string; readonly since: Day }[]
  readonly counters: readonly string[]
}

/** Cases of items since each entered a hall: at its counters or online, or elsewhere (HALL-02, ITEM-29). */
export const findEntered = (db: Db, { entries, counters }: Asked) =>
  db.rows(
    Entered,
    sql`
    select e.item,
           count(*) filter (where placed.inside) as in_hall,
           count(*) filter (where not placed.inside) as elsewhere,
           min(f.received_at) filter (where placed.inside) as first_at
      from unnest(${entries.map(({ item }) => item)}::text[],
                  ${entries.map(({ since }) => new Date(instantOf(DEFAULT_ZONE, dayNumber(since))).toISOString())}::timestamptz[])
           as e (item, since)
      join case_file f
        on f.jurisdiction = ${db.scope.jurisdiction} and f.item = e.item and f.received_at >= e.since
     cross join lateral (
           select f.channel in ('web', 'phone')
                  or coalesce(f.state ->> 'counter' = any (${counters}::text[]), false) as inside) placed
     group by e.item
     order by e.item
     limit 20000`,
  )
