import type { Automaton } from './automaton.ts'

/** What left the published path, and how. */
export const DEVIATION_KINDS = ['skipped', 'outOfOrder', 'repeated', 'unknown', 'unfinished'] as const
export type DeviationKind = (typeof DEVIATION_KINDS)[number]

export interface Deviation {
  readonly kind: DeviationKind
  /** The event of the case at which it shows, from 0; for `unfinished` its last event, −1 when there is none. */
  readonly place: number
  /** Steps left out (`skipped`, `unfinished`), or the step that should not have stood here. */
  readonly steps: readonly string[]
}

/**
 * An automaton laid over the activity codes of one log, so that a step costs one look into a table.
 * `others: 'allowed'` lets activities that the path does not name happen anywhere.
 */
export interface PathProgram {
  readonly automaton: Automaton
  readonly activities: readonly string[]
  /** `table[state * activities.length + activity]`, −1: not allowed here. */
  readonly table: Int32Array
  /** Activity code to symbol of the path; −1 unknown, −2 unknown and allowed. */
  readonly symbols: Int32Array
  readonly jumps: Map<number, Jump | undefined>
  /** Sequences already explained, by a hash of their codes. */
  readonly explained: Map<number, { readonly trace: Int32Array; readonly deviations: readonly Deviation[] }>
}

interface Jump {
  readonly skipped: readonly number[]
  readonly reached: number
}

export function layPath(
  automaton: Automaton,
  activities: readonly string[],
  others: 'allowed' | 'refused',
): PathProgram {
  const { alphabet, states, next } = automaton
  const places = new Map(alphabet.map((name, symbol) => [name, symbol]))
  const symbols = Int32Array.from(activities, (name) => places.get(name) ?? (others === 'allowed' ? -2 : -1))
  const table = new Int32Array(states * activities.length).fill(-1)
  for (let state = 0; state < states; state++) {
    symbols.forEach((symbol, activity) => {
      const reached =
        symbol >= 0 ? (next[state * alphabet.length + symbol] ?? -1) : symbol === -2 ? state : -1
      table[state * activities.length + activity] = reached
    })
  }
  return { automaton, activities, table, symbols, jumps: new Map(), explained: new Map() }
}

/** The state after the events `from` up to `to`, or −1 as soon as one is not allowed: the quick answer for most cases. */
export function runPath(program: PathProgram, activity: Int32Array, from: number, to: number): number {
  const { table } = program
  const width = program.activities.length
  let state = 0
  for (let event = from; event < to && state >= 0; event++)
    state = table[state * width + (activity[event] as number)] as number
  return state
}

/**
 * Every deviation of one case, in one pass.
 *
 * A step that is not allowed here is explained in the cheapest way that lets the next event go on: either it came too
 * early (the next event fits where we stand), or steps before it were left out (the shortest way to where it is
 * allowed), or it came again. A step counted as left out that is done later becomes one step out of order, not two faults.
 * The sum need not be the least possible; `alignmentCost` gives that.
 *
 * Cases that ran alike deviate alike, so the answer for a sequence of activities is remembered and shared.
 */
export function deviationsOf(
  program: PathProgram,
  activity: Int32Array,
  { from, to, closed }: { readonly from: number; readonly to: number; readonly closed: boolean },
): readonly Deviation[] {
  const key = hashOf(activity, from, to) * 2 + (closed ? 1 : 0)
  const known = program.explained.get(key)
  if (known && isSame(known.trace, activity, from, to)) return known.deviations
  const trace = activity.slice(from, to)
  const deviations = explainTrace(program, trace, closed)
  if (!known && program.explained.size < MOST_REMEMBERED) program.explained.set(key, { trace, deviations })
  return deviations
}

const MOST_REMEMBERED = 20_000

function hashOf(activity: Int32Array, from: number, to: number): number {
  let hash = 2166136261
  for (let event = from; event < to; event++) hash = Math.imul(hash ^ (activity[event] as number), 16777619)
  return hash >>> 0
}

function isSame(trace: Int32Array, activity: Int32Array, from: number, to: number): boolean {
  if (trace.length !== to - from) return false
  for (let place = 0; place < trace.length; place++) if (trace[place] !== activity[from + place]) return false
  return true
}

