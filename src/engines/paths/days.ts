import { isRefusal } from '#kernel/refusal.ts'
import { type Limit, parseLimit } from '../clocks/index.ts'
import { criticalPath, type CriticalPath, type Task } from './critical.ts'
import { edgesOf, orderOf, regionsOf, reversed } from './graph.ts'
import { END, type Path, START } from './path.ts'

/** A limit as written, or undefined where it is none. */
export function lengthOf(text: string): Limit | undefined {
  try {
    return text.trim() === '' ? undefined : parseLimit(text)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** Only working days can be added up to working days; what is counted otherwise takes none here. */
const daysOf = (text: string): number => {
  const limit = lengthOf(text)
  return limit?.unit === 'workingDays' ? limit.length : 0
}

/** 关键路径 of a path: gates take no time, and a step waits for what flows into it and for what it needs. */
export const pathDays = (path: Path): CriticalPath | undefined => criticalPath(tasksOf(path))

function tasksOf(path: Path): Task[] {
  const before = reversed(orderOf(path))
  const gates = new Set([...path.gates.map(({ id }) => id), START, END])
  // A gate stands for the steps before it, however many gates lie between.
  const stepsBefore = (id: string, seen: ReadonlySet<string>): string[] =>
    (before.get(id) ?? []).flatMap((one) => {
      if (seen.has(one)) return []
      return gates.has(one) ? stepsBefore(one, new Set([...seen, one])) : [one]
    })
  return path.steps.map(({ id, limit }) => ({
    id,
    days: daysOf(limit),
    after: [...new Set(stepsBefore(id, new Set([id])))],
  }))
}

/** How long each step of the side-by-side part takes from its beginning, waiting for what it needs included. */
export function branchDays(path: Path): { readonly steps: readonly string[]; readonly days: number }[] {
  const [region] = regionsOf(path)
  if (!region) return []
  const inside = new Set(region.branches.flat())
  const flows = reversed(edgesOf(path.flows))
  const schedule = criticalPath(
    path.steps
      .filter(({ id }) => inside.has(id))
      .map(({ id, limit, needs }) => ({
        id,
        days: daysOf(limit),
        after: [...(flows.get(id) ?? []), ...needs].filter((one) => inside.has(one)),
      })),
  )
  if (!schedule) return []
  const until = new Map(schedule.tasks.map((task) => [task.id, task.until]))
  return region.branches.map((steps) => ({ steps, days: until.get(steps.at(-1) ?? '') ?? 0 }))
}
