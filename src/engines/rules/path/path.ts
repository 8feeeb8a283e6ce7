import { z } from 'zod'

/**
 * A published path (审批流程) as people write it: a list of steps, one after the other.
 *
 * A step is the name of an activity, or one of
 * - `optional: [...]`  the inner steps may be left out as a whole
 * - `repeat: [...]`    the inner steps once or more often
 * - `choice: [[...], [...]]`    exactly one of the branches
 * - `parallel: [[...], [...]]`  all of the branches, their steps in any interleaving
 */
export type PathStep =
  | string
  | { readonly optional: readonly PathStep[] }
  | { readonly repeat: readonly PathStep[] }
  | { readonly choice: readonly (readonly PathStep[])[] }
  | { readonly parallel: readonly (readonly PathStep[])[] }

export type PublishedPath = readonly PathStep[]

/** One step written alone stands for a list of one. */
const listOf = (inner: z.ZodType<PathStep>) =>
  z.union([z.array(inner), inner.transform((step) => [step])]) as z.ZodType<PathStep[]>

const PathStep: z.ZodType<PathStep> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z.strictObject({ optional: listOf(PathStep) }),
    z.strictObject({ repeat: listOf(PathStep) }),
    z.strictObject({ choice: z.array(listOf(PathStep)).min(2) }),
    z.strictObject({ parallel: z.array(listOf(PathStep)).min(2) }),
  ]),
)

export const PublishedPath: z.ZodType<PublishedPath> = z.array(PathStep).min(1)
