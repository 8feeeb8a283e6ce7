import { randomInt } from 'node:crypto'
import { type Day, dayNumber } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { type Doing, getHall, todayOf } from '../commands.ts'
import { issueTicket, matterOf } from '../queue/commands.ts'
import { calls, getGroup, settingsOn } from '../queue/settings.ts'
import type { TicketRow } from '../queue/store.ts'
import { findCounters } from '../counter-store.ts'
import { calendarOf, instantText } from '../views.ts'
import {
  barAfter,
  book,
  type Booking,
  type BookingEvent,
  cancel,
  checkInUntil,
  evolveBooking,
  mayCheckIn,
  miss,
} from './booking.ts'
import { appointmentLists, BOOKER, BOOKING, type BookerEvent, SLOTS, type SlotsOpened } from './lists.ts'
import { refuse } from './refusals.ts'
import { daysOpened, slotsOf } from './slots.ts'
import { type BarRow, findBarsOf } from './bar-store.ts'
import {
  countOpenOfAgent,
  findBooking,
  findBookingsOf,
  findUnused,
  lockBooker,
  type BookingRow,
} from './store.ts'
import { findSlot, holdSlot, type SlotKey } from './slot-store.ts'

const MOST_DAYS = 62

interface Opened {
  readonly group: string
  readonly from: Day
  readonly until: Day
  readonly hours: string
  readonly minutes: number
  readonly capacity: number
  readonly restDays: boolean
}

/** Opens times for booking, or changes how many each takes; never to fewer than have booked. */
export async function openSlots(db: Db, hall: string, given: Opened, { by, at }: Doing): Promise<number> {
  await getHall(db, hall)
  if (dayNumber(given.until) - dayNumber(given.from) >= MOST_DAYS)
    throw refuse('booking.span-too-long', { days: MOST_DAYS })
  const calendar = await calendarOf(db)
  const settings = await settingsOn(db, hall, todayOf(at))
  const { group } = getGroup(settings, given.group)
  const counters = (await findCounters(db, hall)).filter(({ units }) =>
    calls(settings, units, { group, unit: null }),
  )
  let opened = 0
  for (const on of daysOpened(given, calendar)) {
    const slots = slotsOf(on, { ...given, counters, calendar }).filter(({ startsAt }) => startsAt > at)
    for (const { starts } of slots) await mustKeepBooked(db, { hall, day: on, group, starts }, given.capacity)
    if (slots.length === 0) continue
    const payload: Omit<SlotsOpened, 'type'> = { group, capacity: given.capacity, slots }
    await record(db, [appointmentLists], {
      ...{ stream: `${SLOTS}${hall}/${on}`, expectedVersion: 'any', recordedAt: at },
      events: [{ type: 'SlotsOpened', payload: { ...payload }, actor: by, occurredAt: at }],
    })
    opened += slots.length
  }
  return opened
}

async function mustKeepBooked(db: Db, key: SlotKey, capacity: number): Promise<void> {
  const booked = (await holdSlot(db, key))?.booked ?? 0
  if (booked > capacity)
    throw refuse('booking.capacity-taken', { day: key.day, starts: key.starts, booked, capacity })
}

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const bookingNumber = (): string =>
  `Y${Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')}`

async function changeBooking(
  db: Db,
  booking: string,
  { by, at }: Doing,
  choose: (state: Booking | undefined) => readonly BookingEvent[],
): Promise<void> {
  const stored = await readStream(db, BOOKING + booking)
  const state = stored
    .map(({ type, payload }) => ({ type, ...payload }) as unknown as BookingEvent)
    .reduce<Booking | undefined>(evolveBooking, undefined)
  await record(db, [appointmentLists], {
    ...{ stream: BOOKING + booking, expectedVersion: stored.length, recordedAt: at },
    events: choose(state).map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
  })
}

export interface Wanted {
  readonly hall: string
  readonly item: string
  readonly day: Day
  readonly starts: string
  readonly agentMark: string | null
}

/** What is refused because somebody holds too much is kept: slots that somebody tried to hoard. */
const HOARDED = ['booking.too-many', 'booking.too-many-of-agent', 'booking.barred']

/**
 * 预约. Who asks for a full time is told so from what was read; everybody else takes the slot's row in turn, so that of two
 * hundred at the same instant as many get a place as there are places.
 */
