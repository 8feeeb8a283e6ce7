import type { Histories } from '#engines/histories/index.ts'
import type { Automaton } from './automaton.ts'

/** What left the published path, and how. */
export const DEVIATION_KINDS = ['skipped', 'outOfOrder', 'repeated', 'unknown', 'unfinished'] as const
export type DeviationKind = (typeof DEVIATION_KINDS)[number]

export interface Deviation {
  readonly kind: DeviationKind
  /** The event at which it shows; for `unfinished` the last event of the case, −1 when there is none. */
  readonly event: number
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
  return { automaton, activities, table, symbols, jumps: new Map() }
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
 */
export function deviationsOf(
  program: PathProgram,
  histories: Histories,
  from: number,
  to: number,
  closed: boolean,
): Deviation[] {
  const { alphabet, accepting } = program.automaton
  const { activity } = histories
  const width = program.activities.length
  const found: Mutable[] = []
  const early = new Set<number>()
  const done = new Set<number>()
  let state = 0
  for (let event = from; event < to; event++) {
    const code = activity[event] as number
    const reached = program.table[state * width + code] as number
    const symbol = program.symbols[code] as number
    if (reached >= 0) state = reached
    else state = explain(event, code, symbol)
    if (symbol >= 0) done.add(symbol)
  }
  if (closed && !accepting[state]) missingAtEnd()
  return found.filter(({ symbols, kind }) => symbols.length > 0 || kind === 'unknown').map(named)

  function explain(event: number, code: number, symbol: number): number {
    if (symbol < 0) {
      found.push({ kind: 'unknown', event, symbols: [], name: program.activities[code] })
      return state
    }
    const jump = jumpTo(program, state, symbol)
    if (!jump || comesTooEarly(event, jump.reached)) {
      stray(event, symbol)
      return state
    }
    const missing = jump.skipped.filter((skipped) => !early.delete(skipped))
    if (missing.length > 0) found.push({ kind: 'skipped', event, symbols: missing })
    return jump.reached
  }

  function comesTooEarly(event: number, afterJump: number): boolean {
    if (event + 1 >= to) return false
    const next = activity[event + 1] as number
    return (
      (program.table[state * width + next] as number) >= 0 &&
      (program.table[afterJump * width + next] as number) < 0
    )
  }

  function stray(event: number, symbol: number): void {
    const skipped = found.find(({ kind, symbols }) => kind === 'skipped' && symbols.includes(symbol))
    if (skipped) skipped.symbols = skipped.symbols.filter((other) => other !== symbol)
    else if (!done.has(symbol)) early.add(symbol)
    found.push({ kind: skipped || !done.has(symbol) ? 'outOfOrder' : 'repeated', event, symbols: [symbol] })
  }

  function missingAtEnd(): void {
    const missing = (wayToEnd(program, state) ?? []).filter((symbol) => !early.delete(symbol))
    if (missing.length > 0) found.push({ kind: 'unfinished', event: to - 1, symbols: missing })
  }

  function named({ kind, event, symbols, name }: Mutable): Deviation {
    return {
      kind,
      event,
      steps: name === undefined ? symbols.map((symbol) => alphabet[symbol] ?? '') : [name],
    }
  }
}

interface Mutable {
  readonly kind: DeviationKind
  readonly event: number
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
