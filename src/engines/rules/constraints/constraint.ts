import { z } from 'zod'
import { refusePath } from '../path/index.ts'

/**
 * A declarative constraint on the order of activities, as people write it: one template and what it speaks about.
 *
 * Where a published path says everything that may happen, constraints say only what must hold and leave the rest free.
 * The templates are those of Declare (Pesic, Schonenberg and van der Aalst 2007), under their own names; "at most" and
 * "never" are written out, because Declare's absence2 for "at most once" is read wrongly by everybody.
 */
const Name = z.string().min(1)
const Pair = z.tuple([Name, Name]).readonly()
const Times = z.int().min(1).max(1000)
const Counted = z.union([Name, z.strictObject({ activity: Name, times: Times }).readonly()])

const Templates = z.strictObject({
  existence: Counted.optional(),
  atMost: z.strictObject({ activity: Name, times: Times }).readonly().optional(),
  exactly: Counted.optional(),
  absence: Name.optional(),
  init: Name.optional(),
  end: Name.optional(),
  choice: Pair.optional(),
  exclusiveChoice: Pair.optional(),
  respondedExistence: Pair.optional(),
  coExistence: Pair.optional(),
  response: Pair.optional(),
  alternateResponse: Pair.optional(),
  chainResponse: Pair.optional(),
  precedence: Pair.optional(),
  alternatePrecedence: Pair.optional(),
  chainPrecedence: Pair.optional(),
  succession: Pair.optional(),
  alternateSuccession: Pair.optional(),
  chainSuccession: Pair.optional(),
  notCoExistence: Pair.optional(),
  notSuccession: Pair.optional(),
  notChainSuccession: Pair.optional(),
})

export type Template = keyof typeof Templates.shape
export const TEMPLATES = Object.keys(Templates.shape) as readonly Template[]

/** For instance `{ precedence: ['审查', '决定'] }` or `{ exactly: { activity: '受理', times: 1 } }`. */
export const Constraint = Templates.refine((given) => Object.keys(given).length === 1, {
  message: `one of ${TEMPLATES.join(', ')}`,
})
export type Constraint = Readonly<z.infer<typeof Constraint>>

/** What a constraint says, whatever the form in which it was written; `second` is empty where it names one activity. */
export interface Statement {
  readonly template: Template
  readonly first: string
  readonly second: string
  readonly times: number
}

export function statementOf(constraint: Constraint): Statement {
  const [template, given] = Object.entries(constraint)[0] as [Template, z.infer<typeof Pair | typeof Counted>]
  if (typeof given === 'string') return { template, first: given, second: '', times: 1 }
  if ('times' in given) return { template, first: given.activity, second: '', times: given.times }
  const [first, second] = given
  return { template, first, second, times: 1 }
}

/** Reads constraints as they stand in a file, or refuses with the place of the fault. */
export function readConstraints(given: unknown): readonly Constraint[] {
  const parsed = z.array(Constraint).min(1).safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = ['constraints', ...(issue?.path ?? [])].join('.')
  throw refusePath('path.constraint-invalid', { place, reason: issue?.message ?? '' })
}
