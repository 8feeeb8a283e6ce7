import { z } from 'zod'
import { defineRefusals } from '#kernel/refusal.ts'

/**
 * A published path as a deterministic automaton: `next[state * width + symbol]`, −1 where the step is not allowed.
 * State 0 is the start. Both forms of a path, steps and BPMN, become this, and every check runs over it.
 */
export const Automaton = z.strictObject({
  alphabet: z.array(z.string()).readonly(),
  states: z.int().min(1),
  next: z.array(z.int()).readonly(),
  /** 1 where the path may end. */
  accepting: z.array(z.int()).readonly(),
})
/** Plain data, so that a diagram's automaton can be stored with the profile of its log. */
export type Automaton = Readonly<z.infer<typeof Automaton>>

export const refusePath = defineRefusals({
  'path.too-many-states': {
    status: 400,
    zh: '流程展开后超过 {limit} 个状态，请减少并行分支',
    en: 'the path unfolds into more than {limit} states; use fewer parallel branches',
  },
  'path.invalid': {
    status: 400,
    zh: '流程文件有误：{place}，{reason}。格式为 path: 下的步骤清单，可用 optional、repeat、choice、parallel',
    en: 'the path file is wrong at {place}: {reason}. It is a list of steps under path:, with optional, repeat, choice and parallel',
  },
  'path.constraint-invalid': {
    status: 400,
    zh: '约束有误：{place}，{reason}。每条约束只写一个模板，例如 precedence: [审查, 决定]',
    en: 'the constraint is wrong at {place}: {reason}. Every constraint is one template, such as precedence: [审查, 决定]',
  },
  'path.constraint-of-itself': {
    status: 400,
    zh: '约束 {template} 的前后两项都指“{activity}”，请写成两个不同的环节',
    en: 'both sides of the constraint {template} mean "{activity}"; name two different activities',
  },
})

const MOST_STATES = 20_000

/**
 * Explores from `start` and numbers what it meets; two states are one when their keys are equal.
 * `follow` gives the state after a symbol, or undefined where the step is not allowed.
 */
export function explore<State>(given: {
  readonly alphabet: readonly string[]
  readonly start: State
  readonly keyOf: (state: State) => string
  readonly follow: (state: State, symbol: number) => State | undefined
  readonly accepts: (state: State) => boolean
}): Automaton {
  const { alphabet, keyOf, follow, accepts } = given
  const numbers = new Map([[keyOf(given.start), 0]])
  const met: State[] = [given.start]
  const next: number[] = []
  for (let state = 0; state < met.length; state++) {
    for (let symbol = 0; symbol < alphabet.length; symbol++) {
      const reached = follow(met[state] as State, symbol)
      next.push(reached === undefined ? -1 : numberOf(reached))
    }
  }
  return {
    alphabet,
    states: met.length,
    next,
    accepting: met.map((state) => (accepts(state) ? 1 : 0)),
  }

  function numberOf(state: State): number {
    const key = keyOf(state)
    const known = numbers.get(key)
    if (known !== undefined) return known
    if (met.length >= MOST_STATES) throw refusePath('path.too-many-states', { limit: MOST_STATES })
    numbers.set(key, met.length)
    return met.push(state) - 1
  }
}
