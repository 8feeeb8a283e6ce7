import type { EpochMs } from '#kernel/day.ts'
import { meaning, NO_MEANING, type Meaning } from './meanings.ts'
import { ENDINGS, type Reading } from './reading.ts'

/**
 * One case as the rules see it: what one pass over its events found out for all of them.
 *
 * The object and its arrays are used again for the next case, so a rule keeps nothing of it but numbers. Event numbers
 * grow from case to case; an entry below `from` is left over from an earlier case and means "did not happen".
 */
export interface Watched {
  readonly reading: Reading
  /** The instant at which is judged; nothing later is known. */
  readonly at: EpochMs
  caseIndex: number
  /** The case's events are `from` up to, not including, `to`. */
  from: number
  to: number
  readonly firstOfMeaning: Int32Array
  readonly lastOfMeaning: Int32Array
  readonly countOfMeaning: Int32Array
  readonly firstOfActivity: Int32Array
  readonly lastOfActivity: Int32Array
  /** Where the path stands after the last event; −1 when it was left. */
  pathState: number
  /** The longest time between two events one after the other, ms. */
  longestGap: number
  openedAt: EpochMs
  /** When the numbers of the rules are taken from: acceptance, or the earliest instant known of the case. */
  acceptedAt: EpochMs
  /** When the limits stop running: the decision or whatever else ended the case; NaN while it is open. */
  endedAt: EpochMs
}

export function watcher(reading: Reading, at: EpochMs): Watched {
  return {
    reading,
    at,
    caseIndex: -1,
    from: 0,
    to: 0,
    firstOfMeaning: new Int32Array(NO_MEANING + 1).fill(-1),
    lastOfMeaning: new Int32Array(NO_MEANING + 1).fill(-1),
    countOfMeaning: new Int32Array(NO_MEANING + 1),
    firstOfActivity: new Int32Array(reading.histories.activities.length).fill(-1),
    lastOfActivity: new Int32Array(reading.histories.activities.length).fill(-1),
    pathState: 0,
    longestGap: 0,
    openedAt: Number.NaN,
    acceptedAt: Number.NaN,
    endedAt: Number.NaN,
  }
}

/** Moves the watcher on to a case: the shared pass over its events. */
export function watch(watched: Watched, caseIndex: number): void {
  const { firstEvent } = watched.reading.histories
  watched.caseIndex = caseIndex
  watched.from = firstEvent[caseIndex] as number
  watched.to = firstEvent[caseIndex + 1] as number
  passEvents(watched)
  watched.openedAt = openedAt(watched)
  watched.endedAt = endedAt(watched)
  const accepted = firstAt(watched, meaning.accepted)
  watched.acceptedAt = Number.isNaN(accepted) ? watched.openedAt : accepted
}

/** The one loop that every rule shares; kept free of calls, as it runs once for every event of a log. */
function passEvents(watched: Watched): void {
  const {
    from,
    to,
    firstOfMeaning,
    lastOfMeaning,
    countOfMeaning,
    firstOfActivity,
    lastOfActivity,
    reading,
  } = watched
  const { meaningOf, path } = reading
  const { activity, at } = reading.histories
  const table = path?.table
  const width = path?.activities.length ?? 0
  let state = 0
  let longest = 0
  let before = from < to ? (at[from] as number) : 0
  for (let event = from; event < to; event++) {
    const code = activity[event] as number
    const means = meaningOf[code] as number
    if ((firstOfActivity[code] as number) < from) firstOfActivity[code] = event
    lastOfActivity[code] = event
    if ((firstOfMeaning[means] as number) < from) {
      firstOfMeaning[means] = event
      countOfMeaning[means] = 1
    } else countOfMeaning[means] = (countOfMeaning[means] as number) + 1
    lastOfMeaning[means] = event
    if (table && state >= 0) state = table[state * width + code] as number
    const now = at[event] as number
    if (now - before > longest) longest = now - before
    before = now
  }
  watched.pathState = state
  watched.longestGap = longest
}

export const happened = (watched: Watched, place: number): boolean =>
  (watched.firstOfMeaning[place] as number) >= watched.from

/** The first event of a meaning, or −1. */
export function firstEventOf(watched: Watched, place: number): number {
  const event = watched.firstOfMeaning[place] as number
  return event >= watched.from ? event : -1
}

export function lastEventOf(watched: Watched, place: number): number {
  const event = watched.lastOfMeaning[place] as number
  return event >= watched.from ? event : -1
}

export const countOf = (watched: Watched, place: number): number =>
  happened(watched, place) ? (watched.countOfMeaning[place] as number) : 0

export function firstAt(watched: Watched, place: number): EpochMs {
  const event = watched.firstOfMeaning[place] as number
  return event >= watched.from ? (watched.reading.histories.at[event] as number) : Number.NaN
}

/** The first event of one of several activities, or −1. */
export function firstOf(watched: Watched, activities: readonly number[]): number {
  let found = -1
  for (let place = 0; place < activities.length; place++) {
    const event = watched.firstOfActivity[activities[place] as number] as number
    if (event >= watched.from && (found < 0 || event < found)) found = event
  }
  return found
}

/** The last event of one of several activities, or −1. */
export function lastOf(watched: Watched, activities: readonly number[]): number {
  let found = -1
  for (let place = 0; place < activities.length; place++) {
    const event = watched.lastOfActivity[activities[place] as number] as number
    if (event >= watched.from && event > found) found = event
  }
  return found
}

/** Events of a meaning in their order; for cases that are already suspect. */
export function eventsOf(watched: Watched, name: Meaning): number[] {
  const { meaningOf, histories } = watched.reading
  const events: number[] = []
  for (let event = watched.from; event < watched.to; event++) {
    if (meaningOf[histories.activity[event] as number] === meaning[name]) events.push(event)
  }
  return events
}

export const instantOf = (watched: Watched, event: number): EpochMs =>
  watched.reading.histories.at[event] as number

export const isOpen = (watched: Watched): boolean => Number.isNaN(watched.endedAt)

const ENDING_PLACES = ENDINGS.map((name) => meaning[name])

/** Cases that ended early by law owe no further steps. */
const ENDED_EARLY = [meaning.withdrawn, meaning.declined, meaning.returned]

/** The whole path should lie behind this case: it says itself that it is finished, and it was not broken off. */
export function isFinished(watched: Watched): boolean {
  const { concludedAt } = watched.reading
  if (ENDED_EARLY.some((place) => happened(watched, place))) return false
  if (concludedAt.given) return !isOpen(watched)
  return happened(watched, meaning.concluded) || happened(watched, meaning.archived)
}

function openedAt(watched: Watched): EpochMs {
  const stated = watched.reading.openedAt.at(watched.caseIndex)
  if (!Number.isNaN(stated)) return stated
  const received = firstAt(watched, meaning.received)
  if (!Number.isNaN(received)) return received
  return watched.from < watched.to ? instantOf(watched, watched.from) : Number.NaN
}

/** What the log itself states comes first; where it states nothing for a case, that case is open. */
function endedAt(watched: Watched): EpochMs {
  const { concludedAt } = watched.reading
  if (concludedAt.given) {
    const stated = concludedAt.at(watched.caseIndex)
    return stated <= watched.at ? stated : Number.NaN
  }
  let earliest = Number.NaN
  for (let place = 0; place < ENDING_PLACES.length; place++) {
    const at = firstAt(watched, ENDING_PLACES[place] as number)
    if (!(earliest <= at) && !Number.isNaN(at)) earliest = at
  }
  return earliest
}
