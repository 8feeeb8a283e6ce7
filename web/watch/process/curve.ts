import type { Point } from './map-layout.ts'

export interface Curve {
  /** The line, ending where the head begins. */
  readonly line: string
  /** The three corners of the arrow's head. */
  readonly head: string
}

const round = (value: number) => Math.round(value * 10) / 10
const say = ({ x, y }: Point) => `${round(x)} ${round(y)}`

/** One cubic curve as an SVG path, and a head as large as the line needs. */
export function curveOf(
  [start, first, second, end]: readonly [Point, Point, Point, Point],
  width: number,
): Curve {
  const from = second.x === end.x && second.y === end.y ? start : second
  const angle = Math.atan2(end.y - from.y, end.x - from.x)
  const length = 7 + width
  const half = 3.5 + width * 0.75
  const foot = { x: end.x - Math.cos(angle) * length, y: end.y - Math.sin(angle) * length }
  const side = (sign: 1 | -1): Point => ({
    x: foot.x + Math.sin(angle) * half * sign,
    y: foot.y - Math.cos(angle) * half * sign,
  })
  return {
    line: `M${say(start)} C${say(first)} ${say(second)} ${say(foot)}`,
    head: `${say(end)},${say(side(1))},${say(side(-1))}`,
  }
}
