import { edgesOf, inOrder, nodesOf, orderOf, regionsOf, reversed } from './graph.ts'
import type { Path, PathStep } from './path.ts'

/** A step in the order of the path, and which branch of which fork it stands in. */
export interface Placed {
  readonly step: PathStep
  /** The fork it runs in; null: it runs alone. */
  readonly fork: string | null
  readonly branch: number | null
  /** Steps of its own fork that must be over first: those before it in its branch, and those that it needs. */
  readonly after: readonly string[]
}

/** The steps one after the other, as a case comes to them; whoever handles a case makes its list of work of this. */
export function inSequence(path: Path): Placed[] {
  const known = new Map(path.steps.map((step) => [step.id, step]))
  const places = new Map<string, { fork: string; branch: number }>()
  for (const { fork, branches } of regionsOf(path))
    branches.forEach((steps, branch) => steps.forEach((id) => places.set(id, { fork, branch })))
  const before = reversed(edgesOf(path.flows))
  return inOrder(nodesOf(path), orderOf(path)).flatMap((id): Placed[] => {
    const step = known.get(id)
    if (!step) return []
    const { fork = null, branch = null } = places.get(id) ?? {}
    const waits = [...(before.get(id) ?? []), ...step.needs].filter((one) => known.has(one))
    const after = fork === null ? [] : waits.filter((one) => places.get(one)?.fork === fork)
    return [{ step, fork, branch, after: [...new Set(after)] }]
  })
}
