import type { Expression } from './expression.ts'

// The words in which definitions are written: each makes one expression, and reads like the sentence it stands for.

export const field = (code: string): Expression => ({ field: code })
export const its = (code: string): Expression => ({ its: code })
export const state: Expression = { state: 'this' }
export const itsState: Expression = { state: 'its' }
export const today: Expression = { today: true }
export const taker: Expression = { taker: 'account' }
export const takerUnit: Expression = { taker: 'unit' }
export const dayOf = (step: string): Expression => ({ dayOf: step })
export const itsDayOf = (step: string): Expression => ({ dayOf: step, its: true })
export const takerOf = (step: string): Expression => ({ takerOf: step })
export const itsTakerOf = (step: string): Expression => ({ takerOf: step, its: true })
export const timesOf = (step: string): Expression => ({ timesOf: step })
export const passed = (clock: string): Expression => ({ passed: clock })
export const all = (...of: readonly Expression[]): Expression => ({ all: of })
export const any = (...of: readonly Expression[]): Expression => ({ any: of })
export const not = (of: Expression): Expression => ({ not: of })
export const filled = (of: Expression): Expression => ({ filled: of })
export const empty = (of: Expression): Expression => not(filled(of))
export const equals = (one: Expression, other: Expression): Expression => ({ equals: [one, other] })
export const differs = (one: Expression, other: Expression): Expression => not(equals(one, other))
export const less = (one: Expression, other: Expression): Expression => ({ less: [one, other] })
export const atMost = (one: Expression, other: Expression): Expression => ({ atMost: [one, other] })
export const more = (one: Expression, other: Expression): Expression => less(other, one)
export const atLeast = (one: Expression, other: Expression): Expression => atMost(other, one)
/** One of several values, or one that a field with several holds. */
export const oneOf = (one: Expression, of: Expression): Expression => ({ oneOf: [one, of] })
export const sum = (...of: readonly Expression[]): Expression => ({ sum: of })
export const product = (...of: readonly Expression[]): Expression => ({ product: of })
export const share = (part: Expression, whole: Expression): Expression => ({ share: [part, whole] })
export const lengthOf = (of: Expression): Expression => ({ lengthOf: of })
export const holds = (text: Expression, words: readonly string[]): Expression => ({ holds: [text, words] })
export const likeness = (one: Expression, other: Expression): Expression => ({ likeness: [one, other] })
export const days = (from: Expression, to: Expression): Expression => ({ days: [from, to] })
export const workingDays = (from: Expression, to: Expression): Expression => ({ workingDays: [from, to] })
export const count = (of: string, where: Expression): Expression => ({ count: { of, where } })
export const total = (of: string, adds: Expression, where: Expression): Expression => ({
  total: { of, where, adds },
})
export const fact = (name: string, given: Readonly<Record<string, Expression>> = {}): Expression => ({
  fact: name,
  with: given,
})
