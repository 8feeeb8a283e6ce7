import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import {
  type Automaton,
  compilePath,
  layPath,
  type LogProfile,
  type PathProgram,
  type PublishedPath,
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
}

/** Either a bare list of steps, or `path:` with `others: allowed | refused` beside it. */
const PathFile = z.looseObject({
  path: z.unknown(),
  others: z.enum(['allowed', 'refused']).default('refused'),
})

/** Reads a path from the text of a file: BPMN 2.0 when it is XML, YAML steps else. Refuses with the place of a fault. */
export async function compilePublishedPath(text: string): Promise<CompiledPath> {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart()
  if (trimmed.startsWith('<'))
    return { automaton: await compileBpmn(trimmed), others: 'refused', steps: undefined }
  const given = parsedYaml(text)
  if (Array.isArray(given)) return compiled(readPath(given), 'refused')
  const file = PathFile.safeParse(given)
  if (!file.success)
    throw refusePath('path.invalid', { place: '/', reason: file.error.issues[0]?.message ?? '' })
  return compiled(readPath(file.data.path), file.data.others)
}

const compiled = (steps: PublishedPath, others: 'allowed' | 'refused'): CompiledPath => ({
  automaton: compilePath(steps),
  others,
  steps,
})

/** The path that a profile holds; the name of a file is for whoever reads files to follow. */
export function pathOfProfile({ path, others }: LogProfile): CompiledPath | undefined {
  if (path === undefined || typeof path === 'string') return undefined
  if ('alphabet' in path) return { automaton: path, others, steps: undefined }
  return compiled(path, others)
}

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
