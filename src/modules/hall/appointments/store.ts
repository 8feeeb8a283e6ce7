import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { BOOKING_STATES, type BookingStanding } from '../terms.ts'
import type { Made } from './booking.ts'
import { DayColumn, instant, text } from '../columns.ts'
import { countPlace } from './slot-store.ts'

/** One booking at a time for a person or an agent, so that two at once cannot both be the last that is allowed. */
export const lockBooker = (db: Db, who: string) =>
  db.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`booker/${db.scope.jurisdiction}/${who}`}, 8542))`,
  )

const BookingRow = z.object({
  booking: z.string(),
  hall: z.string(),
  day: DayColumn,
  group: z.string(),
  starts: z.string(),
  startsAt: instant,
  endsAt: instant,
  item: z.string(),
  unit: z.string(),
  person: z.string(),
  agentMark: z.string().nullable(),
  state: z.enum(BOOKING_STATES),
  number: z.string().nullable(),
})
export type BookingRow = z.infer<typeof BookingRow>

const bookingColumns = sql`
  booking, hall, on_day as day, group_code as "group", starts, starts_at, ends_at, item, for_unit as unit, person,
  agent_mark, state, number`

export const findBooking = (db: Db, booking: string) =>
  db.one(
    BookingRow,
    sql`
    select ${bookingColumns}
      from hall_booking
     where jurisdiction = ${db.scope.jurisdiction}
       and booking = ${booking}`,
  )

/** Bookings of a person, the last ones first. */
export const findBookingsOf = (db: Db, person: string): Promise<BookingRow[]> =>
  db.rows(
    BookingRow,
    sql`
    select ${bookingColumns}
      from hall_booking
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
     order by starts_at desc
     limit 100`,
  )

export const countOpenOfAgent = async (db: Db, agentMark: string | null): Promise<number> => {
  const found = await db.one(
    z.object({ open: z.number() }),
    sql`
    select count(*) as open
      from hall_booking
     where jurisdiction = ${db.scope.jurisdiction}
       and agent_mark = ${agentMark}
       and state = 'booked'`,
  )
  return found?.open ?? 0
}

export const findBookings = (db: Db, hall: string, from: Day, until: Day): Promise<BookingRow[]> =>
  db.rows(
    BookingRow,
    sql`
    select ${bookingColumns}
      from hall_booking
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day between ${from}::date and ${until}::date
     order by starts_at, booking
     limit 20000`,
  )

/** Bookings whose time began before an instant and that nobody has used. */
export const findUnused = (db: Db, before: EpochMs): Promise<BookingRow[]> =>
  db.rows(
    BookingRow,
    sql`
    select ${bookingColumns}
      from hall_booking
     where jurisdiction = ${db.scope.jurisdiction}
       and state = 'booked'
       and starts_at < ${text(before)}
     order by starts_at
     limit 500`,
  )

export async function insertBooking(db: Db, booking: string, made: Made, at: EpochMs): Promise<void> {
  await db.run(sql`
    insert into hall_booking
           (jurisdiction, booking, hall, on_day, group_code, starts, starts_at, ends_at, item, for_unit, person, agent_mark,
            state, booked_at, changed_at)
    values (${db.scope.jurisdiction}, ${booking}, ${made.hall}, ${made.day}::date, ${made.group}, ${made.starts},
            ${text(made.startsAt)}, ${text(made.endsAt)}, ${made.item}, ${made.unit}, ${made.person}, ${made.agentMark},
            'booked', ${text(at)}, ${text(at)})`)
  await countPlace(db, made, 1)
}

export const setBooking = (
  db: Db,
  booking: string,
  {
    state,
    number = null,
    at,
  }: { readonly state: BookingStanding; readonly number?: string | null; readonly at: EpochMs },
) =>
  db.run(sql`
    update hall_booking
       set state = ${state}, number = ${number}, changed_at = ${text(at)}
     where jurisdiction = ${db.scope.jurisdiction}
       and booking = ${booking}`)

const CalledRow = z.object({
  booking: z.string(),
  day: z.string(),
  starts: z.string(),
  number: z.string(),
  counter: z.string().nullable(),
  dueAt: instant,
  calledAt: instant.nullable(),
})

/** Who came to a booked time, and when the counter called; the later of time and arrival is what is held against it. */
export const findKept = (db: Db, hall: string, from: Day, until: Day) =>
  db.rows(
    CalledRow,
    sql`
    select b.booking, b.on_day as day, b.starts, t.number, t.counter, greatest(b.starts_at, t.issued_at) as due_at,
           t.first_called_at as called_at
      from hall_booking b
      join hall_ticket t
        on t.jurisdiction = b.jurisdiction
       and t.booking = b.booking
     where b.jurisdiction = ${db.scope.jurisdiction}
       and b.hall = ${hall}
       and b.on_day between ${from}::date and ${until}::date
     order by b.starts_at, b.booking
     limit 20000`,
  )
