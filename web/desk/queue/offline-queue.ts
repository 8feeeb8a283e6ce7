import type { z } from 'zod'
import type { OfflineAct } from '#modules/hall/contract.ts'

/** An act as it is sent: what is left out is filled in by the server. */
export type Act = z.input<typeof OfflineAct>
type Priority = NonNullable<Act['priority']>

export interface HeldBlock {
  readonly group: string
  readonly next: number
  readonly last: number
}

export interface LocalTicket {
  readonly number: string
  readonly group: string
  readonly priority: Priority | null
}

/** What a counter or kiosk knows when it must go on without the server, and what it has done since. */
export interface OfflineQueue {
  readonly day: string
  readonly device: string
  readonly blocks: readonly HeldBlock[]
  /** Those it may call, in the order the server said last; numbers given out here behind them. */
  readonly waiting: readonly LocalTicket[]
  readonly serving: { readonly number: string; readonly calls: number } | null
  /** Not yet told to the server, the oldest first. */
  readonly acts: readonly Act[]
}

export const nothingHeld = (day: string, device: string): OfflineQueue => ({
  ...{ day, device, blocks: [], waiting: [], serving: null, acts: [] },
})

/** When it was, and a key under which it is told once. */
export interface Moment {
  readonly at: string
  readonly key: string
}

export const hold = (
  queue: OfflineQueue,
  { group, first, last }: { readonly group: string; readonly first: number; readonly last: number },
): OfflineQueue => ({ ...queue, blocks: [...queue.blocks, { group, next: first, last }] })

/** The next number of a block that this device holds; undefined: none is left, take paper slips. */
export function give(
  queue: OfflineQueue,
  {
    group,
    item = null,
    priority,
  }: { readonly group: string; readonly item?: string | null; readonly priority: Priority | null },
  { at, key }: Moment,
): { readonly queue: OfflineQueue; readonly number: string } | undefined {
  const block = queue.blocks.find((one) => one.group === group && one.next <= one.last)
  if (!block) return undefined
  const number = `${group}${String(block.next).padStart(3, '0')}`
  const ticket = { number, group, priority }
  // Behind the other priority numbers, before the ordinary ones, as the rule has it when nobody was called yet.
  const place = priority === null ? -1 : queue.waiting.findIndex((one) => one.priority === null)
  const ahead = place < 0 ? queue.waiting.length : place
  return {
    number,
    queue: {
      ...queue,
      blocks: queue.blocks.map((one) => (one === block ? { ...one, next: one.next + 1 } : one)),
      waiting: [...queue.waiting.slice(0, ahead), ticket, ...queue.waiting.slice(ahead)],
      acts: [...queue.acts, { key, at, kind: 'issued', number, item, priority, ahead }],
    },
  }
}

/** Ends whom the counter serves and calls whoever is first. */
export function callNext(queue: OfflineQueue, { at, key }: Moment): OfflineQueue {
  const served = endServed(queue, { at, key: `${key}-served` })
  const [first, ...waiting] = served.waiting
  if (!first) return served
  return {
    ...served,
    waiting,
    serving: { number: first.number, calls: 1 },
    acts: [...served.acts, { key, at, kind: 'called', number: first.number }],
  }
}

export function endServed(queue: OfflineQueue, { at, key }: Moment): OfflineQueue {
  const { serving, acts } = queue
  if (!serving) return queue
  return { ...queue, serving: null, acts: [...acts, { key, at, kind: 'served', number: serving.number }] }
}

export function recall(queue: OfflineQueue, { at, key }: Moment): OfflineQueue {
  const { serving, acts } = queue
  if (!serving) return queue
  return {
    ...queue,
    serving: { ...serving, calls: serving.calls + 1 },
    acts: [...acts, { key, at, kind: 'recalled', number: serving.number }],
  }
}

/** Only after as many calls as the rule says; else it stays. */
export function skip(queue: OfflineQueue, callsBeforeSkip: number, { at, key }: Moment): OfflineQueue {
  const { serving, acts } = queue
  if (!serving || serving.calls < callsBeforeSkip) return queue
  return { ...queue, serving: null, acts: [...acts, { key, at, kind: 'skipped', number: serving.number }] }
}

/** What the server has taken in, or refused for good, is told no more; what happened meanwhile stays. */
export const told = (queue: OfflineQueue, keys: readonly string[]): OfflineQueue => ({
  ...queue,
  acts: queue.acts.filter(({ key }) => !keys.includes(key)),
})