function explainTrace(program: PathProgram, trace: Int32Array, closed: boolean): Deviation[] {
  const { alphabet, accepting } = program.automaton
  const width = program.activities.length
  const found: Mutable[] = []
  const early = new Set<number>()
  const done = new Set<number>()
  let state = 0
  trace.forEach((code, place) => {
    const reached = program.table[state * width + code] as number
    const symbol = program.symbols[code] as number
    state = reached >= 0 ? reached : explain(place, code, symbol)
    if (symbol >= 0) done.add(symbol)
  })
  if (closed && !accepting[state]) missingAtEnd()
  return found.filter(({ symbols, kind }) => symbols.length > 0 || kind === 'unknown').map(named)

  function explain(place: number, code: number, symbol: number): number {
    if (symbol < 0) {
      found.push({ kind: 'unknown', place, symbols: [], name: program.activities[code] })
      return state
    }
    const jump = jumpTo(program, state, symbol)
    if (!jump || comesTooEarly(place, jump.reached)) {
      stray(place, symbol)
      return state
    }
    const missing = jump.skipped.filter((skipped) => !early.delete(skipped))
    if (missing.length > 0) found.push({ kind: 'skipped', place, symbols: missing })
    return jump.reached
  }

  function comesTooEarly(place: number, afterJump: number): boolean {
    const next = trace[place + 1]
    if (next === undefined) return false
    return (
      (program.table[state * width + next] as number) >= 0 &&
      (program.table[afterJump * width + next] as number) < 0
    )
  }

  function stray(place: number, symbol: number): void {
    const skipped = found.find(({ kind, symbols }) => kind === 'skipped' && symbols.includes(symbol))
    if (skipped) skipped.symbols = skipped.symbols.filter((other) => other !== symbol)
    else if (!done.has(symbol)) early.add(symbol)
    found.push({ kind: skipped || !done.has(symbol) ? 'outOfOrder' : 'repeated', place, symbols: [symbol] })
  }

  function missingAtEnd(): void {
    const missing = (wayToEnd(program, state) ?? []).filter((symbol) => !early.delete(symbol))
    if (missing.length > 0) found.push({ kind: 'unfinished', place: trace.length - 1, symbols: missing })
  }

  function named({ kind, place, symbols, name }: Mutable): Deviation {
    return {
      kind,
      place,
      steps: name === undefined ? symbols.map((symbol) => alphabet[symbol] ?? '') : [name],
    }
  }
}

interface Mutable {
  readonly kind: DeviationKind
  readonly place: number
  symbols: readonly number[]
  readonly name?: string | undefined
}

/** The shortest way from a state to one where the symbol is allowed, and the state after it. */
function jumpTo(program: PathProgram, state: number, symbol: number): Jump | undefined {
  const { alphabet, next } = program.automaton
  const key = state * alphabet.length + symbol
  if (program.jumps.has(key)) return program.jumps.get(key)
  const way = shortestWay(
    program.automaton,
    state,
    (reached) => (next[reached * alphabet.length + symbol] ?? -1) >= 0,
  )
  const jump = way && { skipped: way.steps, reached: next[way.reached * alphabet.length + symbol] ?? 0 }
  program.jumps.set(key, jump)
  return jump
}

function wayToEnd(program: PathProgram, state: number): readonly number[] | undefined {
  const { automaton } = program
  return shortestWay(automaton, state, (reached) => automaton.accepting[reached] === 1)?.steps
}

/** Breadth first, so the fewest steps; among equals the order in which the path names them. */
function shortestWay(automaton: Automaton, start: number, arrived: (state: number) => boolean) {
  const width = automaton.alphabet.length
  const cameBy = new Map<number, { readonly from: number; readonly symbol: number } | undefined>([
    [start, undefined],
  ])
  const queue = [start]
  for (const state of queue) {
    if (arrived(state)) return { reached: state, steps: stepsBack(state) }
    for (let symbol = 0; symbol < width; symbol++) {
      const reached = automaton.next[state * width + symbol] ?? -1
      if (reached < 0 || cameBy.has(reached)) continue
      cameBy.set(reached, { from: state, symbol })
      queue.push(reached)
    }
  }
  return undefined

  function stepsBack(reached: number): number[] {
    const steps: number[] = []
    for (let step = cameBy.get(reached); step; step = cameBy.get(step.from)) steps.unshift(step.symbol)
    return steps
  }
}
