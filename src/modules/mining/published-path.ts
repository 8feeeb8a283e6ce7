import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import {
  type Automaton,
  compilePath,
  type Constraint,
  explore,
  layPath,
  type LogProfile,
  type PathProgram,
  type PublishedPath,
  readConstraints,
  readPath,
  refusePath,
} from '#engines/rules/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import { compileBpmn } from './bpmn.ts'

/** A published path ready to be laid over a log, whichever form it was written in. */
export interface CompiledPath {
  readonly automaton: Automaton
  readonly others: 'allowed' | 'refused'
  /** The steps as written; undefined for a diagram. */
  readonly steps: PublishedPath | undefined
  /** What must hold beside the path, or instead of one. */
  readonly constraints: readonly Constraint[]
}

/** Either a bare list of steps, or `path:`, `constraints:` or both, with `others: allowed | refused` beside the path. */
const PathFile = z.looseObject({
  path: z.unknown().optional(),
  others: z.enum(['allowed', 'refused']).default('refused'),
  constraints: z.unknown().optional(),
})

/** Where only constraints are published, every order is a run of the path. */
const anyOrder = (constraints: readonly Constraint[]): CompiledPath => ({
  automaton: explore({
    alphabet: [],
    start: '',
    keyOf: () => '',
    follow: () => undefined,
    accepts: () => true,
  }),
  others: 'allowed',
  steps: undefined,
  constraints,
})

/** Reads a path from the text of a file: BPMN 2.0 when it is XML, YAML steps else. Refuses with the place of a fault. */
export async function compilePublishedPath(text: string): Promise<CompiledPath> {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart()
  if (trimmed.startsWith('<'))
    return { automaton: await compileBpmn(trimmed), others: 'refused', steps: undefined, constraints: [] }
  const given = parsedYaml(text)
  if (Array.isArray(given)) return compiled(readPath(given), 'refused')
  const file = PathFile.safeParse(given)
  if (!file.success)
    throw refusePath('path.invalid', { place: '/', reason: file.error.issues[0]?.message ?? '' })
  const constraints = file.data.constraints === undefined ? [] : readConstraints(file.data.constraints)
  if (file.data.path === undefined && constraints.length > 0) return anyOrder(constraints)
  return compiled(readPath(file.data.path), file.data.others, constraints)
}

/** Steps that are known already, such as those that an item publishes. */
export const pathOfSteps = (steps: PublishedPath): CompiledPath => compiled(steps, 'allowed')

const compiled = (
  steps: PublishedPath,
  others: 'allowed' | 'refused',
  constraints: readonly Constraint[] = [],
): CompiledPath => ({ automaton: compilePath(steps), others, steps, constraints })

/** The path and constraints that a profile holds; the name of a file is for whoever reads files to follow. */
export function pathOfProfile({ path, others, constraints = [] }: LogProfile): CompiledPath | undefined {
  if (typeof path === 'string') return undefined
  if (path === undefined) return constraints.length > 0 ? anyOrder(constraints) : undefined
  if ('alphabet' in path) return { automaton: path, others, steps: undefined, constraints }
  return compiled(path, others, constraints)
}

/** A profile that holds this path instead of its own. */
export const profileWithPath = (profile: LogProfile, path: CompiledPath): LogProfile => ({
  ...profile,
  path: path.steps ?? (path.automaton.alphabet.length > 0 ? path.automaton : undefined),
  others: path.others,
  constraints: path.constraints.length > 0 ? [...path.constraints] : undefined,
})

export const programOf = ({ automaton, others }: CompiledPath, { activities }: Histories): PathProgram =>
  layPath(automaton, activities, others)

function parsedYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 })
  } catch (error) {
    const place = error instanceof YAMLParseError ? `line ${error.linePos?.[0].line ?? '?'}` : '/'
    throw refusePath('path.invalid', { place, reason: 'YAML' })
  }
}

/** The steps of a path in reading order, each once, and whether a case can do without it. */
export function stepsListed(
  steps: PublishedPath,
  optional = false,
): { activity: string; optional: boolean }[] {
  const listed = steps.flatMap((step) => {
    if (typeof step === 'string') return [{ activity: step, optional }]
    if ('optional' in step) return stepsListed(step.optional, true)
    if ('repeat' in step) return stepsListed(step.repeat, optional)
    if ('choice' in step) return step.choice.flatMap((branch) => stepsListed(branch, true))
    return step.parallel.flatMap((branch) => stepsListed(branch, optional))
  })
  return listed.filter(
    ({ activity }, place) => listed.findIndex((other) => other.activity === activity) === place,
  )
}
