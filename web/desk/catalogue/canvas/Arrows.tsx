import { type Drawing, type Place } from './drawing.ts'
import { sizeOf } from './layout.ts'

interface ArrowsProps {
  readonly drawing: Drawing
  readonly places: ReadonlyMap<string, Place>
  readonly width: number
  readonly height: number
  readonly critical: ReadonlySet<string>
}

/** Arrows under the steps; what waits for another step elsewhere is dashed. They say nothing the panel does not say. */
export function Arrows({ drawing, places, width, height, critical }: ArrowsProps) {
  const needs = drawing.steps.flatMap(({ code, needs: listed = [] }) =>
    listed.map((from) => ({ from, to: code, dashed: true })),
  )
  const flows = drawing.path.flows.map((flow) => ({ ...flow, dashed: false }))
  return (
    <svg className="canvas-arrows" width={width} height={height} aria-hidden="true">
      <defs>
        <marker
          id="canvas-head"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="10"
          markerHeight="10"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {[...flows, ...needs].map(({ from, to, dashed }) => {
        const [first, last] = [places.get(from), places.get(to)]
        if (!first || !last) return null
        const look = dashed ? 'is-need' : critical.has(from) && critical.has(to) ? 'is-critical' : ''
        return (
          <path
            key={`${from}>${to}${dashed ? '?' : ''}`}
            className={look}
            d={curve(first, last, sizeOf(drawing, from).height / 2, sizeOf(drawing, to).height / 2)}
            markerEnd="url(#canvas-head)"
          />
        )
      })}
    </svg>
  )
}

/** From below one to above the other; sideways where the other does not lie below. */
function curve(from: Place, to: Place, down: number, up: number): string {
  const [startY, endY] = [from.y + down, to.y - up - 2]
  if (endY < startY) {
    const side = to.x >= from.x ? 1 : -1
    const bend = Math.max(from.x, to.x) + 110 * side
    return `M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`
  }
  const middle = (startY + endY) / 2
  return `M${from.x} ${startY}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${endY}`
}
