import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { DayColumn, instant, text } from '../columns.ts'
import type { SlotTime } from './slots.ts'

const SlotRow = z.object({
  day: DayColumn,
  group: z.string(),
  starts: z.string(),
  ends: z.string(),
  startsAt: instant,
  endsAt: instant,
  capacity: z.number(),
  booked: z.number(),
  afterHours: z.boolean(),
})
export type SlotRow = z.infer<typeof SlotRow>

const slotColumns = sql`
  on_day as day, group_code as "group", starts, ends, starts_at, ends_at, capacity, booked, after_hours`

/** Times of a group that begin within a span. */
export const findSlots = (
  db: Db,
  {
    hall,
    group,
    from,
    until,
  }: { readonly hall: string; readonly group: string; readonly from: EpochMs; readonly until: EpochMs },
): Promise<SlotRow[]> =>
  db.rows(
    SlotRow,
    sql`
    select ${slotColumns}
      from hall_slot
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and group_code = ${group}
       and starts_at >= ${text(from)}
       and starts_at < ${text(until)}
       and capacity > 0
     order by starts_at
     limit 2000`,
  )

export interface SlotKey {
  readonly hall: string
  readonly day: string
  readonly group: string
  readonly starts: string
}

export const findSlot = (db: Db, { hall, day, group, starts }: SlotKey): Promise<SlotRow | undefined> =>
  db.one(
    SlotRow,
    sql`
    select ${slotColumns}
      from hall_slot
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and group_code = ${group}
       and starts = ${starts}`,
  )

/** The same, held until the transaction ends: of all who want the last place one reads it as free. */
export const holdSlot = (db: Db, { hall, day, group, starts }: SlotKey): Promise<SlotRow | undefined> =>
  db.one(
    SlotRow,
    sql`
    select ${slotColumns}
      from hall_slot
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and group_code = ${group}
       and starts = ${starts}
       for update`,
  )

export const putSlot = (
  db: Db,
  { hall, day, group }: Omit<SlotKey, 'starts'>,
  slot: SlotTime & { readonly capacity: number },
) =>
  db.run(sql`
    insert into hall_slot
           (jurisdiction, hall, on_day, group_code, starts, ends, starts_at, ends_at, capacity, booked, after_hours)
    values (${db.scope.jurisdiction}, ${hall}, ${day}::date, ${group}, ${slot.starts}, ${slot.ends},
            ${text(slot.startsAt)}, ${text(slot.endsAt)}, ${slot.capacity}, 0, ${slot.afterHours})
        on conflict (jurisdiction, hall, on_day, group_code, starts) do update
       set ends = excluded.ends, ends_at = excluded.ends_at, capacity = excluded.capacity,
           after_hours = excluded.after_hours`)

export const countPlace = (db: Db, { hall, day, group, starts }: SlotKey, more: 1 | -1) =>
  db.run(sql`
    update hall_slot
       set booked = booked + ${more}
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and group_code = ${group}
       and starts = ${starts}`)

/** Bookings of times outside the hours of the counters. */
export const countAfterHours = async (db: Db, hall: string, from: Day, until: Day): Promise<number> => {
  const found = await db.one(
    z.object({ booked: z.number() }),
    sql`
    select coalesce(sum(booked), 0)::int as booked
      from hall_slot
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day between ${from}::date and ${until}::date
       and after_hours`,
  )
  return found?.booked ?? 0
}
