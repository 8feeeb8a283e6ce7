import type { Histories } from '#engines/histories/index.ts'
import { STEPS } from './synthetic-ledger.ts'
import { workedSeconds } from './time-kernels.ts'

/**
 * The limits for mining: the least a program can do on one thread with the log in the narrowest typed arrays. They
 * answer only the question (how many), with no names, places or reasons; ours is measured against them.
 */
export interface NarrowLog {
  readonly cases: number
  readonly offsets: Int32Array
  readonly step: Uint8Array
  readonly second: Int32Array
  readonly person: Int32Array
}

export const narrowLog = ({ caseCount, firstEvent, activity, at, resource }: Histories): NarrowLog => ({
  cases: caseCount,
  offsets: firstEvent,
  step: Uint8Array.from(activity),
  second: Int32Array.from(at, (instant) => instant / 1000),
  person: resource,
})

const LEFT = 255

/** The published process as a table: state × 16 + step → state. */
function publishedTable(): Uint8Array {
  const table = new Uint8Array(32 * 16).fill(LEFT)
  const place = new Map<string, number>(STEPS.map((name, index) => [name, index]))
  const edges: readonly (readonly [number, string, number])[] = [
    [0, 'application_received', 1],
    [1, 'registered', 2],
    [2, 'supplement_requested', 3],
    [3, 'supplement_received', 4],
    [2, 'accepted', 5],
    [4, 'accepted', 5],
    [5, 'reviewed', 6],
    [6, 'suspended', 7],
    [7, 'resumed', 8],
    [6, 'verified', 9],
    [8, 'verified', 9],
    [9, 'decided', 10],
    [10, 'certificate_made', 11],
    [11, 'delivered', 12],
    [12, 'archived', 13],
  ]
  for (const [from, name, to] of edges) table[from * 16 + (place.get(name) ?? 0)] = to
  return table
}

const TABLE = publishedTable()
const END = 13

export function countFollows({ cases, offsets, step }: NarrowLog): Int32Array {
  const pairs = new Int32Array(256)
  for (let index = 0; index < cases; index++) {
    const to = offsets[index + 1] as number
    for (let event = (offsets[index] as number) + 1; event < to; event++) {
      const pair = (step[event - 1] as number) * 16 + (step[event] as number)
      pairs[pair] = (pairs[pair] as number) + 1
    }
  }
  return pairs
}

export function countFitting({ cases, offsets, step }: NarrowLog): number {
  let fitting = 0
  for (let index = 0; index < cases; index++) {
    let state = 0
    const to = offsets[index + 1] as number
    for (let event = offsets[index] as number; event < to; event++) {
      state = TABLE[state * 16 + (step[event] as number)] as number
      if (state === LEFT) break
    }
    if (state === END) fitting++
  }
  return fitting
}

const OPEN_SECONDS = 8 * 3600

/** Five rules in one pass: path, repeated request, four eyes, order, working time; counts the cases with any fault. */
export function countFaulty({ cases, offsets, step, second, person }: NarrowLog): number {
  let faulty = 0
  for (let index = 0; index < cases; index++) {
    const from = offsets[index] as number
    const to = offsets[index + 1] as number
    let state = 0
    let requests = 0
    let reviewer = -1
    let decider = -2
    let isDecided = false
    let faults = 0
    for (let event = from; event < to; event++) {
      const code = step[event] as number
      if (state !== LEFT) state = TABLE[state * 16 + code] as number
      if (code === 2) requests++
      else if (code === 5) {
        reviewer = person[event] as number
        if (isDecided) faults |= 1
      } else if (code === 9) {
        decider = person[event] as number
        isDecided = true
      }
    }
    if (state === LEFT) faults |= 2
    if (requests > 1) faults |= 4
    if (reviewer === decider) faults |= 8
    if (workedSeconds(second[to - 1] as number) - workedSeconds(second[from] as number) > 20 * OPEN_SECONDS)
      faults |= 16
    if (faults !== 0) faulty++
  }
  return faulty
}

/** Least moves to a complete run, by dynamic programming over the table, once for every variant. */
export function sumOfMoves({ cases, offsets, step }: NarrowLog): number {
  const edges: (readonly [number, number, number])[] = []
  for (let state = 0; state <= END; state++) {
    for (let code = 0; code < STEPS.length; code++) {
      const reached = TABLE[state * 16 + code] as number
      if (reached !== LEFT) edges.push([state, code, reached])
    }
  }
  const known = new Map<number, number>()
  let moves = 0
  for (let index = 0; index < cases; index++) {
    const from = offsets[index] as number
    const to = offsets[index + 1] as number
    const key = hashOf(step, from, to)
    let cost = known.get(key)
    if (cost === undefined) known.set(key, (cost = costOf(step, from, to, edges)))
    moves += cost
  }
  return moves
}

function costOf(
  step: Uint8Array,
  from: number,
  to: number,
  edges: readonly (readonly [number, number, number])[],
): number {
  let cost = new Uint8Array(END + 1).fill(99)
  cost[0] = 0
  skip(cost, edges)
  for (let event = from; event < to; event++) {
    const after = cost.map((value) => Math.min(99, value + 1))
    for (const [state, code, reached] of edges) {
      if (code === step[event] && (cost[state] as number) < (after[reached] as number))
        after[reached] = cost[state] as number
    }
    skip(after, edges)
    cost = after
  }
  return cost[END] as number
}

function skip(cost: Uint8Array, edges: readonly (readonly [number, number, number])[]): void {
  for (let round = 0; round <= END; round++) {
    for (const [state, , reached] of edges) {
      if ((cost[state] as number) + 1 < (cost[reached] as number)) cost[reached] = (cost[state] as number) + 1
    }
  }
}

export function countVariants({ cases, offsets, step }: NarrowLog): number {
  const met = new Map<number, number>()
  for (let index = 0; index < cases; index++) {
    const key = hashOf(step, offsets[index] as number, offsets[index + 1] as number)
    met.set(key, (met.get(key) ?? 0) + 1)
  }
  return met.size
}

function hashOf(step: Uint8Array, from: number, to: number): number {
  let high = 2166136261
  let low = 0
  for (let event = from; event < to; event++) {
    const code = step[event] as number
    high = Math.imul(high ^ code, 16777619)
    low = (Math.imul(low, 31) + code) | 0
  }
  return (high >>> 0) * 2097152 + (low & 2097151)
}
