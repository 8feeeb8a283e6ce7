import { z } from 'zod'

/** What a field of an entry holds: text (days too), a number (money in 分), yes or no, or several codes. */
export const Value = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
])
export type Value = z.infer<typeof Value>

/**
 * A condition or a figure over an entry, as data: what a programmer writes in a definition and what an office puts
 * together in the browser is the same thing, can be stored with the version it belongs to, and runs nothing but this
 * list. A bare value stands for itself.
 */
export type Expression =
  | Value
  | null
  | { readonly field: string }
  /** Inside `count` and `total`: a field of the entry that is looked at; `field` stays the one that asks. */
  | { readonly its: string }
  | { readonly state: 'this' | 'its' }
  /** The day on which a step was last taken, empty if never. */
  | { readonly dayOf: string; readonly its?: boolean }
  /** The account that took a step last, empty if nobody. */
  | { readonly takerOf: string; readonly its?: boolean }
  | { readonly timesOf: string }
  /** Whether a limit of this entry has been passed. */
  | { readonly passed: string }
  | { readonly today: true }
  /** Whoever takes the step that is being decided on; empty when nobody does. */
  | { readonly taker: 'account' | 'unit' }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly filled: Expression }
  | { readonly equals: readonly [Expression, Expression] }
  | { readonly less: readonly [Expression, Expression] }
  | { readonly atMost: readonly [Expression, Expression] }
  | { readonly oneOf: readonly [Expression, Expression] }
  | { readonly sum: readonly Expression[] }
  | { readonly product: readonly Expression[] }
  /** Null where the second is 0. */
  | { readonly share: readonly [Expression, Expression] }
  | { readonly lengthOf: Expression }
  /** Whether a text holds one of the words. */
  | { readonly holds: readonly [Expression, readonly string[]] }
  /** How alike two texts are, from 0 to 1; null where one is missing. */
  | { readonly likeness: readonly [Expression, Expression] }
  /** Calendar days from the first day to the second, null where one is missing. */
  | { readonly days: readonly [Expression, Expression] }
  | { readonly workingDays: readonly [Expression, Expression] }
  | { readonly count: Looked }
  | { readonly total: Looked & { readonly adds: Expression } }
  /** A figure from another part of the platform, such as the cases that an item has had. */
  | { readonly fact: string; readonly with: Readonly<Record<string, Expression>> }

interface Looked {
  readonly of: string
  /** About `its` fields and this entry's. */
  readonly where: Expression
}

const Inner: z.ZodType<Expression> = z.lazy(() => Expression)
const Pair = z.tuple([Inner, Inner]).readonly()
const Several = z.array(Inner).max(40).readonly()
const Name = z.string().min(1).max(60)
const Looked = { of: Name, where: Inner }

export const Expression: z.ZodType<Expression> = z.union([
  Value,
  z.null(),
  z.strictObject({ field: Name }),
  z.strictObject({ its: Name }),
  z.strictObject({ state: z.enum(['this', 'its']) }),
  z.strictObject({ dayOf: Name, its: z.boolean().optional() }),
  z.strictObject({ takerOf: Name, its: z.boolean().optional() }),
  z.strictObject({ timesOf: Name }),
  z.strictObject({ passed: Name }),
  z.strictObject({ today: z.literal(true) }),
  z.strictObject({ taker: z.enum(['account', 'unit']) }),
  z.strictObject({ all: Several }),
  z.strictObject({ any: Several }),
  z.strictObject({ not: Inner }),
  z.strictObject({ filled: Inner }),
  z.strictObject({ equals: Pair }),
  z.strictObject({ less: Pair }),
  z.strictObject({ atMost: Pair }),
  z.strictObject({ oneOf: Pair }),
  z.strictObject({ sum: Several }),
  z.strictObject({ product: Several }),
  z.strictObject({ share: Pair }),
  z.strictObject({ lengthOf: Inner }),
  z.strictObject({
    holds: z.tuple([Inner, z.array(z.string().min(1).max(40)).min(1).max(60).readonly()]).readonly(),
  }),
  z.strictObject({ likeness: Pair }),
  z.strictObject({ days: Pair }),
  z.strictObject({ workingDays: Pair }),
  z.strictObject({ count: z.strictObject(Looked) }),
  z.strictObject({ total: z.strictObject({ ...Looked, adds: Inner }) }),
  z.strictObject({ fact: Name, with: z.record(Name, Inner) }),
]) as z.ZodType<Expression>
