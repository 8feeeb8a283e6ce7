import type { CountedVariants } from '#modules/supervision/index.ts'
import { allowedPairs, pairKey, runsThrough } from './beside-path.ts'
import type { ProcessMap } from './contract.ts'
import { inSeconds } from './durations.ts'
import { inOrder, oftenFirst } from './mine.ts'
import type { DrawnMap } from './process-map.ts'
import { type CompiledPath, stepsListed } from './published-path.ts'

const LISTED_VARIANTS = 200

/**
 * The same map as `processMap` draws from the events, drawn from the counts that are kept of each path: how often is
 * the path times its cases; waits come from their buckets, so means are exact and medians within 0.8 %.
 */
export function mapOfCounts(counted: CountedVariants, path: CompiledPath | undefined): DrawnMap {
  const { variants, totalVariants } = counted
  const told = tellPaths(variants)
  return {
    cases: variants.reduce((sum, { cases }) => sum + cases, 0),
    nodes: nodesOf(told.nodes, path),
    edges: edgesOf(counted, told.pairs, path),
    starts: byCount(told.starts),
    ends: byCount(told.ends),
    variants: variants.slice(0, LISTED_VARIANTS).map((one) => ({
      path: [...one.path],
      count: one.cases,
      fits: path ? runsThrough(path, one.path) : null,
    })),
    totalVariants,
    shownVariants: variants.length,
    published: path?.steps ? { steps: stepsListed(path.steps) } : null,
  }
}

interface Told {
  readonly nodes: Map<string, { events: number; cases: number; reworkCases: number }>
  /** Pair → cases in which it happens at least once. */
  readonly pairs: Map<string, number>
  readonly starts: Map<string, number>
  readonly ends: Map<string, number>
}

function tellPaths(variants: CountedVariants['variants']): Told {
  const told: Told = { nodes: new Map(), pairs: new Map(), starts: new Map(), ends: new Map() }
  for (const { path, cases } of variants) {
    const times = new Map<string, number>()
    for (const activity of path) times.set(activity, (times.get(activity) ?? 0) + 1)
    for (const [activity, often] of times) {
      const node = told.nodes.get(activity) ?? { events: 0, cases: 0, reworkCases: 0 }
      node.events += often * cases
      node.cases += cases
      if (often > 1) node.reworkCases += cases
      told.nodes.set(activity, node)
    }
    const pairs = new Set(path.slice(1).map((to, place) => pairKey(path[place] ?? '', to)))
    for (const pair of pairs) add(told.pairs, pair, cases)
    const [first, last] = [path[0], path.at(-1)]
    if (first !== undefined) add(told.starts, first, cases)
    if (last !== undefined) add(told.ends, last, cases)
  }
  return told
}

const add = (counts: Map<string, number>, key: string, by: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + by)

function nodesOf(nodes: Told['nodes'], path: CompiledPath | undefined): ProcessMap['nodes'] {
  const published = path && new Set(path.automaton.alphabet)
  return [...nodes]
    .map(([activity, node]) => ({ activity, ...node, onPath: published?.has(activity) ?? true }))
    .sort((a, b) => b.events - a.events || inOrder(a.activity, b.activity))
}

function edgesOf(
  { pairs }: CountedVariants,
  cases: Told['pairs'],
  path: CompiledPath | undefined,
): ProcessMap['edges'] {
  const allowed = path && allowedPairs(path.automaton)
  return pairs
    .map(({ from, to, count, meanMs, medianMs }) => ({
      ...{ from, to, count, cases: cases.get(pairKey(from, to)) ?? 0 },
      ...{ meanSeconds: inSeconds(meanMs), medianSeconds: inSeconds(medianMs) },
      onPath: allowed?.has(pairKey(from, to)) ?? true,
    }))
    .sort(oftenFirst)
}

const byCount = (counts: Map<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0])))