export async function bookSlot(db: Db, wanted: Wanted, { by, at }: Doing): Promise<BookingRow> {
  const { hall, item, starts, agentMark } = wanted
  const today = todayOf(at)
  const { appointments: rules } = await settingsOn(db, hall, today)
  const { group, unit } = await matterOf(db, hall, item, wanted.day)
  const key = { hall, day: wanted.day, group, starts }
  const seen = await findSlot(db, key)
  if (seen && seen.capacity > 0 && seen.booked >= seen.capacity)
    throw refuse('booking.slot-full', { day: wanted.day, starts })
  await lockBooker(db, by)
  if (agentMark !== null) await lockBooker(db, agentMark)
  const slot = await holdSlot(db, key)
  const open = (await findBookingsOf(db, by)).filter(({ state }) => state === 'booked')
  const made = {
    ...{ hall, day: wanted.day, group, starts, item, unit: unit ?? '', person: by, agentMark },
    ...{ startsAt: slot?.startsAt ?? 0, endsAt: slot?.endsAt ?? 0 },
  }
  const booking = bookingNumber()
  const asking = {
    ...{ now: at, today, rules, slot, ownOpen: open },
    barredUntil: (await findBarsOf(db, by)).find((bar) => holds(bar, hall, today)),
    agentOpen: agentMark === null ? 0 : await countOpenOfAgent(db, agentMark),
  }
  await changeBooking(db, booking, { by, at }, () => book(made, asking))
  return getBooking(db, booking)
}

const holds = (bar: BarRow, hall: string, today: Day): boolean =>
  bar.hall === hall && !bar.lifted && bar.until >= today

async function getBooking(db: Db, booking: string): Promise<BookingRow> {
  const found = await findBooking(db, booking)
  if (!found) throw refuse('booking.no-such-booking')
  return found
}

export async function cancelBooking(db: Db, booking: string, doing: Doing): Promise<BookingRow> {
  await changeBooking(db, booking, doing, (state) => cancel(state, doing.by, doing.at))
  return getBooking(db, booking)
}

/** 签到: the booking becomes a number that is called first once its time has come. */
export async function checkIn(db: Db, booking: string, doing: Doing): Promise<TicketRow> {
  const held = await getBooking(db, booking)
  const today = todayOf(doing.at)
  const { appointments: rules } = await settingsOn(db, held.hall, today)
  const until = instantText(checkInUntil(held.startsAt, rules))
  mayCheckIn(held, { now: doing.at, today, rules, until })
  const ticket = await issueTicket(
    db,
    {
      ...{ hall: held.hall, item: held.item, channel: 'appointment', priority: null },
      booking: { booking, dueAt: held.startsAt },
    },
    doing,
  )
  await changeBooking(db, booking, doing, () => [{ type: 'BookingCheckedIn', number: ticket.number }])
  return ticket
}

export const changeBooker = (
  db: Db,
  { hall, person }: { readonly hall: string; readonly person: string },
  { by, at }: Doing,
  { type, ...payload }: BookerEvent,
) =>
  record(db, [appointmentLists], {
    ...{ stream: `${BOOKER}${hall}/${person}`, expectedVersion: 'any', recordedAt: at },
    events: [{ type, payload, actor: by, occurredAt: at }],
  })

/** A refused booking that says something about who asked, written down after it was refused. */
export const isHoarding = (error: unknown): error is { readonly code: string } & Error =>
  isRefusal(error) && HOARDED.includes(error.code)

async function lastBar(db: Db, hall: string, person: string): Promise<BarRow> {
  const bar = (await findBarsOf(db, person)).find((one) => one.hall === hall)
  if (!bar) throw refuse('booking.no-bar')
  return bar
}

export async function appealBar(db: Db, hall: string, text: string, doing: Doing): Promise<BarRow> {
  const bar = await lastBar(db, hall, doing.by)
  if (bar.appeal !== null) throw refuse('booking.appealed-already')
  const who = { hall, person: doing.by }
  await changeBooker(db, who, doing, { type: 'BarAppealed', from: bar.from, text: text.trim() })
  return lastBar(db, hall, doing.by)
}

export async function decideBar(
  db: Db,
  who: { readonly hall: string; readonly person: string },
  given: { readonly lift: boolean; readonly answer: string },
  doing: Doing,
): Promise<BarRow> {
  const { from } = await lastBar(db, who.hall, who.person)
  await changeBooker(db, who, doing, { type: 'BarDecided', from, ...given, answer: given.answer.trim() })
  return lastBar(db, who.hall, who.person)
}

export interface Missed {
  readonly person: string
  readonly day: string
  readonly starts: string
  readonly bar: { readonly until: Day; readonly missed: number } | undefined
}

/** Writes down who did not come, and who may book on the spot only from now on. Doing it again changes nothing. */
export async function settleMissed(db: Db, doing: Doing): Promise<Missed[]> {
  const settled: Missed[] = []
  for (const { booking, hall, person, day: on, starts, startsAt } of await findUnused(db, doing.at)) {
    const today = todayOf(doing.at)
    const { appointments: rules } = await settingsOn(db, hall, on)
    if (doing.at <= checkInUntil(startsAt, rules)) continue
    await changeBooking(db, booking, doing, (state) => miss(state, doing.at, rules))
    const missedDays = (await findBookingsOf(db, person)).flatMap((one) =>
      one.state === 'missed' && one.hall === hall ? one.day : [],
    )
    const bars = (await findBarsOf(db, person)).filter((one) => one.hall === hall)
    const bar = barAfter(missedDays, { today, rules, lastBar: bars[0]?.from })
    if (bar) await changeBooker(db, { hall, person }, doing, { type: 'BookerBarred', ...bar })
    settled.push({ person, day: on, starts, bar })
  }
  return settled
}
