import { memo } from 'react'
import { sayCount } from '#ui/index.ts'
import type { MarkState } from './MapEdgeMark.tsx'
import type { DrawnNode } from './map-layout.ts'
import { useText } from './messages.ts'

type MapNodeMarkProps = { readonly node: DrawnNode } & MarkState

export const MapNodeMark = memo(function MapNodeMark({ node, ...state }: MapNodeMarkProps) {
  const t = useText()
  const { activity, lines, width, height, x, y, cases, events, reworkCases, onPath, absent } = node
  const said =
    t('{{activity}}：{{cases}} 件，{{events}} 次', {
      activity,
      cases: sayCount(cases),
      events: sayCount(events),
    }) +
    (reworkCases ? t('，其中 {{count}} 件做了不止一次', { count: sayCount(reworkCases) }) : '') +
    (onPath ? '' : t('，不在公布流程里'))
  return (
    <g
      role="button"
      aria-label={said}
      aria-pressed={state.isChosen}
      className={classOf(node, state)}
      tabIndex={state.tabIndex}
      data-stop={activity}
      transform={`translate(${x - width / 2} ${y - height / 2})`}
    >
      <title>{said}</title>
      <rect className="map-box" width={width} height={height} rx={6} />
      {lines.map((line, index) => (
        <text key={index} className="map-name" x={width / 2} y={22 + index * 19} textAnchor="middle">
          {line}
        </text>
      ))}
      <text className="map-cases" x={width / 2} y={height - 10} textAnchor="middle">
        {absent ? '–' : t('{{said}} 件', { count: cases, said: sayCount(cases) })}
        {reworkCases > 0 && ` · ↻ ${sayCount(reworkCases)}`}
      </text>
    </g>
  )
})

function classOf({ onPath, absent }: DrawnNode, { isChosen, isFaint, isMarked }: MarkState): string {
  const classes = ['map-node']
  if (!onPath) classes.push('is-off')
  if (absent) classes.push('is-absent')
  if (isChosen) classes.push('is-chosen')
  if (isFaint) classes.push('is-faint')
  if (isMarked) classes.push('is-marked')
  return classes.join(' ')
}
