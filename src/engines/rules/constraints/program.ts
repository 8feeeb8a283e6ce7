import { refusePath } from '../path/index.ts'
import { namePattern } from '../profile.ts'
import { type Constraint, type Statement, statementOf } from './constraint.ts'
import { FIRST, type Machine, machineOf, OTHER, passesOver, SECOND, SYMBOLS } from './machine.ts'

/** Constraints laid over the activities of one log. */
export interface ConstraintProgram {
  readonly statements: readonly Statement[]
  readonly machines: readonly Machine[]
  /** For every activity, the constraints that it may move, as `constraint * SYMBOLS + symbol`. */
  readonly moved: readonly Int32Array[]
}

/** One break: an event that was not allowed, or something still owed when the case ends. */
export interface Break {
  /** Its place among the constraints. */
  readonly constraint: number
  readonly kind: 'broken' | 'owed'
  /** The event within the case that broke it, or that asks for what is owed; −1 where every case owes it. */
  readonly place: number
}

export interface Checked {
  readonly breaks: readonly Break[]
  /** The constraints that had something to say about these events; the others were kept for want of an occasion. */
  readonly concerned: readonly number[]
}

/** An activity that is both sides of one constraint is refused: before and after itself, nobody could say what is meant. */
export function layConstraints(
  constraints: readonly Constraint[],
  activities: readonly string[],
): ConstraintProgram {
  const statements = constraints.map(statementOf)
  const machines = statements.map(machineOf)
  const sides = statements.map(sidesOf)
  const moved = activities.map((activity) =>
    Int32Array.from(
      machines.flatMap((machine, constraint) => {
        const symbol = sides[constraint]?.(activity) ?? OTHER
        return passesOver(machine, symbol) && !machine.speaksAt.includes(symbol)
          ? []
          : [constraint * SYMBOLS + symbol]
      }),
    ),
  )
  return { statements, machines, moved }
}

function sidesOf({ template, first, second }: Statement): (activity: string) => number {
  const isFirst = namePattern(first)
  const isSecond = second === '' ? () => false : namePattern(second)
  return (activity) => {
    if (!isFirst(activity)) return isSecond(activity) ? SECOND : OTHER
    if (isSecond(activity)) throw refusePath('path.constraint-of-itself', { template, activity })
    return FIRST
  }
}

/**
 * Runs every constraint over the events `from` up to, not including, `to`. An event is shown only to the constraints
 * that it may move, so the time is linear in the events and in the constraints that name them.
 */
export function checkConstraints(
  { machines, moved }: ConstraintProgram,
  activity: Int32Array,
  from: number,
  to: number,
): Checked {
  const state = new Uint16Array(machines.length)
  const since = new Int32Array(machines.length).fill(-1)
  const met = Uint8Array.from(machines, ({ speaksAt }) => (speaksAt.length === 0 ? 1 : 0))
  const breaks: Break[] = []
  for (let event = from; event < to; event++) {
    for (const move of moved[activity[event] as number] as Int32Array) {
      const constraint = Math.floor(move / SYMBOLS)
      const symbol = move % SYMBOLS
      const machine = machines[constraint] as Machine
      const before = state[constraint] as number
      const taken = before * SYMBOLS + symbol
      const after = machine.next[taken] as number
      if (machine.breaks[taken] === 1) breaks.push({ constraint, kind: 'broken', place: event - from })
      if (after !== before || machine.breaks[taken] === 1) since[constraint] = event - from
      if (machine.speaksAt.includes(symbol)) met[constraint] = 1
      state[constraint] = after
    }
  }
  machines.forEach(({ owes }, constraint) => {
    if (owes[state[constraint] as number] === 1)
      breaks.push({ constraint, kind: 'owed', place: owedSince(machines[constraint], since[constraint]) })
  })
  return { breaks, concerned: [...met.keys()].filter((constraint) => met[constraint] === 1) }
}

/** What is owed without any occasion is owed by the case, not by one of its events. */
const owedSince = (machine: Machine | undefined, since = -1): number =>
  machine?.speaksAt.length === 0 ? -1 : since
