import { day, DAY_MS, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Caller, type Route, route } from '#platform/http/index.ts'
import { readGuide } from '#modules/catalogue/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import * as contract from '../appointment-contract.ts'
import type { BookingView } from '../appointment-contract.ts'
import { getHall, todayOf } from '../commands.ts'
import { mustRun } from '../managers.ts'
import { ticketView } from '../queue/board.ts'
import { matterOf } from '../queue/commands.ts'
import { settingsOn } from '../queue/settings.ts'
import { instantText } from '../views.ts'
import { checkInUntil } from './booking.ts'
import * as commands from './commands.ts'
import { appointmentFigures } from './figures.ts'
import { type BookingRow, findBookings, findBookingsOf } from './store.ts'
import { findBarsOf } from './bar-store.ts'
import { findSlots } from './slot-store.ts'

export interface AppointmentServices {
  readonly database: Database
  /** A keyed hash of an agent's document, by which it is found again without being kept. */
  readonly markAgent: (db: Db, document: string) => string
}

interface Doer {
  readonly caller: Caller
  readonly now: EpochMs
}

const doing = ({ caller, now }: Doer) => ({ by: caller.account, at: now })

/** A resident's account is `resident/<reference into the vault>`; bookings hold the reference. */
const personOf = ({ caller }: Pick<Doer, 'caller'>): string => caller.account.replace(/^resident\//, '')
const own = (call: Doer) => ({ by: personOf(call), at: call.now })

export const appointmentRoutes = (services: AppointmentServices): Route[] => [
  ...publicRoutes(services),
  ...ownRoutes(services),
  ...hallRoutes,
]

function publicRoutes({ database }: AppointmentServices): Route[] {
  return [
    route(contract.listSlots, async ({ params: { hall }, query, now }) => {
      const jurisdiction = await jurisdictionOf(database, query.jurisdiction)
      return database.read({ jurisdiction, account: '', reach: 'none' }, async (db) => {
        await getHall(db, hall)
        const today = todayOf(now)
        const { group } = await matterOf(db, hall, query.item, today)
        const { daysAhead } = (await settingsOn(db, hall, today)).appointments
        const slots = await findSlots(db, { hall, group, from: now, until: now + (daysAhead + 1) * DAY_MS })
        return {
          ...{ group, daysAhead, ...(await guideOf(db, query.item, now)) },
          slots: slots.map(({ day: on, starts, ends, capacity, booked, afterHours }) => ({
            ...{ day: on, starts, ends, free: capacity - booked, afterHours },
          })),
        }
      })
    }),
  ]
}

/** What to bring, from the guide: nothing beyond it may be asked for at the counter. */
async function guideOf(db: Db, item: string, now: EpochMs) {
  const { content } = (await readGuide(db, item, todayOf(now))).guide
  return {
    itemName: content.name,
    // Originals and copies together: so many sheets are to be in the bag.
    checklist: content.materials.map(({ name, originals, copies }) => ({ name, copies: originals + copies })),
  }
}

async function bookingViews(db: Db, rows: readonly BookingRow[], now: EpochMs): Promise<BookingView[]> {
  const views: BookingView[] = []
  for (const row of rows) views.push(await bookingView(db, row, now))
  return views
}

async function bookingView(db: Db, row: BookingRow, now: EpochMs): Promise<BookingView> {
  const { booking, hall, day: on, starts, item, state, number } = row
  const rules = (await settingsOn(db, hall, on)).appointments
  return {
    ...{ booking, hall, day: on, starts, item, state, number, ...(await guideOf(db, item, now)) },
    ends: instantText(row.endsAt).slice(11, 16),
    checkInUntil: instantText(checkInUntil(row.startsAt, rules)),
  }
}

function ownRoutes({ markAgent }: AppointmentServices): Route[] {
  return [
    route(contract.bookSlot, async (call) => {
      const { hall, agentDocument, ...wanted } = call.body
      const mark = (db: Db) => (agentDocument === undefined ? null : markAgent(db, agentDocument))
      try {
        return await call.transaction(async (db) => {
          const asked = { ...wanted, hall, day: day(wanted.day), agentMark: mark(db) }
          return bookingView(db, await commands.bookSlot(db, asked, own(call)), call.now)
        })
      } catch (error) {
        if (commands.isHoarding(error))
          await call.transaction(async (db) => keepRefusal(db, call, hall, error.code, mark(db)))
        throw error
      }
    }),
    route(contract.listOwnBookings, ({ caller, now, read }) =>
      read(async (db) => ({
        rows: await bookingViews(db, await findBookingsOf(db, personOf({ caller })), now),
        bars: await findBarsOf(db, personOf({ caller })),
      })),
    ),
    route(contract.cancelBooking, (call) =>
      call.transaction(async (db) =>
        bookingView(db, await commands.cancelBooking(db, call.params.booking, own(call)), call.now),
      ),
    ),
    route(contract.appealBar, (call) =>
      call.transaction((db) => commands.appealBar(db, call.params.hall, call.body.text, own(call))),
    ),
  ]
}

async function keepRefusal(
  db: Db,
  call: Doer,
  hall: string,
  why: string,
  agentMark: string | null,
): Promise<never[]> {
  const who = { hall, person: personOf(call) }
  await commands.changeBooker(db, who, own(call), { type: 'BookingRefused', why, agentMark })
  return []
}

const hallRoutes: Route[] = [
  route(contract.openSlots, (call) =>
    call.transaction(async (db) => {
      const { hall } = call.params
      mustRun(call.caller, (await getHall(db, hall)).unit)
      const { from, until, ...given } = call.body
      const opened = { ...given, from: day(from), until: day(until) }
      return { opened: await commands.openSlots(db, hall, opened, doing(call)) }
    }),
  ),
  route(contract.checkInBooking, (call) =>
    call.transaction(async (db) =>
      ticketView(db, await commands.checkIn(db, call.params.booking, doing(call)), call.now),
    ),
  ),
  route(contract.listDayBookings, ({ params: { hall }, query, now, read }) =>
    read(async (db) => {
      const on = day(query.day)
      const rows = await findBookings(db, hall, on, on)
      return { rows: await bookingViews(db, rows, now) }
    }),
  ),
  route(contract.getAppointmentFigures, ({ params: { hall }, query, now, read }) =>
    read((db) => appointmentFigures(db, { hall, from: day(query.from), until: day(query.until) }, now)),
  ),
  route(contract.decideBar, (call) =>
    call.transaction(async (db) => {
      mustRun(call.caller, (await getHall(db, call.params.hall)).unit)
      return commands.decideBar(db, call.params, call.body, doing(call))
    }),
  ),
]
