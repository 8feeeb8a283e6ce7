import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { END, START } from '#engines/paths/terms.ts'
import { useSaid } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { type Drawing, isGate, movedTo, nodesOf, type Place } from './drawing.ts'
import { Arrows } from './Arrows.tsx'
import { extentOf, placesOf, sizeOf } from './layout.ts'
import { useText } from './messages.ts'

interface CanvasProps {
  readonly drawing: Drawing
  readonly chosen: string
  /** Ids the checks speak of, and those on the longest chain. */
  readonly faulty: ReadonlySet<string>
  readonly critical: ReadonlySet<string>
  readonly readOnly: boolean
  readonly onChoose: (id: string) => void
  readonly onPut: (drawing: Drawing) => void
  readonly onRemove: (id: string) => void
}

const NUDGE = 16
const ARROWS: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -NUDGE, y: 0 },
  ArrowRight: { x: NUDGE, y: 0 },
  ArrowUp: { x: 0, y: -NUDGE },
  ArrowDown: { x: 0, y: NUDGE },
}

/** Steps are buttons over the drawn arrows: dragged, or moved with the arrow keys; Delete takes one out. */
export function Canvas({
  drawing,
  chosen,
  faulty,
  critical,
  readOnly,
  onChoose,
  onPut,
  onRemove,
}: CanvasProps) {
  const t = useText()
  const settled = useMemo(() => placesOf(drawing), [drawing])
  const [held, setHeld] = useState<{ id: string; at: Place } | null>(null)
  const places = held ? new Map([...settled, [held.id, held.at]]) : settled
  const { width, height } = extentOf(drawing, places)
  const drop = (id: string, at: Place) => onPut(movedTo(drawing, id, at, settled))
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const by = ARROWS[event.key]
    const at = places.get(id)
    if (readOnly || !at) return
    if (by) {
      event.preventDefault()
      drop(id, inside({ x: at.x + by.x, y: at.y + by.y }))
    }
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove(id)
  }
  return (
    <div className="canvas" role="group" aria-label={t('流程图画布')} tabIndex={0}>
      <div className="canvas-sheet" style={{ width, height }}>
        <Arrows {...{ drawing, places, width, height, critical }} />
        {nodesOf(drawing).map((id) => (
          <Node
            key={id}
            {...{ drawing, id, readOnly }}
            at={places.get(id) ?? { x: 0, y: 0 }}
            look={lookOf(id, { chosen, faulty, critical })}
            pressed={id === chosen}
            onChoose={() => onChoose(id)}
            onHold={(at) => setHeld(at ? { id, at: inside(at) } : null)}
            onDrop={(at) => drop(id, inside(at))}
            onKeyDown={(event) => onKeyDown(event, id)}
          />
        ))}
      </div>
    </div>
  )
}

const inside = ({ x, y }: Place): Place => ({
  x: Math.max(48, Math.round(x)),
  y: Math.max(20, Math.round(y)),
})

const lookOf = (
  id: string,
  { chosen, faulty, critical }: Pick<CanvasProps, 'chosen' | 'faulty' | 'critical'>,
): string =>
  [
    id === chosen ? 'is-chosen' : '',
    faulty.has(id) ? 'is-faulty' : '',
    critical.has(id) ? 'is-critical' : '',
  ].join(' ')

interface NodeProps {
  readonly drawing: Drawing
  readonly id: string
  readonly at: Place
  readonly look: string
  readonly pressed: boolean
  readonly readOnly: boolean
  readonly onChoose: () => void
  readonly onHold: (at: Place | null) => void
  readonly onDrop: (at: Place) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Node({ drawing, id, at, look, pressed, readOnly, onChoose, onHold, onDrop, onKeyDown }: NodeProps) {
  const { width, height } = sizeOf(drawing, id)
  const from = useRef<{ pointer: Place; at: Place; moved: boolean } | null>(null)
  const reached = ({ clientX, clientY }: PointerEvent): Place => {
    const start = from.current
    if (!start) return at
    return { x: start.at.x + clientX - start.pointer.x, y: start.at.y + clientY - start.pointer.y }
  }
  return (
    <button
      type="button"
      className={`canvas-node ${kindOf(drawing, id)} ${look}`}
      style={{ left: at.x - width / 2, top: at.y - height / 2, width, height }}
      aria-pressed={pressed}
      onClick={onChoose}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (readOnly || event.button !== 0) return
        from.current = { pointer: { x: event.clientX, y: event.clientY }, at, moved: false }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        const start = from.current
        if (!start) return
        const to = reached(event)
        start.moved ||= Math.hypot(to.x - start.at.x, to.y - start.at.y) > 4
        if (start.moved) onHold(to)
      }}
      onPointerUp={(event) => {
        const start = from.current
        if (start?.moved) onDrop(reached(event))
        from.current = null
        onHold(null)
      }}
      onPointerCancel={() => {
        from.current = null
        onHold(null)
      }}
    >
      <Words {...{ drawing, id }} />
    </button>
  )
}

const kindOf = (drawing: Drawing, id: string): string =>
  id === START || id === END ? 'is-end' : isGate(drawing, id) ? 'is-gate' : 'is-step'

function Words({ drawing, id }: { readonly drawing: Drawing; readonly id: string }) {
  const t = useText()
  const said = useSaid()
  const unitName = useUnitName()
  if (id === START) return <>{t('开始')}</>
  if (id === END) return <>{t('结束')}</>
  const gate = drawing.path.gates.find((one) => one.id === id)
  if (gate) return <>{gate.kind === 'fork' ? `＋ ${t('并行开始')}` : `＋ ${t('汇合')}`}</>
  const step = drawing.steps.find(({ code }) => code === id)
  if (!step) return null
  const days = step.limit ? t('{{days}} 天', { days: step.limit.length }) : '—'
  return (
    <>
      <strong>{said(step.name) || id}</strong>
      <span className="small">
        {unitName(step.unit) ?? t('本单位')} · {said(step.post) || '—'} · {days}
      </span>
    </>
  )
}
