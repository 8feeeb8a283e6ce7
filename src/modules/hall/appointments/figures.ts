import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { AppointmentFigures } from '../appointment-contract.ts'
import { settingsOn } from '../queue/settings.ts'
import { endOf, startOf } from '../staffing.ts'
import type { BookingRow } from './store.ts'
import { countAfterHours } from './slot-store.ts'
import { countRefusals, findBars } from './bar-store.ts'
import { findBookings, findKept } from './store.ts'

const MINUTE = 60_000

interface Span {
  readonly hall: string
  readonly from: Day
  readonly until: Day
}

/** 守约: both sides of appointments, and whoever takes times away from the others. */
export async function appointmentFigures(db: Db, span: Span, now: number): Promise<AppointmentFigures> {
  const { hall, from, until } = span
  const { appointments: rules } = await settingsOn(db, hall, until)
  const bookings = await findBookings(db, hall, from, until)
  const count = (state: string) => bookings.filter((one) => one.state === state).length
  const kept = await findKept(db, hall, from, until)
  const due = kept.filter(
    ({ dueAt, calledAt }) => calledAt !== null || now > dueAt + rules.officeMinutes * MINUTE,
  )
  const late = due.filter(
    ({ dueAt, calledAt }) => (calledAt ?? Infinity) - dueAt > rules.officeMinutes * MINUTE,
  )
  const refused = await countRefusals(db, hall, startOf(from), endOf(until))
  return {
    booked: bookings.length,
    cancelled: count('cancelled'),
    checkedIn: count('checkedIn'),
    missed: count('missed'),
    afterHours: await countAfterHours(db, hall, from, until),
    peopleKept: share(count('checkedIn'), count('checkedIn') + count('missed')),
    officeKept: share(due.length - late.length, due.length),
    officeMissed: late.map(({ booking, day, starts, number, counter, calledAt, dueAt }) => ({
      ...{ booking, day, starts, number, counter },
      lateMinutes: calledAt === null ? null : Math.round((calledAt - dueAt) / MINUTE),
    })),
    hoarding: hoardingOf(bookings, refused),
    bars: await findBars(db, hall),
  }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

interface Refused {
  readonly person: string
  readonly agentMark: string | null
  readonly refused: number
}

const MANY = 5

/** 囤号: who was refused more, or booked many times and used less than half of them. */
function hoardingOf(
  bookings: readonly Pick<BookingRow, 'person' | 'agentMark' | 'state'>[],
  refused: readonly Refused[],
): AppointmentFigures['hoarding'] {
  const rows = new Map<string, AppointmentFigures['hoarding'][number]>()
  const row = ({ person, agentMark }: Pick<Refused, 'person' | 'agentMark'>) => {
    const [kind, who] = agentMark === null ? (['person', person] as const) : (['agent', agentMark] as const)
    const found = rows.get(who) ?? { who, kind, bookings: 0, unused: 0, refused: 0, flagged: false }
    rows.set(who, found)
    return found
  }
  for (const booking of bookings) {
    const one = row(booking)
    one.bookings++
    if (booking.state === 'cancelled' || booking.state === 'missed') one.unused++
  }
  for (const one of refused) row(one).refused += one.refused
  return [...rows.values()]
    .map((one) => ({
      ...one,
      flagged: one.refused > 0 || (one.bookings >= MANY && one.unused * 2 > one.bookings),
    }))
    .filter(({ flagged, bookings: held }) => flagged || held >= MANY)
    .sort((a, b) => b.refused - a.refused || b.bookings - a.bookings || (a.who < b.who ? -1 : 1))
    .slice(0, 100)
}
