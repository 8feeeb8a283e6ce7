import { meaning, NO_MEANING } from './meanings.ts'
import type { Deviation } from './path/index.ts'
import { ENDINGS, type Reading } from './reading.ts'

/**
 * What the order of a case's activities alone decides. Cases that ran alike share it, so a log of a hundred thousand
 * cases is looked through once for every way in which it ran and not once for every case. Places count from the case's
 * first event; −1 means "did not happen".
 */
export interface Shape {
  /** Its number among those remembered; −1 for one that is only used for the case at hand. */
  number: number
  trace: Int32Array
  readonly firstOfMeaning: Int32Array
  readonly lastOfMeaning: Int32Array
  readonly countOfMeaning: Int32Array
  readonly firstOfActivity: Int32Array
  readonly lastOfActivity: Int32Array
  /** The first receipt, else the first event at all. */
  opening: number
  acceptance: number
  /** The first event that ends a case. */
  ending: number
  /** The event that starts each limit of the reading, in their order. */
  readonly limitStarts: Int32Array
  /** Where the path stands after the last event; −1 when it was left. */
  pathState: number
  /** How it left the path, for cases that are finished and those that are not; undefined until somebody asks. */
  leftWhenFinished: readonly Deviation[] | undefined
  leftWhenOpen: readonly Deviation[] | undefined
  /** Broken off by law: such a case owes no further steps. */
  endedEarly: boolean
  /** The procedure's own last step lies behind it. */
  completed: boolean
}

/** The ways of running met so far, by their hash. */
export interface Shapes {
  readonly reading: Reading
  /** By their numbers. */
  readonly known: Shape[]
  /** Open addressing by hash: number + 1 of a shape, or 0; a look for every case, for which a Map takes too long. */
  places: Int32Array
  hashes: Int32Array
  readonly most: number
  /** Used again and again for what is not remembered. */
  readonly scratch: Shape
}

/** Together the remembered shapes hold at most about this many numbers. */
const MOST_CELLS = 16_000_000

export const shapesOf = (reading: Reading): Shapes => ({
  reading,
  known: [],
  places: new Int32Array(256),
  hashes: new Int32Array(256),
  most: Math.floor(MOST_CELLS / (2 * reading.histories.activities.length + 3 * NO_MEANING)),
  scratch: emptyShape(reading),
})

/** The shape of the events `from` up to `to`; equal hashes are compared event by event. */
export function shapeOf(shapes: Shapes, from: number, to: number, hash: number): Shape {
  const { activity } = shapes.reading.histories
  const place = placeOf(shapes, hash)
  const number = shapes.places[place] as number
  if (number === 0) return newShape(shapes, activity.subarray(from, to), { hash, place })
  const found = shapes.known[number - 1] as Shape
  if (isTrace(found.trace, activity, from, to)) return found
  return shaped(shapes.reading, shapes.scratch, activity.subarray(from, to))
}

/** Where a hash stands, or the free place where it would. */
function placeOf({ places, hashes }: Shapes, hash: number): number {
  const mask = places.length - 1
  let place = (hash ^ (hash >>> 15)) & mask
  while (places[place] !== 0 && hashes[place] !== hash) place = (place + 1) & mask
  return place
}

function newShape(shapes: Shapes, trace: Int32Array, at: { hash: number; place: number }): Shape {
  const { reading, known, most, scratch } = shapes
  if (known.length >= most) return shaped(reading, scratch, trace)
  const shape = shaped(reading, emptyShape(reading), trace.slice())
  shape.number = known.push(shape) - 1
  shapes.places[at.place] = known.length
  shapes.hashes[at.place] = at.hash
  if (known.length * 2 > shapes.places.length) widen(shapes)
  return shape
}

function widen(shapes: Shapes): void {
  const { places, hashes } = shapes
  shapes.places = new Int32Array(2 * places.length)
  shapes.hashes = new Int32Array(2 * places.length)
  places.forEach((number, old) => {
    if (number === 0) return
    const hash = hashes[old] as number
    const place = placeOf(shapes, hash)
    shapes.places[place] = number
    shapes.hashes[place] = hash
  })
}

const emptyShape = ({ histories, limits }: Reading): Shape => ({
  number: -1,
  trace: new Int32Array(0),
  firstOfMeaning: new Int32Array(NO_MEANING + 1),
  lastOfMeaning: new Int32Array(NO_MEANING + 1),
  countOfMeaning: new Int32Array(NO_MEANING + 1),
  firstOfActivity: new Int32Array(histories.activities.length),
  lastOfActivity: new Int32Array(histories.activities.length),
  opening: -1,
  acceptance: -1,
  ending: -1,
  limitStarts: new Int32Array(limits.length),
  pathState: 0,
  leftWhenFinished: undefined,
  leftWhenOpen: undefined,
  endedEarly: false,
  completed: false,
})

function isTrace(trace: Int32Array, activity: Int32Array, from: number, to: number): boolean {
  if (trace.length !== to - from) return false
  for (let place = 0; place < trace.length; place++) if (trace[place] !== activity[from + place]) return false
  return true
}

function shaped({ meaningOf, path, limits }: Reading, shape: Shape, trace: Int32Array): Shape {
  const { firstOfMeaning, lastOfMeaning, countOfMeaning, firstOfActivity, lastOfActivity } = shape
  firstOfMeaning.fill(-1)
  lastOfMeaning.fill(-1)
  countOfMeaning.fill(0)
  firstOfActivity.fill(-1)
  lastOfActivity.fill(-1)
  let state = 0
  for (let place = 0; place < trace.length; place++) {
    const code = trace[place] as number
    const means = meaningOf[code] as number
    if (firstOfActivity[code] === -1) firstOfActivity[code] = place
    lastOfActivity[code] = place
    if (firstOfMeaning[means] === -1) firstOfMeaning[means] = place
    lastOfMeaning[means] = place
    countOfMeaning[means] = (countOfMeaning[means] as number) + 1
    if (path && state >= 0) state = path.table[state * path.activities.length + code] as number
  }
  const happened = (place: number) => firstOfMeaning[place] !== -1
  shape.trace = trace
  const received = firstOfMeaning[meaning.received] as number
  shape.opening = received >= 0 || trace.length === 0 ? received : 0
  shape.acceptance = firstOfMeaning[meaning.accepted] as number
  shape.ending = earliest(firstOfMeaning, ENDING_PLACES)
  limits.forEach(({ starts }, index) => {
    const byMeaning = earliest(firstOfMeaning, starts.meanings)
    const byActivity = earliest(firstOfActivity, starts.activities)
    shape.limitStarts[index] =
      byMeaning < 0 || (byActivity >= 0 && byActivity < byMeaning) ? byActivity : byMeaning
  })
  shape.pathState = state
  shape.leftWhenFinished = undefined
  shape.leftWhenOpen = undefined
  shape.endedEarly = ENDED_EARLY.some((place) => happened(place))
  shape.completed = happened(meaning.concluded) || happened(meaning.archived)
  return shape
}

const ENDED_EARLY = [meaning.withdrawn, meaning.declined, meaning.returned, meaning.ownMatterRefused]
const ENDING_PLACES = ENDINGS.map((name) => meaning[name])

/** The least place that is one at all; −1 where there is none. */
export function earliest(places: Int32Array, wanted: readonly number[]): number {
  let found = -1
  for (let index = 0; index < wanted.length; index++) {
    const place = places[wanted[index] as number] as number
    if (place >= 0 && (found < 0 || place < found)) found = place
  }
  return found
}
