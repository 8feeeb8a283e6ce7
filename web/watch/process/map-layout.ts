import type { ProcessMap } from '#modules/mining/contract.ts'
import { backboneOf, placesOf, type Point } from './layers.ts'
import { END, planOf, type PlannedEdge, type PlannedNode, START } from './planned.ts'
import { type Box, type Route, routesOf } from './routes.ts'

export type { Point } from './layers.ts'
export { edgeKey } from './planned.ts'

export interface DrawnNode extends PlannedNode, Point {}
export interface DrawnEdge extends PlannedEdge, Route {}

export interface DrawnEnd extends Point {
  readonly kind: 'start' | 'end'
}

export interface DrawnMap {
  readonly width: number
  readonly height: number
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly ends: readonly DrawnEnd[]
  readonly omitted: number
}

const END_BOX = { width: 20, height: 24 }
const MARGIN = 16
const LABEL_WIDTH = 90

/** Lays out what ran and what was published from top to bottom, the published path as one straight column. */
export function layOut(map: ProcessMap): DrawnMap {
  const plan = planOf(map)
  const places = placesOf(plan, backboneOf(map))
  const at = (name: string): Point => places.get(name) ?? { x: 0, y: 0 }
  const boxes = new Map<string, Box>([
    ...plan.nodes.map(
      (node) => [node.activity, { ...node, name: node.activity, ...at(node.activity) }] as const,
    ),
    ...[START, END].map((name) => [name, { name, ...END_BOX, ...at(name) }] as const),
  ])
  const routes = routesOf(plan.edges, boxes)
  const { shift, width, height } = extentOf([...boxes.values()], plan.edges, routes)

  const moved = <Place extends Point>(place: Place): Place => ({
    ...place,
    x: place.x + shift.x,
    y: place.y + shift.y,
  })
  return {
    width,
    height,
    nodes: plan.nodes
      .map((node) => moved({ ...node, ...at(node.activity) }))
      .sort((one, other) => one.y - other.y || one.x - other.x),
    edges: plan.edges.flatMap((edge) => {
      const route = routes.get(edge.key)
      if (!route) return []
      const [start, first, second, end] = route.curve
      const curve = [moved(start), moved(first), moved(second), moved(end)] as const
      return [{ ...edge, curve, label: moved(route.label) }]
    }),
    ends: [
      { kind: 'start', ...moved(at(START)) },
      { kind: 'end', ...moved(at(END)) },
    ],
    omitted: plan.omitted,
  }
}

/** How much the drawing must move so that nothing lies left of or above the origin, and how large it then is. */
function extentOf(boxes: readonly Box[], edges: readonly PlannedEdge[], routes: ReadonlyMap<string, Route>) {
  const sides = boxes.flatMap(({ x, width }) => [x - width / 2, x + width / 2])
  const labels = edges.flatMap(({ key, labelled }) => {
    const route = routes.get(key)
    if (!route) return []
    const { x, anchor } = route.label
    return labelled ? [x, anchor === 'start' ? x + LABEL_WIDTH : x - LABEL_WIDTH] : [x]
  })
  const across = [...sides, ...labels]
  const down = boxes.flatMap(({ y, height }) => [y - height / 2, y + height / 2])
  const left = Math.min(...across) - MARGIN
  const top = Math.min(...down) - MARGIN
  return {
    shift: { x: -left, y: -top },
    width: Math.max(...across) + MARGIN - left,
    height: Math.max(...down) + MARGIN - top,
  }
}
