import type { EpochMs } from '#kernel/day.ts'
import { meaning, type Meaning } from './meanings.ts'
import type { Reading } from './reading.ts'
import { earliest, type Shape, shapeOf, type Shapes, shapesOf } from './shape.ts'

/**
 * One case as the rules see it: what one pass over its events found out for all of them.
 *
 * The object is used again for the next case, so a rule keeps nothing of it but numbers.
 */
export interface Watched {
  readonly reading: Reading
  /** The instant at which is judged; nothing later is known. */
  readonly at: EpochMs
  readonly shapes: Shapes
  caseIndex: number
  /** The case's events are `from` up to, not including, `to`. */
  from: number
  to: number
  shape: Shape
  /** An event later than the instant at which is judged was met: the log must be cut there first. */
  metLater: boolean
  /** The longest time between two events that follow each other, in ms. */
  longestGapMs: number
  openedAt: EpochMs
  /** When the numbers of the rules are taken from: acceptance, or the earliest instant known of the case. */
  acceptedAt: EpochMs
  /** When the limits stop running: the decision or whatever else ended the case; NaN while it is open. */
  endedAt: EpochMs
}

export function watcher(reading: Reading, at: EpochMs): Watched {
  const shapes = shapesOf(reading)
  return {
    reading,
    at,
    shapes,
    caseIndex: -1,
    from: 0,
    to: 0,
    shape: shapeOf(shapes, 0, 0, 0),
    metLater: false,
    longestGapMs: Number.NaN,
    openedAt: Number.NaN,
    acceptedAt: Number.NaN,
    endedAt: Number.NaN,
  }
}

/** Moves the watcher on to a case. */
export function watch(watched: Watched, caseIndex: number): void {
  const { firstEvent, at } = watched.reading.histories
  const from = firstEvent[caseIndex] as number
  watched.caseIndex = caseIndex
  watched.from = from
  watched.to = firstEvent[caseIndex + 1] as number
  passEvents(watched)
  const { opening, ending, acceptance } = watched.shape
  watched.openedAt = opening < 0 ? Number.NaN : (at[from + opening] as number)
  watched.endedAt = ending < 0 ? Number.NaN : (at[from + ending] as number)
  if (watched.reading.statesEdges) readStated(watched)
  watched.acceptedAt = acceptance < 0 ? watched.openedAt : (at[from + acceptance] as number)
}

/** What the log itself states comes first; where it states no conclusion for a case, that case is open. */
function readStated(watched: Watched): void {
  const { openedAt, concludedAt } = watched.reading
  const opened = openedAt.at(watched.caseIndex)
  if (!Number.isNaN(opened)) watched.openedAt = opened
  if (!concludedAt.given) return
  const concluded = concludedAt.at(watched.caseIndex)
  watched.endedAt = concluded <= watched.at ? concluded : Number.NaN
}

/** The one loop that every rule shares; kept free of calls, as it runs once for every event of a log. */
function passEvents(watched: Watched): void {
  const { from, to } = watched
  const { activity, at } = watched.reading.histories
  let hash = 2166136261
  let longest = 0
  let latest = watched.at
  let before = at[from] as number
  for (let event = from; event < to; event++) {
    hash = Math.imul(hash ^ (activity[event] as number), 16777619)
    const now = at[event] as number
    if (now - before > longest) longest = now - before
    if (now > latest) latest = now
    before = now
  }
  watched.longestGapMs = longest
  if (latest > watched.at) watched.metLater = true
  watched.shape = shapeOf(watched.shapes, from, to, hash)
}

export const happened = ({ shape }: Watched, place: number): boolean => shape.firstOfMeaning[place] !== -1

/** The first event of a meaning, or −1. */
export function firstEventOf({ shape, from }: Watched, place: number): number {
  const first = shape.firstOfMeaning[place] as number
  return first < 0 ? -1 : from + first
}

export function lastEventOf({ shape, from }: Watched, place: number): number {
  const last = shape.lastOfMeaning[place] as number
  return last < 0 ? -1 : from + last
}

export const countOf = ({ shape }: Watched, place: number): number => shape.countOfMeaning[place] as number

export function firstAt({ shape, from, reading }: Watched, place: number): EpochMs {
  const first = shape.firstOfMeaning[place] as number
  return first < 0 ? Number.NaN : (reading.histories.at[from + first] as number)
}

/** The first event of one of several activities, or −1. */
export function firstOf({ shape, from }: Watched, activities: readonly number[]): number {
  const place = earliest(shape.firstOfActivity, activities)
  return place < 0 ? -1 : from + place
}

/** The last event of one of several activities, or −1. */
export function lastOf({ shape, from }: Watched, activities: readonly number[]): number {
  let found = -1
  for (let index = 0; index < activities.length; index++) {
    const last = shape.lastOfActivity[activities[index] as number] as number
    if (last > found) found = last
  }
  return found < 0 ? -1 : from + found
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

/** The whole path should lie behind this case: it says itself that it is finished, and it was not broken off. */
export const isFinished = ({ shape, reading, endedAt }: Watched): boolean =>
  !shape.endedEarly && (reading.concludedAt.given ? !Number.isNaN(endedAt) : shape.completed)
