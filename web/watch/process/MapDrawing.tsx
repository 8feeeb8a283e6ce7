import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { Button, sayCount } from '#ui/index.ts'
import { type Chosen, isChosen } from './chosen.ts'
import { MapEdgeMark } from './MapEdgeMark.tsx'
import { MapNodeMark } from './MapNodeMark.tsx'
import type { DrawnMap } from './map-layout.ts'
import { useText } from './messages.ts'
import { keyOfStop, type Stop, stopsOf } from './stops.ts'
import { usePanZoom, wholeView } from './use-pan-zoom.ts'

interface MapDrawingProps {
  readonly map: DrawnMap
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen) => void
  /** The arrows and steps of a variant that is marked; the rest steps back. */
  readonly marked: ReadonlySet<string> | undefined
}

const PAN_STEP = 60
const ZOOM_STEP = 1.25

/** The map itself. One stop in the tab order; inside, the arrow keys walk along steps and arrows. */
export function MapDrawing({ map, chosen, onChoose, marked }: MapDrawingProps) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const start = map.ends.find(({ kind }) => kind === 'start')?.x ?? map.width / 2
  const { view, handlers, fit, move, zoom, reveal, wasDragged } = usePanZoom(frame, map, start)
  const stops = useMemo(() => stopsOf(map), [map])
  const [current, setCurrent] = useState(0)
  const onPaper = wholeView(map, { width: 680, height: 900 })

  const goTo = (index: number) => {
    const stop = stops[Math.min(Math.max(index, 0), stops.length - 1)]
    if (!stop) return
    setCurrent(stops.indexOf(stop))
    reveal(stop.at)
    frame.current
      ?.querySelector<SVGElement>(`[data-stop="${CSS.escape(keyOfStop(stop))}"]`)
      ?.focus({ preventScroll: true })
  }
  const onClick = ({ target }: MouseEvent) => {
    const key = (target as Element).closest('[data-stop]')?.getAttribute('data-stop')
    const index = stops.findIndex((stop) => keyOfStop(stop) === key)
    const stop = stops[index]
    if (!stop || wasDragged()) return
    setCurrent(index)
    onChoose(stop.chosen)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const stop = stops[current]
    const act = actionOf(event, {
      goTo,
      move,
      zoom,
      fit,
      current,
      last: stops.length - 1,
      open: () => stop && onChoose(stop.chosen),
    })
    if (!act) return
    event.preventDefault()
    act()
  }
  const stateOf = (stop: Stop, index: number) => ({
    tabIndex: index === current ? 0 : -1,
    isChosen: isChosen(chosen, stop.chosen),
    isFaint: marked !== undefined && !marked.has(keyOfStop(stop)),
    isMarked: marked?.has(keyOfStop(stop)) ?? false,
  })

  return (
    <div className="map">
      <div className="row map-tools no-print">
        <Button onClick={() => zoom(ZOOM_STEP)}>{t('放大')}</Button>
        <Button onClick={() => zoom(1 / ZOOM_STEP)}>{t('缩小')}</Button>
        <Button onClick={fit}>{t('看全图')}</Button>
        <span className="soft small map-hint">{t('拖动移动；按住 Ctrl 滚轮、双指或 + − 键缩放。')}</span>
      </div>
      <div
        ref={frame}
        className={
          view.scale > wholeView(map, { width: frame.current?.clientWidth ?? 800, height: 560 }).scale
            ? 'map-frame is-near'
            : 'map-frame'
        }
        onKeyDown={onKeyDown}
        onClick={onClick}
        {...handlers}
      >
        <svg
          role="group"
          aria-label={t(
            '流程图：{{nodes}} 步，{{edges}} 条线。用方向键在步骤和线之间移动，回车看办件，加减号缩放，0 看全图。下面有文字版。',
            {
              nodes: sayCount(map.nodes.length),
              edges: sayCount(map.edges.length),
            },
          )}
        >
          <g
            className="map-world"
            style={{
              transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
              ['--on-paper' as string]: `scale(${onPaper.scale})`,
            }}
          >
            {map.edges
              .filter(({ bound }) => bound)
              .map((edge) => (
                <MapEdgeMark key={edge.key} edge={edge} />
              ))}
            {stops.map(
              (stop, index) =>
                stop.kind === 'edge' && (
                  <MapEdgeMark key={keyOfStop(stop)} edge={stop.edge} {...stateOf(stop, index)} />
                ),
            )}
            {stops.map(
              (stop, index) =>
                stop.kind === 'node' && (
                  <MapNodeMark key={keyOfStop(stop)} node={stop.node} {...stateOf(stop, index)} />
                ),
            )}
            {map.ends.map(({ kind, x, y }) => (
              <g key={kind} className={`map-end map-end-${kind}`} transform={`translate(${x} ${y})`}>
                <circle r={9} />
                <text x={16} dominantBaseline="central">
                  {t(kind === 'start' ? '开始' : '结束')}
                </text>
              </g>
            ))}
          </g>
        </svg>
      </div>
    </div>
  )
}

interface Deeds {
  readonly goTo: (index: number) => void
  readonly move: (x: number, y: number) => void
  readonly zoom: (by: number) => void
  readonly fit: () => void
  readonly open: () => void
  readonly current: number
  readonly last: number
}

function actionOf({ key, shiftKey }: KeyboardEvent, deeds: Deeds): (() => void) | undefined {
  const { goTo, move, zoom, fit, open, current, last } = deeds
  const pan = shiftKey ? PANS[key] : undefined
  if (pan) return () => move(pan.x, pan.y)
  if (key === 'ArrowDown' || key === 'ArrowRight') return () => goTo(current + 1)
  if (key === 'ArrowUp' || key === 'ArrowLeft') return () => goTo(current - 1)
  if (key === 'Home') return () => goTo(0)
  if (key === 'End') return () => goTo(last)
  if (key === '+' || key === '=') return () => zoom(ZOOM_STEP)
  if (key === '-') return () => zoom(1 / ZOOM_STEP)
  if (key === '0') return fit
  if (key === 'Enter' || key === ' ') return open
  return undefined
}

const PANS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: PAN_STEP, y: 0 },
  ArrowRight: { x: -PAN_STEP, y: 0 },
  ArrowUp: { x: 0, y: PAN_STEP },
  ArrowDown: { x: 0, y: -PAN_STEP },
}
