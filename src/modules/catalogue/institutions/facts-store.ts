import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Resting = z.object({ item: z.string() })

/** Items whose version of a day rests on a clause of a law that has not ended by then. */
export const findResting = (db: Db, law: string, today: Day): Promise<{ item: string }[]> =>
  db.rows(
    Resting,
    sql`
    select item
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and effective_from <= ${today}::date
       and (effective_until is null or effective_until >= ${today}::date)
       and exists (select 1
                     from json_array_elements(content -> 'basis') clause
                    where position(${law} in clause ->> 'law') > 0
                      and (clause ->> 'repealedFrom' is null or clause ->> 'repealedFrom' > ${today}))
     order by item
     limit 10000`,
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
