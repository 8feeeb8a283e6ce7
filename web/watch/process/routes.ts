import type { Point } from './layers.ts'
import type { PlannedEdge } from './planned.ts'

/** A box or a round end, by its middle. */
export interface Box extends Point {
  readonly name: string
  readonly width: number
  readonly height: number
}

/** One cubic curve and where its number stands. */
export interface Route {
  readonly curve: readonly [Point, Point, Point, Point]
  readonly label: Point & { readonly anchor: 'start' | 'end' }
}

type Way = 'down' | 'up' | 'right' | 'left' | 'loop'

const SAME_COLUMN = 120
const LAYER = 110
const FARTHEST = 260
const LABEL_GAP = 16
const LINE_ROOM = 12

/**
 * How an arrow runs: straight down where nothing stands between, across to another column, or, past steps of its own,
 * around them: forwards on the right, back on the left, the longer the farther out.
 */
function wayOf(from: Box, to: Box, clear: boolean): Way {
  if (from === to) return 'loop'
  const sameColumn = Math.abs(from.x - to.x) < SAME_COLUMN
  if (to.y > from.y) return sameColumn && !clear ? 'right' : 'down'
  if (to.y < from.y) return sameColumn ? 'left' : 'up'
  return 'right'
}

/** Routes for all arrows; those that share a side of a step leave and arrive side by side. */
export function routesOf(edges: readonly PlannedEdge[], boxes: ReadonlyMap<string, Box>): Map<string, Route> {
  const taken = new Map<string, number>()
  const routes = new Map<string, Route>()

  for (const edge of [...edges].sort((one, other) => other.cases - one.cases)) {
    const from = boxes.get(edge.from)
    const to = boxes.get(edge.to)
    if (!from || !to) continue
    const way = wayOf(from, to, isClear(from, to, boxes))
    const left = port(taken, `${from.name} ${way} out ${to.x > from.x}`)
    const arrived = port(taken, `${to.name} ${way} in ${to.x > from.x}`)
    routes.set(edge.key, routeOf(way, from, to, left, arrived))
  }
  return routes
}

/** Whether a straight line down from one step to the other meets no third. */
const isClear = (from: Box, to: Box, boxes: ReadonlyMap<string, Box>): boolean =>
  ![...boxes.values()].some(
    ({ x, y, width }) => y > from.y && y < to.y && Math.abs(x - from.x) < width / 2 + LINE_ROOM,
  )

/** How many arrows stand at this side already. */
function port(taken: Map<string, number>, side: string): number {
  const before = taken.get(side) ?? 0
  taken.set(side, before + 1)
  return before
}

function routeOf(way: Way, from: Box, to: Box, left: number, arrived: number): Route {
  if (way === 'loop') return loop(from)
  if (way === 'down' || way === 'up') return across(way === 'down' ? 1 : -1, from, to, left, arrived)
  return around(way === 'right' ? 1 : -1, from, to, left, arrived)
}

function across(sign: 1 | -1, from: Box, to: Box, left: number, arrived: number): Route {
  const towards = Math.sign(to.x - from.x)
  const spread = (box: Box, place: number, side: number) =>
    side === 0 && place === 0 ? 0 : (side || 1) * Math.min(box.width / 2 - 12, 22 + 14 * place)
  const start = { x: from.x + spread(from, left, towards), y: from.y + (sign * from.height) / 2 }
  const end = { x: to.x + spread(to, arrived, -towards), y: to.y - (sign * to.height) / 2 }
  const half = (end.y - start.y) / 2
  const curve = [start, { x: start.x, y: start.y + half }, { x: end.x, y: end.y - half }, end] as const
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  return { curve, label: { x: middle.x + LABEL_GAP, y: middle.y, anchor: 'start' } }
}

function around(side: 1 | -1, from: Box, to: Box, left: number, arrived: number): Route {
  const spread = (box: Box, place: number) =>
    box.y + (((place % 2 ? -1 : 1) * Math.ceil(place / 2) * 9) % (box.height / 2 - 6))
  const start = { x: from.x + (side * from.width) / 2, y: spread(from, left) }
  const end = { x: to.x + (side * to.width) / 2, y: spread(to, arrived) }
  const bow = Math.min(FARTHEST, 26 + 34 * (Math.abs(end.y - start.y) / LAYER))
  const outer = side * (Math.max(side * start.x, side * end.x) + bow)
  const curve = [start, { x: outer, y: start.y }, { x: outer, y: end.y }, end] as const
  const edge = (start.x + end.x) / 8 + (outer * 6) / 8
  return {
    curve,
    label: { x: edge + side * 6, y: (start.y + end.y) / 2, anchor: side === 1 ? 'start' : 'end' },
  }
}

function loop({ x, y, width }: Box): Route {
  const side = x + width / 2
  const curve = [
    { x: side, y: y - 8 },
    { x: side + 48, y: y - 26 },
    { x: side + 48, y: y + 26 },
    { x: side, y: y + 8 },
  ] as const
  return { curve, label: { x: side + 42, y, anchor: 'start' } }
}
