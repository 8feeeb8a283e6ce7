import { z } from 'zod'
import { type Day, isDay, type EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { BOOKING_STATES, type BookingStanding } from '../terms.ts'
import type { Made } from './booking.ts'
import type { SlotTime } from './slots.ts'

const instant = z.date().transform(Number)
const DayColumn = z.custom<Day>((value) => typeof value === 'string' && isDay(value))
const text = (at: EpochMs) => new Date(at).toISOString()

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

/** One booking at a time for a person or an agent, so that two at once cannot both be the last that is allowed. */
export const lockBooker = (db: Db, who: string) =>
  db.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`booker/${db.scope.jurisdiction}/${who}`}, 8542))`,
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

export const countPlace = (db: Db, { hall, day, group, starts }: SlotKey, more: 1 | -1) =>
  db.run(sql`
    update hall_slot
       set booked = booked + ${more}
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and group_code = ${group}
       and starts = ${starts}`)

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

const BarRow = z.object({
  hall: z.string(),
  person: z.string(),
  from: DayColumn,
  until: DayColumn,
  missed: z.number(),
  appeal: z.string().nullable(),
  lifted: z.boolean(),
  answer: z.string().nullable(),
})
export type BarRow = z.infer<typeof BarRow>

const barColumns = sql`hall, person, from_day as "from", until_day as until, missed, appeal, lifted, answer`

/** The bars of a person, the last one first. */
export const findBarsOf = (db: Db, person: string): Promise<BarRow[]> =>
  db.rows(
    BarRow,
    sql`
    select ${barColumns}
      from hall_booking_bar
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
     order by from_day desc
     limit 20`,
  )

export const findBars = (db: Db, hall: string): Promise<BarRow[]> =>
  db.rows(
    BarRow,
    sql`
    select ${barColumns}
      from hall_booking_bar
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
     order by from_day desc, person
     limit 500`,
  )

export const putBar = (
  db: Db,
  { hall, person, from, until, missed }: Omit<BarRow, 'appeal' | 'lifted' | 'answer'>,
) =>
  db.run(sql`
    insert into hall_booking_bar (jurisdiction, hall, person, from_day, until_day, missed, lifted)
    values (${db.scope.jurisdiction}, ${hall}, ${person}, ${from}::date, ${until}::date, ${missed}, false)`)

interface Appealed {
  readonly hall: string
  readonly person: string
  readonly from: string
}

export const setAppeal = (db: Db, { hall, person, from }: Appealed, appeal: string) =>
  db.run(sql`
    update hall_booking_bar
       set appeal = ${appeal}
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and person = ${person}
       and from_day = ${from}::date`)

export const setAnswer = (
  db: Db,
  { hall, person, from }: Appealed,
  { lift, answer }: { readonly lift: boolean; readonly answer: string },
) =>
  db.run(sql`
    update hall_booking_bar
       set lifted = ${lift}, answer = ${answer}
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and person = ${person}
       and from_day = ${from}::date`)

export const insertRefusal = (
  db: Db,
  {
    hall,
    person,
    version,
    why,
    agentMark,
    at,
  }: {
    readonly hall: string
    readonly person: string
    readonly version: number
    readonly why: string
    readonly agentMark: string | null
    readonly at: EpochMs
  },
) =>
  db.run(sql`
    insert into hall_booking_refusal (jurisdiction, hall, person, version, at, why, agent_mark)
    values (${db.scope.jurisdiction}, ${hall}, ${person}, ${version}, ${text(at)}, ${why}, ${agentMark})`)

const Refused = z.object({ person: z.string(), agentMark: z.string().nullable(), refused: z.number() })

export const countRefusals = (db: Db, hall: string, from: EpochMs, until: EpochMs) =>
  db.rows(
    Refused,
    sql`
    select person, agent_mark, count(*) as refused
      from hall_booking_refusal
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and at >= ${text(from)}
       and at < ${text(until)}
     group by person, agent_mark
     order by refused desc, person
     limit 2000`,
  )

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
