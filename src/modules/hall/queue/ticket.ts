import type { EpochMs } from '#kernel/day.ts'
import type { Lane, PlaceReason, PriorityReason, TicketChannel, TransferCause } from '../terms.ts'
import { refuse } from './refusals.ts'

/** What one queues for: a group, and where it is known the item and the unit that answers for it. */
export interface Matter {
  readonly group: string
  readonly item: string | null
  readonly unit: string | null
}

export interface Issued extends Matter {
  readonly channel: TicketChannel
  readonly priority: PriorityReason | null
  readonly booking: string | null
  readonly dueAt: EpochMs | null
  /** The greeter's visit it was handed out with. */
  readonly visit: string | null
  /** What was said when it was taken: numbers before it, and minutes; null: nobody served the group. */
  readonly ahead: number
  readonly saidMinutes: number | null
}

export interface Called {
  readonly counter: string
  readonly badge: string | null
  readonly lane: Lane
  readonly because: PlaceReason | null
  /** 插队: the numbers that stood before it, and the reason given; none when it was its turn. */
  readonly overtook: readonly string[]
  readonly reason: string
}

export interface Transferred extends Matter {
  readonly cause: TransferCause
  readonly counter: string
  /** What it stood for before. */
  readonly from: Matter
}

export type TicketEvent = (
  | ({ readonly type: 'TicketIssued' } & Issued)
  | ({ readonly type: 'TicketCalled' } & Called)
  | { readonly type: 'TicketRecalled' }
  | { readonly type: 'TicketSkipped' }
  | { readonly type: 'TicketReturned' }
  | { readonly type: 'TicketServed'; readonly item: string | null }
  | ({ readonly type: 'TicketTransferred' } & Transferred)
  | { readonly type: 'TicketAbandoned'; readonly why: 'left' | 'dayOver' }
) & {
  /** Given by a page that worked without the server: the same act is taken in once. */
  readonly key?: string
}

export interface Ticket extends Matter {
  readonly standing: 'waiting' | 'called' | 'missed' | 'served' | 'abandoned'
  readonly calls: number
  readonly counter: string | null
  readonly keys: readonly string[]
}

export function evolveTicket(ticket: Ticket | undefined, event: TicketEvent): Ticket | undefined {
  const keys = [...(ticket?.keys ?? []), ...(event.key === undefined ? [] : [event.key])]
  if (event.type === 'TicketIssued') {
    const { group, item, unit } = event
    return { group, item, unit, standing: 'waiting', calls: 0, counter: null, keys }
  }
  return ticket && { ...ticket, ...changeOf(ticket, event), keys }
}

function changeOf(
  { calls }: Ticket,
  event: Exclude<TicketEvent, { readonly type: 'TicketIssued' }>,
): Partial<Ticket> {
  switch (event.type) {
    case 'TicketCalled':
      return { standing: 'called', calls: 1, counter: event.counter }
    case 'TicketRecalled':
      return { calls: calls + 1 }
    case 'TicketSkipped':
      return { standing: 'missed', counter: null }
    case 'TicketReturned':
      return { standing: 'waiting', calls: 0, counter: null }
    case 'TicketServed':
      return { standing: 'served' }
    case 'TicketAbandoned':
      return { standing: 'abandoned', counter: null }
    case 'TicketTransferred': {
      const { group, item, unit } = event
      return { standing: 'waiting', calls: 0, counter: null, group, item, unit }
    }
  }
}

type Given = readonly [ticket: Ticket | undefined, number: string]

const known = ([ticket, number]: Given): Ticket => {
  if (!ticket) throw refuse('queue.no-such-ticket', { number })
  return ticket
}

/** A number that is being served here; another counter's is not ours to end. */
function at(given: Given, counter: string): Ticket {
  const ticket = known(given)
  if (ticket.standing !== 'called' || ticket.counter !== counter)
    throw refuse('queue.not-here', { number: given[1], counter })
  return ticket
}

export function issue([ticket, number]: Given, issued: Issued): TicketEvent[] {
  if (ticket) throw refuse('queue.number-given', { number })
  return [{ type: 'TicketIssued', ...issued }]
}

/** 叫号; out of turn only with a reason, which is kept beside the numbers that were overtaken. */
export function callTicket(given: Given, called: Called): TicketEvent[] {
  const ticket = known(given)
  if (ticket.standing !== 'waiting') throw refuse('queue.not-waiting', { number: given[1] })
  if (called.overtook.length > 0 && called.reason.trim().length < MIN_REASON)
    throw refuse('queue.jump-needs-reason', { number: given[1], before: called.overtook[0] ?? '' })
  return [{ type: 'TicketCalled', ...called, reason: called.reason.trim() }]
}

const MIN_REASON = 4

export function recall(given: Given, counter: string): TicketEvent[] {
  at(given, counter)
  return [{ type: 'TicketRecalled' }]
}

/** 过号: nobody loses a turn for not hearing it once. */
export function skip(given: Given, counter: string, callsBeforeSkip: number): TicketEvent[] {
  const { calls } = at(given, counter)
  if (calls < callsBeforeSkip)
    throw refuse('queue.call-again-first', { number: given[1], calls, needed: callsBeforeSkip })
  return [{ type: 'TicketSkipped' }]
}

/** Whoever was missed and is there now waits again, behind those who waited. */
export function returnTicket(given: Given): TicketEvent[] {
  const { standing } = known(given)
  if (standing !== 'missed') throw refuse('queue.not-missed', { number: given[1] })
  return [{ type: 'TicketReturned' }]
}

export function serve(given: Given, counter: string, item: string | null): TicketEvent[] {
  const ticket = at(given, counter)
  return [{ type: 'TicketServed', item: item ?? ticket.item }]
}

export function abandon(given: Given, why: 'left' | 'dayOver'): TicketEvent[] {
  const { standing } = known(given)
  if (standing === 'served' || standing === 'abandoned')
    throw refuse('queue.not-waiting', { number: given[1] })
  return [{ type: 'TicketAbandoned', why }]
}

/**
 * 转号: on to another counter. What this counter cannot take was sent to the wrong window, whatever anybody calls it;
 * what it can take is not sent away.
 */
export function transfer(
  given: Given,
  counter: string,
  to: { readonly matter: Matter; readonly takenHere: boolean; readonly further: boolean },
): TicketEvent[] {
  const { group, item, unit } = at(given, counter)
  if (to.takenHere && !to.further) throw refuse('queue.taken-here', { counter })
  const cause = to.further ? 'furtherMatter' : 'wrongWindow'
  return [{ type: 'TicketTransferred', ...to.matter, cause, counter, from: { group, item, unit } }]
}
