import { meaning, NO_MEANING } from './meanings.ts'
import type { Reading } from './reading.ts'

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
  /** Where the path stands after the last event; −1 when it was left. */
  pathState: number
  /** Broken off by law: such a case owes no further steps. */
  endedEarly: boolean
  /** The procedure's own last step lies behind it. */
  completed: boolean
}

export interface Shapes {
  readonly of: (from: number, to: number, hash: number) => Shape
}

/** Together the remembered shapes hold at most about this many numbers. */
const MOST_CELLS = 8_000_000

export function shapesOf(reading: Reading): Shapes {
  const { activity, activities } = reading.histories
  const most = Math.floor(MOST_CELLS / (2 * activities.length + 64))
  const known = new Map<number, Shape>()
  const scratch = emptyShape(activities.length)
  return {
    of: (from, to, hash) => {
      const found = known.get(hash)
      if (found && isTrace(found.trace, activity, from, to)) return found
      if (found || known.size >= most) return shaped(reading, scratch, activity.subarray(from, to))
      const shape = shaped(reading, emptyShape(activities.length), activity.slice(from, to))
      shape.number = known.size
      known.set(hash, shape)
      return shape
    },
  }
}

const emptyShape = (activities: number): Shape => ({
  number: -1,
  trace: new Int32Array(0),
  firstOfMeaning: new Int32Array(NO_MEANING + 1),
  lastOfMeaning: new Int32Array(NO_MEANING + 1),
  countOfMeaning: new Int32Array(NO_MEANING + 1),
  firstOfActivity: new Int32Array(activities),
  lastOfActivity: new Int32Array(activities),
  pathState: 0,
  endedEarly: false,
  completed: false,
})

function isTrace(trace: Int32Array, activity: Int32Array, from: number, to: number): boolean {
  if (trace.length !== to - from) return false
  for (let place = 0; place < trace.length; place++) if (trace[place] !== activity[from + place]) return false
  return true
}

function shaped({ meaningOf, path }: Reading, shape: Shape, trace: Int32Array): Shape {
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
  shape.pathState = state
  shape.endedEarly = happened(meaning.withdrawn) || happened(meaning.declined) || happened(meaning.returned)
  shape.completed = happened(meaning.concluded) || happened(meaning.archived)
  return shape
}
