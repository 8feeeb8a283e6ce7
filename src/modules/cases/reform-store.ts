import { z } from 'zod'
import { type Day, DAY_MS, dayNumber } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'

const instant = (on: Day) => new Date(instantOf(DEFAULT_ZONE, dayNumber(on))).toISOString()

const Counted = z.object({ item: z.string(), cases: z.number() })

/** Cases of items received since a day, by item. */
const countSince = (db: Db, items: readonly string[], since: Day) =>
  db.rows(
    Counted,
    sql`
    select item, count(*) as cases
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and item = any (${items}::text[])
       and received_at >= ${instant(since)}
     group by item
     order by item
     limit 5000`,
  )

const Volume = z.object({
  unit: z.string(),
  received: z.number(),
  decided: z.number(),
  medianMs: z.number().nullable(),
})

/** What each unit received of an item within a span, and how long it took from acceptance to decision. */
async function volumes(db: Db, { item, from, until }: { item: string; from: Day; until: Day }) {
  const rows = await db.rows(
    Volume,
    sql`
    select unit, count(*) as received,
           count(*) filter (where state -> 'decision' ->> 'at' is not null) as decided,
           percentile_cont(0.5) within group (
             order by (state -> 'decision' ->> 'at')::float8 - extract(epoch from accepted_at)::float8 * 1000
           ) as median_ms
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
       and received_at >= ${instant(from)}
       and received_at < ${instant(until)}
     group by unit
     order by unit
     limit 200`,
  )
  return rows.map(({ medianMs, ...row }) => ({
    ...row,
    medianDays: medianMs === null ? null : inDays(medianMs),
  }))
}

/** Elapsed days to one decimal; working days are the calendar's business and not asked here. */
const inDays = (ms: number): number => Math.round((ms / DAY_MS) * 10) / 10

/** Cases received since a day whose decision is still another unit's: the power went down, the seal did not. */
const decidedBy = async (db: Db, { item, unit, since }: { item: string; unit: string; since: Day }) =>
  (
    await db.one(
      z.object({ cases: z.number() }),
      sql`
      select count(*) as cases
        from case_file
       where jurisdiction = ${db.scope.jurisdiction}
         and item = ${item}
         and received_at >= ${instant(since)}
         and state -> 'plan' -> 'decidedBy' ->> 'unit' = ${unit}`,
    )
  )?.cases ?? 0

/** Turned away by one unit, and met by another within so many days, since a day: the applicant was sent to and fro. */
const bounced = async (db: Db, { item, since, days }: { item: string; since: Day; days: number }) =>
  (
    await db.rows(
      z.object({ numbers: z.array(z.string()) }),
      sql`
      select array[first.case_no, later.case_no] as numbers
        from case_file first
        join case_file later
          on later.jurisdiction = first.jurisdiction
         and later.applicant = first.applicant
         and later.item = first.item
         and later.unit <> first.unit
         and later.received_at >= first.received_at
         and later.received_at <= first.received_at + make_interval(days => ${days}::int)
       where first.jurisdiction = ${db.scope.jurisdiction}
         and first.item = ${item}
         and first.status = 'declined'
         and later.received_at >= ${instant(since)}
       order by later.received_at desc, later.case_no
       limit 100`,
    )
  ).map(({ numbers }) => numbers)

/** What the catalogue below is handed of its cases by whoever puts the modules together. */
export const casesOfReform = { countSince, volumes, decidedBy, bounced }
