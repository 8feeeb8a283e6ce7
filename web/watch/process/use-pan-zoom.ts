import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Point } from './map-layout.ts'

export interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

interface Size {
  readonly width: number
  readonly height: number
}

const SMALLEST = 0.12
const LARGEST = 3
/** Below this the steps' names cannot be read; the first view rather shows the beginning than everything. */
const READABLE = 0.8
/** A press that moved less than this was meant as a click. */
const CLICK_SLACK = 5

export const wholeView = (map: Size, frame: Size): View => {
  const scale = Math.max(SMALLEST, Math.min(1, frame.width / map.width, frame.height / map.height))
  return {
    scale,
    x: (frame.width - map.width * scale) / 2,
    y: Math.max(0, (frame.height - map.height * scale) / 2),
  }
}

const firstView = (map: Size, frame: Size, centre: number): View => {
  const scale = Math.max(READABLE, wholeView(map, frame).scale)
  return { scale, x: frame.width / 2 - centre * scale, y: 4 }
}

function zoomedAt({ x, y, scale }: View, by: number, { x: px, y: py }: Point): View {
  const next = Math.min(LARGEST, Math.max(SMALLEST, scale * by))
  const grown = next / scale
  return { scale: next, x: px - (px - x) * grown, y: py - (py - y) * grown }
}

/**
 * Moving about in a drawing larger than its frame: drag, two fingers, Ctrl and wheel, or the functions given back.
 * A plain wheel and one finger up or down go on scrolling the page until the reader has zoomed in.
 */
export function usePanZoom(frame: RefObject<HTMLElement | null>, map: Size, centre: number) {
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 })
  const pointers = useRef(new Map<number, Point>())
  const moved = useRef(0)

  const sizeOfFrame = useCallback(
    (): Size => ({ width: frame.current?.clientWidth || 800, height: frame.current?.clientHeight || 560 }),
    [frame],
  )
  const fit = useCallback(() => setView(wholeView(map, sizeOfFrame())), [map, sizeOfFrame])
  const move = useCallback(
    (x: number, y: number) => setView((now) => ({ ...now, x: now.x + x, y: now.y + y })),
    [],
  )
  const zoom = useCallback(
    (by: number, at?: Point) => {
      const { width, height } = sizeOfFrame()
      setView((now) => zoomedAt(now, by, at ?? { x: width / 2, y: height / 2 }))
    },
    [sizeOfFrame],
  )

  useEffect(() => setView(firstView(map, sizeOfFrame(), centre)), [map, centre, sizeOfFrame])
  useWheel(frame, zoom)

  /** Brings a point of the drawing into the frame, with room around it: for the keyboard. */
  const reveal = useCallback(
    ({ x, y }: Point) => {
      const { width, height } = sizeOfFrame()
      setView((now) => ({
        ...now,
        x: now.x + outside(x * now.scale + now.x, 110, width),
        y: now.y + outside(y * now.scale + now.y, 60, height),
      }))
    },
    [sizeOfFrame],
  )

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (pointers.current.size === 1) moved.current = 0
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = pointers.current.get(event.pointerId)
      if (!before) return
      const now = { x: event.clientX, y: event.clientY }
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
      pointers.current.set(event.pointerId, now)
      moved.current += Math.hypot(now.x - before.x, now.y - before.y)
      // Capturing at once would swallow the click that a press without movement is.
      if (moved.current > CLICK_SLACK) event.currentTarget.setPointerCapture(event.pointerId)
      if (!other) return move(now.x - before.x, now.y - before.y)
      const box = event.currentTarget.getBoundingClientRect()
      zoom(distance(now, other) / Math.max(1, distance(before, other)), {
        x: (now.x + other.x) / 2 - box.left,
        y: (now.y + other.y) / 2 - box.top,
      })
    },
    onPointerUp: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
  }
  return { view, handlers, fit, move, zoom, reveal, wasDragged: () => moved.current > CLICK_SLACK }
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)

/** How far something must move to stand inside, at least `margin` from either edge. */
function outside(place: number, margin: number, size: number): number {
  if (place < margin) return margin - place
  return place > size - margin ? size - margin - place : 0
}

/** React listens to the wheel passively, which cannot keep the page from zooming. */
function useWheel(frame: RefObject<HTMLElement | null>, zoom: (by: number, at: Point) => void) {
  useEffect(() => {
    const element = frame.current
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = element?.getBoundingClientRect()
      zoom(Math.exp(-event.deltaY / 300), {
        x: event.clientX - (box?.left ?? 0),
        y: event.clientY - (box?.top ?? 0),
      })
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [frame, zoom])
}
