import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Count = z.object({ count: z.number() })
const numberOf = async (found: Promise<{ readonly count: number } | undefined>): Promise<number> =>
  (await found)?.count ?? 0

/** Departments that a hall counts as its own on a day. */
export const countDepartments = (db: Db, hall: string, today: Day): Promise<number> =>
  numberOf(
    db.one(
      Count,
      sql`
      select count(*) as count
        from hall_department
       where jurisdiction = ${db.scope.jurisdiction}
         and hall = ${hall}
         and since <= ${today}::date`,
    ),
  )

export interface Week {
  readonly hall: string
  readonly from: Day
  readonly until: Day
}

/** Visitors of some days who stood at a counter that cannot take the item they came for. */
export const countWrongWindows = (db: Db, item: string, { hall, from, until }: Week): Promise<number> =>
  numberOf(
    db.one(
      Count,
      sql`
      select count(*) as count
        from hall_wrong_window
       where jurisdiction = ${db.scope.jurisdiction}
         and hall = ${hall}
         and on_day between ${from}::date and ${until}::date
         and coalesce(needed, recorded) = ${item}`,
    ),
  )

/** Visits of some days in which a greeter sent somebody to a paid agent, or meant to and was refused. */
export const countSteered = (db: Db, { hall, from, until }: Week): Promise<number> =>
  numberOf(
    db.one(
      Count,
      sql`
      select count(*) as count
        from hall_visit
       where jurisdiction = ${db.scope.jurisdiction}
         and hall = ${hall}
         and (at at time zone 'Asia/Shanghai')::date between ${from}::date and ${until}::date
         and (refused or reported = 'sentToAgent')`,
    ),
  )

interface Term {
  readonly unit: string | null
  readonly from: Day
  readonly until: Day
}

/** Questions that a unit's officers, or all, were asked first in some days. */
export const countEnquiries = (db: Db, { unit, from, until }: Term): Promise<number> =>
  numberOf(
    db.one(
      Count,
      sql`
      select count(*) as count
        from hall_enquiry
       where jurisdiction = ${db.scope.jurisdiction}
         and (${unit}::text is null or unit = ${unit})
         and (asked_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${until}::date`,
    ),
  )
