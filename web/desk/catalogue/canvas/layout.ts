import { Graph, layout } from '@dagrejs/dagre'
import { END, START } from '#engines/paths/terms.ts'
import { type Drawing, isGate, nodesOf, type Place } from './drawing.ts'

const STEP_SIZE = { width: 168, height: 64 } as const
const GATE_SIZE = { width: 96, height: 32 } as const
const MARGIN = 16

export const sizeOf = (drawing: Drawing, id: string) =>
  id === START || id === END || isGate(drawing, id) ? GATE_SIZE : STEP_SIZE

/** Where everything stands: as it was put, or one below the other with branches side by side. Places are centres. */
export function placesOf(drawing: Drawing): ReadonlyMap<string, Place> {
  const graph = new Graph({ directed: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 36, marginx: MARGIN, marginy: MARGIN })
  const ids = nodesOf(drawing)
  const known = new Set(ids)
  for (const id of ids) graph.setNode(id, { ...sizeOf(drawing, id) })
  for (const { from, to } of drawing.path.flows)
    if (known.has(from) && known.has(to)) graph.setEdge(from, to, {})
  layout(graph)
  const put = drawing.path.places ?? {}
  return new Map(
    ids.map((id) => {
      const { x, y } = put[id] ?? (graph.node(id) as Place)
      return [id, { x: Math.round(x), y: Math.round(y) }]
    }),
  )
}

/** How large the sheet must be to hold it. */
export function extentOf(drawing: Drawing, places: ReadonlyMap<string, Place>) {
  const right = [...places].map(([id, { x }]) => x + sizeOf(drawing, id).width / 2)
  const bottom = [...places].map(([id, { y }]) => y + sizeOf(drawing, id).height / 2)
  return { width: Math.max(320, ...right) + MARGIN, height: Math.max(240, ...bottom) + MARGIN }
}
