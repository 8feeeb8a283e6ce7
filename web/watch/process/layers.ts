import { Graph, layout } from '@dagrejs/dagre'
import type { ProcessMap } from '#modules/mining/contract.ts'
import { END, NODE_WIDTH, type Plan, type PlannedEdge, START } from './planned.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

const COLUMN_GAP = 36
const END_SIZE = 24

/** The steps that shall stand in one straight column: the published path, else the path most cases took. */
export function backboneOf(map: ProcessMap): string[] {
  return [START, ...new Set(columnOf(map)), END]
}

/**
 * A published path without choices is a column as it is written. One with choices lists branches that exclude each
 * other; then the path most cases took in accordance with it shows the way.
 */
function columnOf({ published, variants }: ProcessMap): readonly string[] {
  const steps = published?.steps ?? []
  const plain = steps.length > 0 && steps.every(({ optional }) => !optional)
  const fitting = variants.find(({ fits }) => fits)?.path
  const written = steps.map(({ activity }) => activity)
  if (plain) return written
  return fitting ?? (written.length > 0 ? written : (variants[0]?.path ?? []))
}

/**
 * The arrows that decide where things stand: the backbone, and for every other step its strongest arrow in and out.
 * Laying out all of them pushes the main path about in wide zigzags as soon as some dozens are shown; the rest is
 * therefore drawn afterwards, between places that are fixed.
 */
function skeletonOf({ nodes, edges }: Plan, backbone: readonly string[]): Array<readonly [string, string]> {
  const inBackbone = new Set(backbone)
  const spine = backbone.slice(1).map((to, index) => [backbone[index] ?? to, to] as const)
  const ribs = nodes
    .filter(({ activity }) => !inBackbone.has(activity))
    .flatMap(({ activity }) => [
      strongest(edges.filter(({ from, to }) => to === activity && from !== activity)),
      strongest(edges.filter(({ from, to }) => from === activity && to !== activity)),
    ])
    .filter((edge) => edge !== undefined)
  return [...spine, ...ribs.map(({ from, to }) => [from, to] as const)]
}

const strongest = (edges: readonly PlannedEdge[]): PlannedEdge | undefined =>
  edges.reduce<PlannedEdge | undefined>(
    (best, edge) => (best && best.cases >= edge.cases ? best : edge),
    undefined,
  )

/** Places for all steps: layers and their order by dagre, then the backbone drawn straight. */
export function placesOf(plan: Plan, backbone: readonly string[]): Map<string, Point> {
  const graph = new Graph({ directed: true })
  graph.setGraph({ rankdir: 'TB', nodesep: COLUMN_GAP, ranksep: 52 })
  for (const { activity, width, height } of plan.nodes) graph.setNode(activity, { width, height })
  for (const end of [START, END]) graph.setNode(end, { width: END_SIZE, height: END_SIZE })
  const inBackbone = new Set(backbone)
  for (const [from, to] of skeletonOf(plan, backbone)) {
    graph.setEdge(from, to, { weight: inBackbone.has(from) && inBackbone.has(to) ? 50 : 1, minlen: 1 })
  }
  layout(graph)

  const names = [...plan.nodes.map(({ activity }) => activity), START, END]
  const drafts = names.map((name) => ({ name, ...(graph.node(name) as Point) }))
  return straighten(drafts, inBackbone)
}

interface Draft extends Point {
  readonly name: string
}

/** Puts the backbone at x = 0 and moves its neighbours to both sides of it, each layer in the order it was given. */
function straighten(drafts: readonly Draft[], backbone: ReadonlySet<string>): Map<string, Point> {
  const layers = new Map<number, Draft[]>()
  for (const draft of drafts) layers.set(draft.y, [...(layers.get(draft.y) ?? []), draft])

  const places = new Map<string, Point>()
  let spine = 0
  for (const y of [...layers.keys()].sort((one, other) => one - other)) {
    const layer = (layers.get(y) ?? []).sort((one, other) => one.x - other.x)
    const centre = layer.find(({ name }) => backbone.has(name))
    spine = centre?.x ?? spine
    if (centre) places.set(centre.name, { x: 0, y })
    // A layer without a step of the backbone still lets its arrow through the middle.
    const taken = centre ? NODE_WIDTH / 2 + COLUMN_GAP : COLUMN_GAP
    const others = layer.filter((draft) => draft !== centre)
    const half = others.length === 1 ? Number((others[0]?.x ?? 0) < spine) : others.length >> 1
    const left = others.slice(0, half).reverse()
    const right = others.slice(half)
    for (const [side, members] of [
      [-1, left],
      [1, right],
    ] as const) {
      members.forEach(({ name }, index) => {
        const x = side * (taken + NODE_WIDTH / 2 + index * (NODE_WIDTH + COLUMN_GAP))
        places.set(name, { x, y })
      })
    }
  }
  return places
}
