import type { Automaton } from './automaton.ts'
import type { PathProgram } from './replay.ts'

const FAR = 0x3fffffff

/**
 * The least number of moves that make one case a complete run of the path: leaving out an event, or doing a step that
 * nobody did, each cost one (van der Aalst, Adriansyah, van Dongen 2012). Dynamic programming over the states,
 * exact, O(events × edges of the automaton).
 */
export function alignmentCost(program: PathProgram, activity: Int32Array, from: number, to: number): number {
  const { automaton, table } = program
  const width = program.activities.length
  const edges = edgesOf(automaton)
  let cost = new Int32Array(automaton.states).fill(FAR)
  cost[0] = 0
  relax(cost, edges)
  for (let event = from; event < to; event++) {
    const code = activity[event] as number
    const after = new Int32Array(automaton.states)
    for (let state = 0; state < automaton.states; state++) after[state] = (cost[state] as number) + 1
    for (let state = 0; state < automaton.states; state++) {
      const reached = table[state * width + code] as number
      if (reached >= 0 && (cost[state] as number) < (after[reached] as number))
        after[reached] = cost[state] as number
    }
    relax(after, edges)
    cost = after
  }
  return cost.reduce(
    (least, value, state) => (automaton.accepting[state] && value < least ? value : least),
    FAR,
  )
}

const known = new WeakMap<Automaton, Int32Array>()

/** Edges as pairs of states, one for each two states however many steps join them. */
function edgesOf(automaton: Automaton): Int32Array {
  const found = known.get(automaton)
  if (found) return found
  const width = automaton.alphabet.length
  const pairs = new Set<number>()
  automaton.next.forEach((reached, place) => {
    if (reached >= 0) pairs.add(Math.floor(place / width) * automaton.states + reached)
  })
  const edges = Int32Array.from(
    [...pairs].flatMap((pair) => [Math.floor(pair / automaton.states), pair % automaton.states]),
  )
  known.set(automaton, edges)
  return edges
}

/** States are numbered outward from the start, so one sweep settles a path without loops; loops need a second. */
function relax(cost: Int32Array, edges: Int32Array): void {
  for (let changed = true; changed;) {
    changed = false
    for (let edge = 0; edge < edges.length; edge += 2) {
      const reached = edges[edge + 1] as number
      const through = (cost[edges[edge] as number] as number) + 1
      if (through < (cost[reached] as number)) {
        cost[reached] = through
        changed = true
      }
    }
  }
}
