import { z } from 'zod'
import { defineRefusals } from '#kernel/refusal.ts'

/**
 * A condition as an office can write it in YAML or JSON: a tree of tests over the fields of one thing.
 *
 * - `all`, `any`: a list of conditions · `not`: one
 * - `field` with `is`, `in`, `given`, or with `below`, `atMost`, `above`, `atLeast` a number or another field
 * - `some`, `none`: a field that is a list, with a condition for its elements under `where`; there `outer` names a
 *   field of the thing that holds the list
 */
export interface Condition {
  readonly all?: readonly Condition[] | undefined
  readonly any?: readonly Condition[] | undefined
  readonly not?: Condition | undefined
  readonly some?: string | undefined
  readonly none?: string | undefined
  readonly where?: Condition | undefined
  readonly field?: string | undefined
  readonly is?: Scalar | undefined
  readonly in?: readonly Scalar[] | undefined
  readonly given?: boolean | undefined
  readonly below?: Operand | undefined
  readonly atMost?: Operand | undefined
  readonly above?: Operand | undefined
  readonly atLeast?: Operand | undefined
}

export type Scalar = string | number | boolean
export type Operand = number | { readonly field: string } | { readonly outer: string }

const Scalar = z.union([z.string(), z.number(), z.boolean()])
const Operand = z.union([
  z.number(),
  z.strictObject({ field: z.string() }),
  z.strictObject({ outer: z.string() }),
])

/** One object with every word allowed, and not a union of forms: so a fault is found at its place, not "somewhere". */
const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    all: z.array(Condition).min(1).optional(),
    any: z.array(Condition).min(1).optional(),
    not: Condition.optional(),
    some: z.string().optional(),
    none: z.string().optional(),
    where: Condition.optional(),
    field: z.string().optional(),
    is: Scalar.optional(),
    in: z.array(Scalar).min(1).optional(),
    given: z.boolean().optional(),
    below: Operand.optional(),
    atMost: Operand.optional(),
    above: Operand.optional(),
    atLeast: Operand.optional(),
  }),
)

export const refuseCondition = defineRefusals({
  'condition.invalid': {
    status: 400,
    zh: '条件有误：{place}，{reason}',
    en: 'the condition is wrong at {place}: {reason}',
  },
  'condition.not-one-test': {
    status: 400,
    zh: '条件 {place} 应当恰有一项判断（{words}），现有 {found} 项',
    en: 'the condition at {place} needs exactly one test ({words}) and has {found}',
  },
  'condition.word-out-of-place': {
    status: 400,
    zh: '条件 {place} 中“{word}”用得不对：field 与比较同用，where 与 some、none 同用',
    en: 'the condition at {place} uses "{word}" wrongly: field goes with a comparison, where with some and none',
  },
  'condition.unknown-field': {
    status: 400,
    zh: '条件 {place} 用到的“{field}”不存在；可用：{known}',
    en: 'the condition at {place} names "{field}", which does not exist; there are {known}',
  },
  'condition.wrong-kind': {
    status: 400,
    zh: '条件 {place}：“{field}”是{kind}，不能这样比较',
    en: 'the condition at {place}: "{field}" is of kind {kind} and cannot be compared so',
  },
})

/** Reads a condition as it stands in a file, or refuses with the place of the fault. */
export function readCondition(given: unknown): Condition {
  const parsed = Condition.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = ['when', ...(issue?.path ?? [])].join('.')
  throw refuseCondition('condition.invalid', { place, reason: issue?.message ?? '' })
}
