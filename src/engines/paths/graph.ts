import { END, type Path, START } from './path.ts'

/** Who follows whom. A dependency is an edge of its own kind: it orders, but nothing flows along it. */
export type Edges = ReadonlyMap<string, readonly string[]>

export function edgesOf(pairs: readonly { readonly from: string; readonly to: string }[]): Edges {
  const edges = new Map<string, string[]>()
  for (const { from, to } of pairs) edges.set(from, [...(edges.get(from) ?? []), to])
  return edges
}

export const reversed = (edges: Edges): Edges =>
  edgesOf([...edges].flatMap(([to, ends]) => ends.map((from) => ({ from, to }))))

/** Everything that can be come to, the start included. */
export function reachedFrom(start: string, edges: Edges): ReadonlySet<string> {
  const reached = new Set([start])
  for (const id of reached) for (const next of edges.get(id) ?? []) reached.add(next)
  return reached
}

/** One circle if there is any: the ids in its order, beginning anywhere. */
export function circleIn(ids: readonly string[], edges: Edges): readonly string[] | undefined {
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (id: string): readonly string[] | undefined => {
    const place = trail.indexOf(id)
    if (place >= 0) return trail.slice(place)
    if (done.has(id)) return undefined
    trail.push(id)
    for (const next of edges.get(id) ?? []) {
      const circle = visit(next)
      if (circle) return circle
    }
    trail.pop()
    done.add(id)
    return undefined
  }
  for (const id of ids) {
    const circle = visit(id)
    if (circle) return circle
  }
  return undefined
}

/** Ids so that each comes after all before it; as they were given where the order is free. No circle may be in it. */
export function inOrder(ids: readonly string[], edges: Edges): string[] {
  const before = reversed(edges)
  const ordered = new Set<string>()
  const known = new Set(ids)
  const place = (id: string): void => {
    if (ordered.has(id) || !known.has(id)) return
    for (const one of before.get(id) ?? []) place(one)
    ordered.add(id)
  }
  ids.forEach(place)
  return [...ordered]
}

export const nodesOf = ({ steps, gates }: Path): string[] => [
  START,
  ...steps.map(({ id }) => id),
  ...gates.map(({ id }) => id),
  END,
]

/** Flows and listed dependencies together: what must be over before what. */
export const orderOf = ({ flows, steps }: Path): Edges =>
  edgesOf([...flows, ...steps.flatMap(({ id, needs }) => needs.map((from) => ({ from, to: id })))])

export interface Region {
  readonly fork: string
  readonly join: string
  /** The ids of the steps of each branch, in the order of their flow. */
  readonly branches: readonly (readonly string[])[]
}

/** What runs side by side: each fork with its join. A fork whose branches do not meet in one join gives none. */
export function regionsOf({ gates, flows }: Path): Region[] {
  const next = edgesOf(flows)
  const kinds = new Map(gates.map(({ id, kind }) => [id, kind]))
  const walk = (first: string) => {
    const branch: string[] = []
    let id: string | undefined = first
    while (id !== undefined && !kinds.has(id) && id !== END && !branch.includes(id)) {
      branch.push(id)
      const ends: readonly string[] = next.get(id) ?? []
      id = ends.length === 1 ? ends[0] : undefined
    }
    return { branch, end: id }
  }
  return gates
    .filter(({ kind }) => kind === 'fork')
    .flatMap(({ id: fork }) => {
      const walked = (next.get(fork) ?? []).map(walk)
      const [join] = new Set(walked.map(({ end }) => end))
      const meet = walked.every(({ end, branch }) => end === join && branch.length > 0)
      if (!meet || join === undefined || kinds.get(join) !== 'join') return []
      return [{ fork, join, branches: walked.map(({ branch }) => branch) }]
    })
}
