import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { DepartmentEvent } from './department.ts'

const Department = z.object({
  unit: z.string(),
  since: z.custom<Day>((value) => typeof value === 'string' && isDay(value)),
  central: z.boolean(),
  online: z.boolean(),
})

/** The departments that a hall counts as its own. */
export const findDepartments = (db: Db, hall: string) =>
  db.rows(
    Department,
    sql`
    select unit, since, central, online
      from hall_department
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
     order by unit
     limit 2000`,
  )

export const listDepartment = (
  db: Db,
  { hall, unit }: { readonly hall: string; readonly unit: string },
  event: DepartmentEvent,
) =>
  event.type === 'DepartmentLeft'
    ? db.run(sql`
        delete from hall_department
         where jurisdiction = ${db.scope.jurisdiction}
           and hall = ${hall}
           and unit = ${unit}`)
    : db.run(sql`
        insert into hall_department (jurisdiction, hall, unit, since, central, online)
        values (${db.scope.jurisdiction}, ${hall}, ${unit}, ${event.since}::date, ${event.central}, ${event.online})
            on conflict (jurisdiction, hall, unit) do update
           set since = excluded.since, central = excluded.central, online = excluded.online`)
