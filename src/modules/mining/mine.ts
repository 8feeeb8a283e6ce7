import type { OfficeHours } from '#engines/calendar/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import type { WorkingTime } from '#engines/rules/index.ts'
import type { MiningView } from './contract.ts'
import { directlyFollows, type DirectlyFollows } from './directly-follows.ts'
import { durationFigures, inSeconds, workingFigures } from './durations.ts'
import { pathOfCase, variantsOf, type Variants } from './variants.ts'

/** The hours of most offices, unless somebody says which. */
export const USUAL_HOURS = '08:30-17:00'

/** By which calendar and office hours working time is counted; without it there are no working-time figures. */
export interface OfficeTime {
  readonly time: WorkingTime
  readonly hours: OfficeHours
}

/** The figures of a log: how many, which ways, what follows what, how long. */
export function mine(histories: Histories, topVariants = 20, office?: OfficeTime): MiningView {
  const variants = variantsOf(histories)
  const follows = directlyFollows(histories)
  const { meanSeconds, medianSeconds } = durationFigures(histories)
  return {
    cases: histories.caseCount,
    events: histories.eventCount,
    activities: activitiesUsed(histories),
    variants: variants.count,
    topVariants: topOf(histories, variants, topVariants),
    startActivities: byName(histories.activities, follows.starts),
    endActivities: byName(histories.activities, follows.ends),
    dfg: edgesOf(histories.activities, follows),
    meanDurationSeconds: meanSeconds,
    medianDurationSeconds: medianSeconds,
    ...(office ? { workingTime: workingFigures(histories, office.time, office.hours) } : {}),
  }
}

/** Names may stand in the dictionary that no event bears any more. */
function activitiesUsed({ activities, activity }: Histories): number {
  const used = new Uint8Array(activities.length)
  for (const code of activity) used[code] = 1
  return used.reduce((sum, one) => sum + one, 0)
}

function topOf(histories: Histories, { cases, example }: Variants, most: number) {
  return Array.from(cases.subarray(0, most), (count, place) => ({
    path: pathOfCase(histories, example[place] ?? 0),
    count,
  }))
}

export function byName(names: readonly string[], counts: Int32Array): Record<string, number> {
  const pairs = names.map((name, code) => [name, counts[code] ?? 0] as const).filter(([, count]) => count > 0)
  return Object.fromEntries(pairs.sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0])))
}

function edgesOf(
  names: readonly string[],
  { width, counts, milliseconds }: DirectlyFollows,
): MiningView['dfg'] {
  const edges: MiningView['dfg'] = []
  counts.forEach((count, pair) => {
    if (count === 0) return
    const from = names[Math.floor(pair / width)] ?? ''
    const to = names[pair % width] ?? ''
    edges.push({ from, to, count, meanSeconds: inSeconds((milliseconds[pair] ?? 0) / count) })
  })
  return edges.sort(oftenFirst)
}

/** Texts by their code units, so that equal counts have one order wherever they were counted. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Arrow {
  readonly from: string
  readonly to: string
  readonly count: number
}

export const oftenFirst = (a: Arrow, b: Arrow): number =>
  b.count - a.count || inOrder(a.from, b.from) || inOrder(a.to, b.to)
