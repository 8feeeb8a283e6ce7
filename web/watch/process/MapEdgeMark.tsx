import { memo } from 'react'
import { sayCount } from '#ui/index.ts'
import { curveOf } from './curve.ts'
import type { DrawnEdge } from './map-layout.ts'
import { useText } from './messages.ts'
import { useDuration } from './use-duration.ts'

export interface MarkState {
  readonly tabIndex: number
  readonly isChosen: boolean
  readonly isFaint: boolean
  readonly isMarked: boolean
}

type MapEdgeMarkProps = { readonly edge: DrawnEdge } & Partial<MarkState>

export const MapEdgeMark = memo(function MapEdgeMark({ edge, ...state }: MapEdgeMarkProps) {
  const t = useText()
  const duration = useDuration()
  const { line, head } = curveOf(edge.curve, edge.width)
  if (edge.bound) {
    return (
      <g className="map-bound" aria-hidden="true">
        <path className="map-line" d={line} strokeWidth={edge.width} />
        <polygon className="map-head" points={head} />
      </g>
    )
  }

  const { from, to, cases, medianSeconds, onPath } = edge
  // What is drawn stands in the name as it is drawn: who speaks to the page says what he sees (WCAG 2.5.3).
  const said =
    t('{{from}} 到 {{to}}：{{cases}} · {{wait}}（件数 · 等待中位）', {
      from,
      to,
      cases: sayCount(cases),
      wait: duration(medianSeconds),
    }) + (onPath ? '' : t('，不在公布流程里'))
  return (
    <g
      role="button"
      aria-label={said}
      aria-pressed={state.isChosen}
      className={classOf(edge, state)}
      tabIndex={state.tabIndex}
      data-stop={edge.key}
    >
      <title>{said}</title>
      <path className="map-hit" d={line} strokeWidth={Math.max(14, edge.width)} />
      <path className="map-line" d={line} strokeWidth={edge.width} />
      <polygon className="map-head" points={head} />
      {edge.labelled && (
        <text
          className="map-count"
          x={edge.label.x}
          y={edge.label.y}
          textAnchor={edge.label.anchor}
          dominantBaseline="central"
        >
          {sayCount(cases)} · {duration(medianSeconds)}
        </text>
      )}
    </g>
  )
})

function classOf(
  { band, onPath, absent }: DrawnEdge,
  { isChosen, isFaint, isMarked }: Partial<MarkState>,
): string {
  const classes = ['map-edge', absent ? 'is-absent' : `map-wait-${band}`]
  if (!onPath) classes.push('is-off')
  if (isChosen) classes.push('is-chosen')
  if (isFaint) classes.push('is-faint')
  if (isMarked) classes.push('is-marked')
  return classes.join(' ')
}
