import { circleIn, inOrder, nodesOf, orderOf, reversed } from './graph.ts'
import type { Path } from './path.ts'

export interface Place {
  readonly layer: number
  readonly row: number
}

/** Each node in the layer after all it waits for, one under the other; a path with a circle stands in one line. */
export function layersOf(path: Path): ReadonlyMap<string, Place> {
  const ids = nodesOf(path)
  const order = orderOf(path)
  if (circleIn(ids, order)) return new Map(ids.map((id, layer) => [id, { layer, row: 0 }]))
  const before = reversed(order)
  const layers = new Map<string, number>()
  for (const id of inOrder(ids, order)) {
    const last = (before.get(id) ?? []).map((one) => layers.get(one) ?? 0)
    layers.set(id, last.length === 0 ? 0 : Math.max(...last) + 1)
  }
  const used = new Map<number, number>()
  return new Map(
    [...layers].map(([id, layer]) => {
      const row = used.get(layer) ?? 0
      used.set(layer, row + 1)
      return [id, { layer, row }]
    }),
  )
}
