import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { AppointmentRules } from '../queue-shapes.ts'
import type { BookingStanding } from '../terms.ts'
import { refuse } from './refusals.ts'

export type BookingEvent =
  | ({ readonly type: 'BookingMade' } & Made)
  | { readonly type: 'BookingCancelled' }
  | { readonly type: 'BookingCheckedIn'; readonly number: string }
  /** 爽约. */
  | { readonly type: 'BookingMissed' }

export interface Made {
  readonly hall: string
  readonly day: Day
  readonly group: string
  readonly starts: string
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly item: string
  readonly unit: string
  /** A reference into the vault. */
  readonly person: string
  readonly agentMark: string | null
}

export interface Booking extends Made {
  readonly state: BookingStanding
}

export function evolveBooking(booking: Booking | undefined, event: BookingEvent): Booking | undefined {
  switch (event.type) {
    case 'BookingMade': {
      const { type: _, ...made } = event
      return { ...made, state: 'booked' }
    }
    case 'BookingCancelled':
      return booking && { ...booking, state: 'cancelled' }
    case 'BookingCheckedIn':
      return booking && { ...booking, state: 'checkedIn' }
    case 'BookingMissed':
      return booking && { ...booking, state: 'missed' }
  }
}

export interface Asking {
  readonly now: EpochMs
  readonly today: Day
  readonly rules: AppointmentRules
  readonly slot: { readonly group: string; readonly capacity: number; readonly booked: number } | undefined
  readonly barredUntil: { readonly until: Day; readonly missed: number } | undefined
  readonly ownOpen: readonly { readonly day: string; readonly starts: string }[]
  readonly agentOpen: number
}

/** 预约: one place of one slot, while there is one. The slot's row is held by the caller until this is written. */
export function book(made: Made, asking: Asking): BookingEvent[] {
  const { now, today, rules, slot, barredUntil, ownOpen, agentOpen } = asking
  const { day, starts, startsAt, group, agentMark } = made
  if (!slot || slot.capacity === 0) throw refuse('booking.no-such-slot', { day, starts })
  if (slot.group !== group) throw refuse('booking.other-group')
  if (startsAt <= now) throw refuse('booking.slot-passed', { day, starts })
  if (dayNumber(day) - dayNumber(today) > rules.daysAhead)
    throw refuse('booking.too-early', { days: rules.daysAhead })
  if (barredUntil) throw refuse('booking.barred', { ...barredUntil })
  if (ownOpen.some((one) => one.day === day && one.starts === starts)) throw refuse('booking.twice')
  if (agentMark !== null && agentOpen >= rules.openPerAgent)
    throw refuse('booking.too-many-of-agent', { open: agentOpen, most: rules.openPerAgent })
  if (agentMark === null && ownOpen.length >= rules.openPerPerson)
    throw refuse('booking.too-many', { open: ownOpen.length, most: rules.openPerPerson })
  if (slot.booked >= slot.capacity) throw refuse('booking.slot-full', { day, starts })
  return [{ type: 'BookingMade', ...made }]
}

const open = (booking: Booking | undefined): Booking => {
  if (!booking) throw refuse('booking.no-such-booking')
  if (booking.state !== 'booked') throw refuse('booking.not-open')
  return booking
}

export function cancel(booking: Booking | undefined, person: string, now: EpochMs): BookingEvent[] {
  if (booking?.person !== person) throw refuse('booking.no-such-booking')
  const { startsAt, day, starts } = open(booking)
  if (startsAt <= now) throw refuse('booking.slot-passed', { day, starts })
  return [{ type: 'BookingCancelled' }]
}

export const checkInUntil = (startsAt: EpochMs, { graceMinutes }: AppointmentRules): EpochMs =>
  startsAt + graceMinutes * 60_000

/** Whether somebody may check in now; the number is given out after this. */
export function mayCheckIn(
  booking: Booking | undefined,
  { now, today, rules, until }: Pick<Asking, 'now' | 'today' | 'rules'> & { readonly until: string },
): Booking {
  const held = open(booking)
  if (held.day !== today) throw refuse('booking.other-day', { day: held.day })
  if (now > checkInUntil(held.startsAt, rules)) throw refuse('booking.too-late', { until })
  return held
}

/** 爽约: the time and the grace are over, and nobody came. */
export function miss(booking: Booking | undefined, now: EpochMs, rules: AppointmentRules): BookingEvent[] {
  return booking?.state === 'booked' && now > checkInUntil(booking.startsAt, rules)
    ? [{ type: 'BookingMissed' }]
    : []
}

export interface BarSpan {
  readonly from: Day
  readonly until: Day
  readonly missed: number
}

/**
 * Whether somebody who did not come again books on the spot only for a while. What was missed before the last bar
 * counted for that one and is not held against anybody twice.
 */
export function barAfter(
  missedDays: readonly Day[],
  {
    today,
    rules,
    lastBar,
  }: { readonly today: Day; readonly rules: AppointmentRules; readonly lastBar: Day | undefined },
): BarSpan | undefined {
  const since = dayOfNumber(dayNumber(today) - rules.withinDays)
  const counted = missedDays.filter((day) => day > since && (lastBar === undefined || day > lastBar))
  if (counted.length < rules.noShows) return undefined
  return { from: today, until: dayOfNumber(dayNumber(today) + rules.barredDays), missed: counted.length }
}
