import type { Chosen } from './chosen.ts'
import type { DrawnEdge, DrawnMap, DrawnNode, Point } from './map-layout.ts'

/** Something on the map that can be focused and opened. */
export type Stop =
  | { readonly kind: 'node'; readonly node: DrawnNode; readonly chosen: Chosen; readonly at: Point }
  | { readonly kind: 'edge'; readonly edge: DrawnEdge; readonly chosen: Chosen; readonly at: Point }

export const keyOfStop = (stop: Stop): string => (stop.kind === 'node' ? stop.node.activity : stop.edge.key)

/** From top to bottom, each step followed by the arrows that leave it, the widest first. */
export function stopsOf({ nodes, edges }: DrawnMap): Stop[] {
  return nodes.flatMap((node): Stop[] => [
    { kind: 'node', node, chosen: { kind: 'node', activity: node.activity }, at: node },
    ...edges
      .filter(({ from, bound }) => from === node.activity && !bound)
      .sort((one, other) => other.cases - one.cases)
      .map((edge): Stop => {
        const { from, to, label } = edge
        return {
          kind: 'edge',
          edge,
          chosen: { kind: 'edge', from, to },
          at: label,
        }
      }),
  ])
}
