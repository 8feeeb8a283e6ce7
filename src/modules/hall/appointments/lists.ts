import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import type { BarSpan, BookingEvent } from './booking.ts'
import type { SlotTime } from './slots.ts'
import { countPlace, putSlot } from './slot-store.ts'
import { findBooking, insertBooking, setBooking } from './store.ts'
import { insertRefusal, putBar, setAnswer, setAppeal } from './bar-store.ts'

export const SLOTS = 'hall/slots/'
export const BOOKING = 'hall/booking/'
export const BOOKER = 'hall/booker/'

export interface SlotsOpened {
  readonly type: 'SlotsOpened'
  readonly group: string
  readonly capacity: number
  readonly slots: readonly SlotTime[]
}

/** What is held against somebody who books, and what he says to it. */
export type BookerEvent =
  | ({ readonly type: 'BookerBarred' } & BarSpan)
  | { readonly type: 'BarAppealed'; readonly from: Day; readonly text: string }
  | { readonly type: 'BarDecided'; readonly from: Day; readonly lift: boolean; readonly answer: string }
  | { readonly type: 'BookingRefused'; readonly why: string; readonly agentMark: string | null }

const said = <Event>({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): Event =>
  ({ type, ...payload }) as unknown as Event

export const appointmentLists: Projection = {
  name: 'hall-appointments',
  tables: ['hall_slot', 'hall_booking', 'hall_booking_bar', 'hall_booking_refusal'],
  async apply(db, events) {
    for (const event of events) if (event.stream.startsWith('hall/')) await listed(db, event)
  },
}

async function listed(db: Db, event: StoredEvent): Promise<void> {
  const { stream, version, occurredAt: at } = event
  if (stream.startsWith(SLOTS)) {
    const [hall = '', day = ''] = stream.slice(SLOTS.length).split('/')
    const { group, capacity, slots } = said<SlotsOpened>(event)
    for (const slot of slots) await putSlot(db, { hall, day, group }, { ...slot, capacity })
  }
  if (stream.startsWith(BOOKING))
    await listBooking(db, stream.slice(BOOKING.length), said<BookingEvent>(event), at)
  if (stream.startsWith(BOOKER)) {
    const [hall = '', person = ''] = stream.slice(BOOKER.length).split('/')
    await listBooker(db, { hall, person }, said<BookerEvent>(event), { version, at })
  }
}

async function listBooking(db: Db, booking: string, event: BookingEvent, at: EpochMs): Promise<void> {
  switch (event.type) {
    case 'BookingMade':
      return insertBooking(db, booking, event, at)
    case 'BookingCancelled': {
      const held = await findBooking(db, booking)
      if (held) await countPlace(db, held, -1)
      return void (await setBooking(db, booking, { state: 'cancelled', at }))
    }
    case 'BookingCheckedIn':
      return void (await setBooking(db, booking, { state: 'checkedIn', number: event.number, at }))
    case 'BookingMissed':
      return void (await setBooking(db, booking, { state: 'missed', at }))
  }
}

async function listBooker(
  db: Db,
  who: { readonly hall: string; readonly person: string },
  event: BookerEvent,
  { version, at }: { readonly version: number; readonly at: EpochMs },
): Promise<void> {
  switch (event.type) {
    case 'BookerBarred':
      return void (await putBar(db, { ...who, ...event }))
    case 'BarAppealed':
      return void (await setAppeal(db, { ...who, from: event.from }, event.text))
    case 'BarDecided':
      return void (await setAnswer(db, { ...who, from: event.from }, event))
    case 'BookingRefused':
      return void (await insertRefusal(db, {
        ...who,
        version,
        why: event.why,
        agentMark: event.agentMark,
        at,
      }))
  }
}
