import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { RibbonDay } from '#modules/supervision/contract.ts'
import { useText } from '../messages.ts'
import { CELL, layRibbon, type RibbonCell } from './ribbon-layout.ts'
import { useDayWords, useSummary } from './ribbon-words.ts'
import { Hatch, RibbonDayCell } from './RibbonDayCell.tsx'
import { RibbonLegend } from './RibbonLegend.tsx'
import type { RibbonMark } from './RibbonMark.tsx'
import { useWidth } from './use-width.ts'

interface DayRibbonProps {
  readonly days: readonly RibbonDay[]
  /** The day from which "passed" is told; the log's own last day where it does not run any more. */
  readonly today: string
  readonly marks: readonly RibbonMark[]
}

/**
 * 时限带: every clock in the system is drawn this way, so that everybody learns to read it once.
 *
 * One stop in the tab order; left and right go day by day, and the line below says what the day counts as and why.
 * Fill, hatch, dash, height and shape carry the meaning, so that it prints in black and white.
 */
export function DayRibbon({ days, today, marks }: DayRibbonProps) {
  const [frame, width] = useWidth<HTMLDivElement>(640)
  const cells = useMemo(() => layRibbon(days, today, width), [days, today, width])
  const [chosen, setChosen] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const hatch = useId()
  const t = useText()
  const summary = useSummary(cells, marks)
  const svg = useRef<SVGSVGElement>(null)
  const dayWords = useDayWords()

  const stop =
    chosen ??
    Math.max(
      0,
      cells.findIndex((cell) => cell.today),
    )
  const lines = (cells.at(-1)?.line ?? 0) + 1
  const said = cells[pointed ?? chosen ?? -1]

  const onKeyDown = (event: KeyboardEvent) => {
    const to = targetOf(event.key, stop, cells.length)
    if (to === undefined) return
    event.preventDefault()
    setChosen(to)
    svg.current?.querySelectorAll<SVGGElement>('[data-day]')[to]?.focus()
  }

  return (
    <div className="ribbon" ref={frame}>
      <svg
        ref={svg}
        className="ribbon-drawing"
        width={width}
        height={lines * CELL.lineHeight}
        viewBox={`0 0 ${width} ${lines * CELL.lineHeight}`}
        role="group"
        aria-label={`${t('时限带')} ${summary} ${t('用左右方向键逐日查看')}`}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        <Hatch id={hatch} />
        {cells.map((cell, index) => (
          <RibbonDayCell
            key={cell.of.day}
            cell={cell}
            hatch={hatch}
            words={dayWords(cell)}
            labelled={isLabelled(cells, index)}
            marks={marks.filter((mark) => mark.day === cell.of.day)}
            stop={index === stop}
            onChoose={() => setChosen(index)}
            onPoint={() => setPointed(index)}
          />
        ))}
      </svg>
      <p className="ribbon-said" aria-live="polite">
        {said ? dayWords(said) : <span className="soft">{summary}</span>}
      </p>
      <RibbonLegend cells={cells} marks={marks} hatch={hatch} />
    </div>
  )
}

function targetOf(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowRight') return Math.min(at + 1, length - 1)
  if (key === 'ArrowLeft') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  return undefined
}

/** The first day of each line, and of each month where it does not stand too near to it. */
function isLabelled(cells: readonly RibbonCell[], index: number): boolean {
  const cell = cells[index]
  if (!cell) return false
  return cell.x === 0 || (cell.of.day.endsWith('-01') && cell.x > 60)
}
