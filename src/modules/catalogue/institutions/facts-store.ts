import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Resting = z.object({ item: z.string(), laws: z.array(z.string()) })

/** The laws that the items of a day rest on, but for clauses that the version itself says have ended. */
export const findLaws = (db: Db, today: Day) =>
  db.rows(
    Resting,
    sql`
    select item, json_agg(clause ->> 'law') as laws
      from catalogue_version,
           json_array_elements(content -> 'basis') clause
     where jurisdiction = ${db.scope.jurisdiction}
       and effective_from <= ${today}::date
       and (effective_until is null or effective_until >= ${today}::date)
       and (clause ->> 'repealedFrom' is null or clause ->> 'repealedFrom' > ${today})
     group by item
     order by item
     limit 100000`,
  )

const Count = z.object({ count: z.number() })

/** Published items that a unit acts for. */
export const countItemsOf = async (db: Db, unit: string): Promise<number> =>
  (
    await db.one(
      Count,
      sql`
      select count(*) as count
        from catalogue_item
       where jurisdiction = ${db.scope.jurisdiction}
         and unit = ${unit}
         and latest_version > 0
         and cancellation is null`,
    )
  )?.count ?? 0
