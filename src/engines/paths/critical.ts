import type { Bilingual } from '#kernel/refusal.ts'
import { circleIn, edgesOf, inOrder } from './graph.ts'

/** Something that takes days and may begin when others are done. */
export interface Task {
  readonly id: string
  readonly days: number
  readonly after: readonly string[]
}

export interface CriticalPath {
  /** From the first day to the last, when everything that may run side by side does. */
  readonly days: number
  /** The longest chain, in its order: each day lost on it is a day lost for all. */
  readonly through: readonly string[]
  readonly tasks: readonly Scheduled[]
  readonly because: Bilingual
}

export interface Scheduled {
  readonly id: string
  /** Days after the beginning at which it may begin and is over at the earliest. */
  readonly from: number
  readonly until: number
  /** How many days it may be late without making the whole later. */
  readonly slack: number
}

/**
 * 关键路径: earliest beginnings forwards, latest ends backwards (Kelley and Walker, Critical-Path Planning and Scheduling,
 * 1959). Undefined where a circle leaves nothing to begin with; what a task waits for and nobody knows is passed over.
 */
export function criticalPath(tasks: readonly Task[]): CriticalPath | undefined {
  const known = new Map(tasks.map((task) => [task.id, task]))
  const edges = edgesOf(
    tasks.flatMap(({ id, after }) => after.filter((one) => known.has(one)).map((from) => ({ from, to: id }))),
  )
  const ids = tasks.map(({ id }) => id)
  if (circleIn(ids, edges)) return undefined
  const order = inOrder(ids, edges)
  const until = new Map<string, number>()
  const waitedFor = new Map<string, string>()
  for (const id of order) {
    const { days, after } = known.get(id) as Task
    const last = latestOf(after, until)
    if (last !== undefined) waitedFor.set(id, last)
    until.set(id, (last === undefined ? 0 : (until.get(last) ?? 0)) + days)
  }
  const end = latestOf(order, until)
  const days = end === undefined ? 0 : (until.get(end) ?? 0)
  const latest = latestEnds(order, edges, known, days)
  const scheduled = order.map((id): Scheduled => {
    const over = until.get(id) ?? 0
    return {
      id,
      from: over - (known.get(id)?.days ?? 0),
      until: over,
      slack: (latest.get(id) ?? days) - over,
    }
  })
  return { days, through: chainTo(end, waitedFor), tasks: scheduled, because: BECAUSE }
}

const BECAUSE: Bilingual = {
  zh: '总天数是前后相接、最长一串的天数之和（关键路径法，Kelley、Walker，1959）',
  en: 'The total is the sum of days along the longest chain of prerequisites (critical path method, Kelley and Walker 1959)',
}

/** The first of those that end last: ties go to what was listed first, so that the same map gives the same chain. */
function latestOf(ids: readonly string[], until: ReadonlyMap<string, number>): string | undefined {
  let last: string | undefined
  for (const id of ids) {
    const over = until.get(id)
    if (over !== undefined && (last === undefined || over > (until.get(last) ?? 0))) last = id
  }
  return last
}

function latestEnds(
  order: readonly string[],
  edges: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, Task>,
  days: number,
): ReadonlyMap<string, number> {
  const latest = new Map<string, number>()
  for (const id of order.toReversed()) {
    const begins = (edges.get(id) ?? []).map(
      (next) => (latest.get(next) ?? days) - (known.get(next)?.days ?? 0),
    )
    latest.set(id, Math.min(days, ...begins))
  }
  return latest
}

function chainTo(end: string | undefined, waitedFor: ReadonlyMap<string, string>): string[] {
  const chain: string[] = []
  for (let id = end; id !== undefined; id = waitedFor.get(id)) chain.unshift(id)
  return chain
}
