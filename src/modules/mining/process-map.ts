import type { Histories } from '#engines/histories/index.ts'
import type { Automaton } from '#engines/rules/index.ts'
import { allowedPairs, pairKey, runsThrough } from './beside-path.ts'
import type { ProcessMap } from './contract.ts'
import { directlyFollows, medianGaps } from './directly-follows.ts'
import { inSeconds } from './durations.ts'
import { byName, inOrder, oftenFirst } from './mine.ts'
import { type CompiledPath, stepsListed } from './published-path.ts'
import { inOrderOfPaths, pathOfCase, variantsOf, type Variants } from './variants.ts'

/** The map without the name of its log and the title of its path, which are the caller's. */
export type DrawnMap = Omit<ProcessMap, 'log' | 'published' | 'items' | 'item' | 'handOvers'> & {
  readonly published: { readonly steps: { activity: string; optional: boolean }[] } | null
}

/** What really ran among the cases of the most frequent variants, beside what was published. */
export function processMap(
  histories: Histories,
  options: { readonly shownVariants?: number | undefined; readonly path?: CompiledPath | undefined } = {},
): DrawnMap {
  const variants = inOrderOfPaths(histories, variantsOf(histories))
  const shown = Math.min(options.shownVariants ?? variants.count, variants.count)
  const wanted = (index: number) => (variants.ofCase[index] as number) < shown
  const follows = directlyFollows(histories, wanted)
  const automaton = options.path?.automaton
  return {
    cases: variants.cases.subarray(0, shown).reduce((sum, count) => sum + count, 0),
    nodes: nodesOf(histories, wanted, automaton),
    edges: edgesOf(histories, wanted, automaton),
    starts: byName(histories.activities, follows.starts),
    ends: byName(histories.activities, follows.ends),
    variants: listed(histories, variants, Math.min(shown, 200), options.path),
    totalVariants: variants.count,
    shownVariants: shown,
    published: options.path?.steps ? { steps: stepsListed(options.path.steps) } : null,
  }
}

type Wanted = (caseIndex: number) => boolean

function nodesOf(
  histories: Histories,
  wanted: Wanted,
  automaton: Automaton | undefined,
): ProcessMap['nodes'] {
  const { activities, activity, firstEvent, caseCount } = histories
  const events = new Int32Array(activities.length)
  const cases = new Int32Array(activities.length)
  const rework = new Int32Array(activities.length)
  const lastCase = new Int32Array(activities.length).fill(-1)
  const lastRework = new Int32Array(activities.length).fill(-1)
  for (let index = 0; index < caseCount; index++) {
    if (!wanted(index)) continue
    for (let event = firstEvent[index] as number; event < (firstEvent[index + 1] as number); event++) {
      const code = activity[event] as number
      events[code] = (events[code] as number) + 1
      if (lastCase[code] !== index) cases[code] = (cases[code] as number) + 1
      else if (lastRework[code] !== index) {
        rework[code] = (rework[code] as number) + 1
        lastRework[code] = index
      }
      lastCase[code] = index
    }
  }
  const published = automaton && new Set(automaton.alphabet)
  return activities
    .map((name, code) => ({
      activity: name,
      events: events[code] ?? 0,
      cases: cases[code] ?? 0,
      reworkCases: rework[code] ?? 0,
      onPath: published?.has(name) ?? true,
    }))
    .filter((node) => node.events > 0)
    .sort((a, b) => b.events - a.events || inOrder(a.activity, b.activity))
}

function edgesOf(
  histories: Histories,
  wanted: Wanted,
  automaton: Automaton | undefined,
): ProcessMap['edges'] {
  const { activities } = histories
  const follows = directlyFollows(histories, wanted)
  const medians = medianGaps(histories, follows, wanted)
  const cases = casesOfPairs(histories, wanted, follows.width)
  const allowed = automaton && allowedPairs(automaton)
  const edges: ProcessMap['edges'] = []
  follows.counts.forEach((count, pair) => {
    if (count === 0) return
    const from = activities[Math.floor(pair / follows.width)] ?? ''
    const to = activities[pair % follows.width] ?? ''
    edges.push({
      from,
      to,
      count,
      cases: cases[pair] ?? 0,
      meanSeconds: inSeconds((follows.milliseconds[pair] ?? 0) / count),
      medianSeconds: inSeconds(medians[pair] ?? 0),
      onPath: allowed?.has(pairKey(from, to)) ?? true,
    })
  })
  return edges.sort(oftenFirst)
}

function casesOfPairs(
  { activity, firstEvent, caseCount }: Histories,
  wanted: Wanted,
  width: number,
): Int32Array {
  const cases = new Int32Array(width * width)
  const lastCase = new Int32Array(width * width).fill(-1)
  for (let index = 0; index < caseCount; index++) {
    if (!wanted(index)) continue
    for (let event = (firstEvent[index] as number) + 1; event < (firstEvent[index + 1] as number); event++) {
      const pair = (activity[event - 1] as number) * width + (activity[event] as number)
      if (lastCase[pair] === index) continue
      lastCase[pair] = index
      cases[pair] = (cases[pair] as number) + 1
    }
  }
  return cases
}

function listed(
  histories: Histories,
  { cases, example }: Variants,
  most: number,
  published: CompiledPath | undefined,
): ProcessMap['variants'] {
  return Array.from(cases.subarray(0, most), (count, place) => {
    const path = pathOfCase(histories, example[place] ?? 0)
    return { path, count, fits: published ? runsThrough(published, path) : null }
  })
}

/** The cases behind a node or an arrow of the map, in the order of the log. */
export function casesBehind(
  histories: Histories,
  mark: { readonly activity: string } | { readonly from: string; readonly to: string },
): number[] {
  const { activities, activity, firstEvent, caseCount } = histories
  const first = activities.indexOf('activity' in mark ? mark.activity : mark.from)
  const second = 'activity' in mark ? undefined : activities.indexOf(mark.to)
  const found: number[] = []
  for (let index = 0; index < caseCount; index++) {
    const to = firstEvent[index + 1] as number
    for (let event = firstEvent[index] as number; event < to; event++) {
      if (activity[event] !== first) continue
      if (second !== undefined && (event + 1 >= to || activity[event + 1] !== second)) continue
      found.push(index)
      break
    }
  }
  return found
}
