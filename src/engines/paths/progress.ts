import { pathDays } from './days.ts'
import { edgesOf, orderOf, reversed } from './graph.ts'
import { END, type Path, START } from './path.ts'

export interface Standing {
  readonly id: string
  readonly status: 'waiting' | 'open' | 'done'
  /** What has to be over before it can begin. */
  readonly waitsFor: readonly string[]
}

export interface Progress {
  readonly steps: readonly Standing[]
  /** Steps that were done before their turn had come, in the order in which it happened. */
  readonly outOfTurn: readonly string[]
  readonly finished: boolean
  /** Working days of the longest chain that is still to do. */
  readonly daysLeft: number
}

/** How far a case has come on a path, when these steps were done in this order. What is not on the path is passed over. */
export function progress(path: Path, done: readonly string[]): Progress {
  const before = reversed(orderOf(path))
  const gates = new Set([...path.gates.map(({ id }) => id), START, END])
  const over = new Set<string>()
  const missing = (id: string, seen: readonly string[] = []): string[] => [
    ...new Set(
      (before.get(id) ?? [])
        .filter((one) => !seen.includes(one))
        .flatMap((one) => (gates.has(one) ? missing(one, [...seen, one]) : over.has(one) ? [] : [one])),
    ),
  ]
  const known = new Set(path.steps.map(({ id }) => id))
  const outOfTurn: string[] = []
  for (const id of done.filter((one) => known.has(one))) {
    if (missing(id).length > 0) outOfTurn.push(id)
    over.add(id)
  }
  const steps = path.steps.map(({ id }): Standing => {
    const waitsFor = missing(id)
    const status = over.has(id) ? 'done' : waitsFor.length > 0 ? 'waiting' : 'open'
    return { id, status, waitsFor }
  })
  const left = {
    ...path,
    steps: path.steps.map((step) => (over.has(step.id) ? { ...step, limit: '0W' } : step)),
  }
  return {
    steps,
    outOfTurn,
    finished: edgesOf(path.flows).size > 0 && missing(END).length === 0,
    daysLeft: pathDays(left)?.days ?? 0,
  }
}
