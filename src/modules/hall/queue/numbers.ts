import type { QueueSettings } from '../queue-shapes.ts'

type Ranges = Pick<QueueSettings, 'leasedFrom' | 'leasedUntil' | 'leaseSize'>

export interface Block {
  readonly group: string
  readonly first: number
  readonly last: number
}

export const ticketNumber = (group: string, at: number): string => `${group}${String(at).padStart(3, '0')}`

export const groupOf = (number: string): string => number.replace(/\d+$/, '')
export const placeOf = (number: string): number => Number(number.replace(/^\D+/, ''))

/** The number after the server's own last one: those between are leased, or may be. */
export function nextNumber(last: number, { leasedFrom, leasedUntil }: Ranges): number {
  const next = last + 1
  return next < leasedFrom || next > leasedUntil ? next : leasedUntil + 1
}

/** The next block of a group for whoever must go on without the server; undefined: all are given out today. */
export function nextBlock(leased: readonly Block[], group: string, ranges: Ranges): Block | undefined {
  const ends = leased.filter((block) => block.group === group).map(({ last }) => last)
  const first = Math.max(ranges.leasedFrom - 1, ...ends) + 1
  const last = first + ranges.leaseSize - 1
  return last > ranges.leasedUntil ? undefined : { group, first, last }
}
