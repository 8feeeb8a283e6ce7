import type { ProcessMap } from '#modules/mining/contract.ts'
import { type WaitBand, waitBand } from './waiting.ts'
import { wrap } from './wrap.ts'

export interface PlannedNode {
  readonly activity: string
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
  readonly cases: number
  readonly events: number
  readonly reworkCases: number
  readonly onPath: boolean
  /** Published, but none of the paths shown goes through it. */
  readonly absent: boolean
}

export interface PlannedEdge {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly cases: number
  readonly medianSeconds: number
  /** Of the line, in pixels. */
  readonly width: number
  readonly band: WaitBand
  readonly onPath: boolean
  readonly absent: boolean
  /** Only arrows that matter carry their number. */
  readonly labelled: boolean
  /** From the start or to the end: it says how many, and opens nothing. */
  readonly bound: boolean
}

export interface Plan {
  readonly nodes: readonly PlannedNode[]
  readonly edges: readonly PlannedEdge[]
  /** Arrows left out of the drawing (never out of the tables), the thinnest first. */
  readonly omitted: number
}

/** Names of the two ends of every path; no activity can be called so. */
export const START = '\u001fstart'
export const END = '\u001fend'

export const NODE_WIDTH = 204
const LINE_EMS = 13.2
/** More arrows than this nobody can follow with the eye. */
const MOST_EDGES = 260
const LABELLED_SHARE = 0.02
const WIDEST = 12
const THINNEST = 1.2

export const edgeKey = (from: string, to: string) => `${from}\u001f${to}`

/** What is drawn: the steps and arrows that ran, those that were published and did not, and the two ends. */
export function planOf(map: ProcessMap): Plan {
  const nodes = plannedNodes(map)
  const known = new Set(nodes.map(({ activity }) => activity))
  const ran = map.edges.filter(({ from, to }) => known.has(from) && known.has(to))
  const important = [...ran].sort(
    (one, other) => Number(other.onPath) - Number(one.onPath) || other.cases - one.cases,
  )
  const drawn = important.slice(0, MOST_EDGES).map((edge) => ranEdge(edge, map))
  return {
    nodes,
    edges: [...drawn, ...absentEdges(map, ran), ...boundEdges(map, known)],
    omitted: ran.length - drawn.length,
  }
}

function plannedNodes(map: ProcessMap): PlannedNode[] {
  const ran = new Set(map.nodes.map(({ activity }) => activity))
  const absent = (map.published?.steps ?? [])
    .map(({ activity }) => activity)
    .filter((activity) => !ran.has(activity))
  const ofNothing = { events: 0, cases: 0, reworkCases: 0, onPath: true, absent: true }
  return [
    ...map.nodes.map((node) => ({ ...node, absent: false })),
    ...[...new Set(absent)].map((activity) => ({ activity, ...ofNothing })),
  ].map((node) => {
    const lines = wrap(node.activity, LINE_EMS)
    return { ...node, lines, width: NODE_WIDTH, height: 34 + lines.length * 19 }
  })
}

/** Square root, so that an arrow of one case in a hundred is still to be seen beside the main one. */
const widthOf = (cases: number, map: ProcessMap) =>
  Math.max(THINNEST, WIDEST * Math.sqrt(cases / Math.max(1, map.cases)))

function ranEdge(
  { from, to, cases, medianSeconds, onPath }: ProcessMap['edges'][number],
  map: ProcessMap,
): PlannedEdge {
  return {
    key: edgeKey(from, to),
    from,
    to,
    cases,
    medianSeconds,
    width: widthOf(cases, map),
    band: waitBand(medianSeconds, map.waitLimitSeconds),
    onPath,
    absent: false,
    labelled: cases >= map.cases * LABELLED_SHARE,
    bound: false,
  }
}

const unseen = (from: string, to: string) => ({
  key: edgeKey(from, to),
  from,
  to,
  cases: 0,
  medianSeconds: 0,
  width: THINNEST,
  band: 0 as const,
  onPath: true,
  absent: true,
  labelled: false,
  bound: false,
})

/** Only between two steps that every case must take is an arrow surely owed: optional steps may be branches of a choice. */
function absentEdges({ published }: ProcessMap, ran: ProcessMap['edges']): PlannedEdge[] {
  const steps = published?.steps ?? []
  const taken = new Set(ran.map(({ from, to }) => edgeKey(from, to)))
  return steps
    .slice(1)
    .flatMap((to, index) => {
      const from = steps[index]
      return from && !from.optional && !to.optional ? [unseen(from.activity, to.activity)] : []
    })
    .filter(({ key, from, to }) => from !== to && !taken.has(key))
}

function boundEdges(map: ProcessMap, known: ReadonlySet<string>): PlannedEdge[] {
  const bound = (from: string, to: string, cases: number): PlannedEdge => ({
    ...unseen(from, to),
    cases,
    width: widthOf(cases, map),
    absent: false,
    bound: true,
  })
  const of = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).filter(([name]) => known.has(name))
  return [
    ...of(map.starts).map(([activity, cases]) => bound(START, activity, cases)),
    ...of(map.ends).map(([activity, cases]) => bound(activity, END, cases)),
  ]
}
