import type { Day, EpochMs } from '#kernel/day.ts'
import type { CounterContent } from './contract.ts'
import { same } from './place.ts'
import { refuse } from './refusals.ts'
import type { BadgeStanding, CounterState } from './terms.ts'

export type CounterEvent =
  | ({ readonly type: 'CounterRegistered' } & CounterContent)
  | { readonly type: 'CounterStateSet'; readonly state: CounterState; readonly reason: string }
  | ({ readonly type: 'SeatTaken' } & Seat & { readonly onDuty: boolean })
  | { readonly type: 'SeatLeft'; readonly account: string; readonly why: 'signedOff' | 'moved' | 'dayOver' }

export interface Seat {
  readonly account: string
  readonly badge: string
  /** A seat ends with its day: whoever forgot to sign off does not keep it overnight. */
  readonly day: Day
}

export interface Counter {
  readonly content: CounterContent
  readonly state: CounterState
  readonly reason: string
  readonly seat: Seat | null
}

export function evolveCounter(counter: Counter | undefined, event: CounterEvent): Counter | undefined {
  if (event.type === 'CounterRegistered') {
    const { type: _, ...content } = event
    return { state: 'closed', reason: '', seat: null, ...counter, content }
  }
  if (!counter) return undefined
  switch (event.type) {
    case 'CounterStateSet':
      return { ...counter, state: event.state, reason: event.reason }
    case 'SeatTaken':
      return { ...counter, seat: { account: event.account, badge: event.badge, day: event.day } }
    case 'SeatLeft':
      return { ...counter, seat: null }
  }
}

/** A new counter is closed until somebody opens it. */
export function registerCounter(
  counter: Counter | undefined,
  code: string,
  given: CounterContent,
): CounterEvent[] {
  if (counter && counter.content.hall !== given.hall) throw refuse('hall.other-hall', { counter: code })
  // Who complains about a window must not end at the department that sits there (ITEM-18).
  if (given.complaint && given.units.includes(given.complaint.unit))
    throw refuse('hall.complaint-to-itself', { counter: code })
  return counter && same(counter.content, given) ? [] : [{ type: 'CounterRegistered', ...given }]
}

interface Arriving {
  readonly counter: string
  readonly account: string
  readonly today: Day
}

/** 上岗: with one's own badge, at a counter that serves one's unit, where nobody else sits today. */
export function takeSeat(
  state: Counter,
  given: Arriving & {
    readonly badge: {
      readonly number: string
      readonly account: string
      readonly unit: string
      readonly standing: BadgeStanding
    }
    /** The unit that runs the hall may serve at every counter. */
    readonly hallUnit: string
    readonly onDuty: boolean
  },
): CounterEvent[] {
  const { counter, account, today, badge, hallUnit, onDuty } = given
  if (badge.account !== account) throw refuse('hall.badge-of-another', { badge: badge.number })
  if (badge.standing === 'expired') throw refuse('hall.badge-expired', { badge: badge.number })
  if (badge.standing !== 'valid') throw refuse('hall.badge-withdrawn', { badge: badge.number })
  if (badge.unit !== hallUnit && !state.content.units.includes(badge.unit))
    throw refuse('hall.not-of-this-counter', { counter })
  if (state.state === 'closed') throw refuse('hall.counter-closed', { counter })
  const seat = seatOn(state, today)
  if (seat && seat.account !== account) throw refuse('hall.seat-taken', { counter, badge: seat.badge })
  if (seat?.badge === badge.number) return []
  const left = state.seat && ({ type: 'SeatLeft', account: state.seat.account, why: 'dayOver' } as const)
  return [...(left ? [left] : []), { type: 'SeatTaken', account, badge: badge.number, day: today, onDuty }]
}

/** Who sits here on that day, if anybody. */
const seatOn = ({ seat }: Counter, today: Day): Seat | null => (seat?.day === today ? seat : null)

/** 离岗. */
export function leaveSeat(
  state: Counter,
  { counter, account, today, why }: Arriving & { readonly why: 'signedOff' | 'moved' },
): CounterEvent[] {
  if (seatOn(state, today)?.account !== account) throw refuse('hall.not-seated', { counter })
  return [{ type: 'SeatLeft', account, why }]
}

/** 开放、暂停、关闭: by whoever serves there, or by who runs the hall; the public reads the reason. */
export function setState(
  state: Counter,
  given: Arriving & { readonly manager: boolean; readonly state: CounterState; readonly reason: string },
): CounterEvent[] {
  const { counter, account, today, manager, reason } = given
  if (!manager && seatOn(state, today)?.account !== account) throw refuse('hall.not-seated', { counter })
  if (given.state !== 'open' && reason.trim() === '') throw refuse('hall.reason-needed')
  const said = given.state === 'open' ? '' : reason.trim()
  if (state.state === given.state && state.reason === said) return []
  return [{ type: 'CounterStateSet', state: given.state, reason: said }]
}

export interface Sitting {
  readonly counter: string
  readonly takenAt: EpochMs
  readonly leftAt: EpochMs | null
}
