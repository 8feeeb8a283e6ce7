import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Bound = z.object({
  hall: z.string(),
  stationed: z.boolean(),
  entryOn: z.string().nullable(),
  exemptUntil: z.string().nullable(),
})

interface Matter {
  readonly unit: string
  readonly item: string | undefined
  readonly today: Day
}

/** The halls in which a unit is stationed on a day, and those which an item has entered or is exempt from. */
export const findHallsBinding = (db: Db, { unit, item, today }: Matter) =>
  db.rows(
    Bound,
    sql`
    select hall, true as stationed, null as entry_on, null as exempt_until
      from hall_department
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and since <= ${today}::date
     union all
    select hall, false, entry_on::text, exempt_until::text
      from hall_admission
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item ?? null}
     order by hall, stationed
     limit 200`,
  )
