/** A group of counters that serve one queue, as figures of a span. */
export interface Load {
  /** Visitors an hour. */
  readonly perHour: number
  /** Minutes that one takes. */
  readonly minutesEach: number
  readonly counters: number
}

export interface Expected {
  /** Share of their open time that counters serve; 1 and above: the queue grows without end. */
  readonly busy: number
  /** Share of visitors who wait at all. */
  readonly waits: number
  /** Mean minutes until called, of all visitors; null: it grows without end. */
  readonly waitMinutes: number | null
  /** Who waits at a time, in the mean: seats are counted against it. */
  readonly waiting: number | null
}

/**
 * What a queue of so many visitors for so many counters comes to, by Erlang's delay formula (A. K. Erlang 1917; as in
 * L. Kleinrock, Queueing Systems I, 1975, §3.5): arrivals at random, nobody leaves, one queue for all counters. The
 * probability of waiting is built up from that of the loss system, which stays in range for hundreds of counters.
 */
export function expectedOf({ perHour, minutesEach, counters }: Load): Expected {
  const work = (perHour * minutesEach) / 60
  if (work === 0) return { busy: 0, waits: 0, waitMinutes: 0, waiting: 0 }
  const busy = counters === 0 ? Infinity : work / counters
  if (busy >= 1) return { busy, waits: 1, waitMinutes: null, waiting: null }
  let lost = 1
  for (let at = 1; at <= counters; at++) lost = (work * lost) / (at + work * lost)
  const waits = lost / (1 - busy * (1 - lost))
  const waitMinutes = (waits * minutesEach) / (counters - work)
  return { busy, waits, waitMinutes, waiting: (waitMinutes * perHour) / 60 }
}

export interface WhatIf {
  /** Visitors an hour that come with the departments that are added. */
  readonly morePerHour: number
  readonly moreCounters: number
}

export const whatIf = (now: Load, { morePerHour, moreCounters }: WhatIf): Expected =>
  expectedOf({ ...now, perHour: now.perHour + morePerHour, counters: now.counters + moreCounters })

export interface Room {
  /** How many counters and seats the hall holds; null: not measured. */
  readonly mostCounters: number | null
  readonly seats: number | null
  readonly counters: number
}

/** 超出容量: what does not fit into the hall, if anything. */
export function lacking(room: Room, more: { readonly counters: number }, waiting: number | null) {
  const { mostCounters, seats, counters } = room
  const overCounters = mostCounters === null ? 0 : Math.max(0, counters + more.counters - mostCounters)
  const overSeats = seats === null ? 0 : waiting === null ? null : Math.max(0, Math.ceil(waiting) - seats)
  return { counters: overCounters, seats: overSeats, fits: overCounters === 0 && overSeats === 0 }
}
