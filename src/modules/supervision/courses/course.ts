import { createHash } from 'node:crypto'
import type { CaseHistory, HistoryEvent } from '#engines/histories/index.ts'
import { addWait, type Waits } from './waits.ts'

/** 办件经过: a case as a path, and how long it lay at the places of that path. */
export interface Course {
  readonly path: readonly string[]
  readonly waits: readonly { readonly place: number; readonly ms: number }[]
}

/** Which steps follow each other on a path, each pair once, in the order in which they first do: the places of its waits. */
export function pairsOf(path: readonly string[]): { readonly from: string; readonly to: string }[] {
  return [...numberedPairs(path).keys()].map((key) => {
    const [from = '', to = ''] = JSON.parse(key) as string[]
    return { from, to }
  })
}

function numberedPairs(path: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (let place = 1; place < path.length; place++) {
    const key = JSON.stringify([path[place - 1], path[place]])
    if (!numbers.has(key)) numbers.set(key, numbers.size)
  }
  return numbers
}

/** What was done, one after the other; waits stand at the pairs of the path. */
export function variantOf({ events }: CaseHistory): Course {
  const path = events.map(({ activity }) => activity)
  const places = placesOf(path)
  return {
    path,
    waits: events.slice(1).map((event, index) => ({
      place: places[index] ?? 0,
      ms: between(events[index], event),
    })),
  }
}

/** Ever the same paths are asked about: the places of their waits are remembered. */
const remembered = new Map<string, readonly number[]>()
const MOST_REMEMBERED = 10_000

function placesOf(path: readonly string[]): readonly number[] {
  const text = JSON.stringify(path)
  const known = remembered.get(text)
  if (known) return known
  const numbers = numberedPairs(path)
  const places = path.slice(1).map((to, index) => numbers.get(JSON.stringify([path[index], to])) ?? 0)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(text, places)
  return places
}

const between = (before: HistoryEvent | undefined, after: HistoryEvent): number =>
  before ? Math.floor(after.at) - Math.floor(before.at) : 0

const UNIT = 'u:'
const PERSON = 'p:'

/**
 * Who held the case, one after the other: the unit that an event names, else whoever did it. To which unit a person
 * belongs is asked when the path is read, since people move. A wait stands at the place of the one who took over.
 */
export function holdingOf({ events }: CaseHistory, unitAttribute: string | undefined): Course {
  const path: string[] = []
  const waits: { place: number; ms: number }[] = []
  let before: HistoryEvent | undefined
  for (const event of events) {
    const holder = holderOf(event, unitAttribute)
    if (holder !== undefined && holder !== path.at(-1)) {
      const place = path.push(holder) - 1
      if (place > 0) waits.push({ place, ms: between(before, event) })
    }
    before = event
  }
  return { path, waits }
}

function holderOf(
  { attributes, resource }: HistoryEvent,
  unitAttribute: string | undefined,
): string | undefined {
  const named = unitAttribute === undefined ? undefined : attributes?.[unitAttribute]
  if (named !== undefined && named !== '') return UNIT + named
  return resource === undefined ? undefined : PERSON + resource
}

/** A holder of a path as the unit or the person that it names. */
export const readHolder = (holder: string): { readonly unit: string } | { readonly person: string } =>
  holder.startsWith(UNIT) ? { unit: holder.slice(UNIT.length) } : { person: holder.slice(PERSON.length) }

/** Short for a path, however long. */
export const markOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 32)

export function addCourse(waits: Waits, course: Course, by: 1 | -1): void {
  for (const { place, ms } of course.waits) addWait(waits, place, { ms, by })
}
