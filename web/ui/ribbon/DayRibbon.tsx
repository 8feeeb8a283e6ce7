import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { RibbonDay } from '#modules/supervision/contract.ts'
import { useLanguage, useSaid } from '../language/catalogue.ts'
import { sayDay, sayShortDay } from '../language/dates.ts'
import { useText } from '../messages.ts'
import { CELL, layRibbon, partOf, type RibbonCell } from './ribbon-layout.ts'
import { RibbonLegend } from './RibbonLegend.tsx'
import { MarkShape, type RibbonMark } from './RibbonMark.tsx'
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
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" className="ribbon-hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="5" className="ribbon-hatch-line" />
          </pattern>
        </defs>
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

interface RibbonDayCellProps {
  readonly cell: RibbonCell
  readonly hatch: string
  readonly words: string
  readonly labelled: boolean
  readonly marks: readonly RibbonMark[]
  readonly stop: boolean
  readonly onChoose: () => void
  readonly onPoint: () => void
}

const TOP = 20
const TALL = 22
const THIN = 10

function RibbonDayCell({ cell, hatch, words, labelled, marks, stop, onChoose, onPoint }: RibbonDayCellProps) {
  const language = useLanguage()
  const t = useText()
  const part = partOf(cell.of)
  const thin = part === 'resting' || part === 'uncounted'
  const height = thin ? THIN : TALL
  const y = TOP + (TALL - height) / 2
  const middle = cell.width / 2
  return (
    <g
      data-day={cell.of.day}
      role="img"
      aria-label={words}
      tabIndex={stop ? 0 : -1}
      className={`ribbon-day ribbon-${part}${cell.passed ? ' is-passed' : ''}`}
      transform={`translate(${cell.x} ${cell.line * CELL.lineHeight})`}
      onFocus={onChoose}
      onPointerEnter={onPoint}
    >
      <rect className="ribbon-hit" x={-1} y={0} width={cell.width + 2} height={CELL.lineHeight - 14} />
      <rect
        className="ribbon-box"
        x={0.75}
        y={y + 0.75}
        width={cell.width - 1.5}
        height={height - 1.5}
        style={part === 'suspended' ? { fill: `url(#${hatch})` } : undefined}
      />
      {part === 'trigger' && <path className="ribbon-start" d={`M${middle - 4} ${TOP + 5} v12 l9 -6 z`} />}
      {cell.of.madeUp && <circle className="ribbon-dot" cx={middle} cy={TOP + TALL / 2} r={3} />}
      {cell.of.extended && (
        <line
          className="ribbon-extended"
          x1={0}
          x2={cell.width + CELL.gap}
          y1={TOP + TALL + 3}
          y2={TOP + TALL + 3}
        />
      )}
      {cell.extensionEdge && (
        <line className="ribbon-edge" x1={-1} x2={-1} y1={TOP - 4} y2={TOP + TALL + 4} />
      )}
      {cell.today && <line className="ribbon-today" x1={-1} x2={-1} y1={2} y2={TOP + TALL + 6} />}
      {cell.today && marks.length === 0 && (
        <text className="ribbon-text" x={3} y={12}>
          {t('今天')}
        </text>
      )}
      {marks.map((mark, index) => (
        <MarkShape key={mark.shape} shape={mark.shape} x={middle + index * 12} y={10} />
      ))}
      {labelled && (
        <text className="ribbon-text" x={0} y={TOP + TALL + 15}>
          {sayShortDay(cell.of.day, language)}
        </text>
      )}
    </g>
  )
}

/** `2026年3月5日 (周四)：工作日，计入第 3 日。…` */
function useDayWords(): (cell: RibbonCell) => string {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return ({ of, count, today }) => {
    const parts = {
      trigger: () => t('起算日（不计）'),
      suspended: () => t('中止期间，不计'),
      madeUp: () => `${t('调休上班日')} · ${t('工作日，计入第 {{n}} 日', { n: count ?? 0 })}`,
      working: () => t('工作日，计入第 {{n}} 日', { n: count ?? 0 }),
      unannounced: () => t('未公布，暂按星期推算'),
      resting: () => t('休息日'),
      uncounted: () => t('不计'),
    }
    const what = [parts[partOf(of)](), of.extended && t('延期'), today && t('今天')]
      .filter(Boolean)
      .join(' · ')
    const source = of.source ? ` ${t('依据：{{source}}', { source: of.source })}` : ''
    const colon = language === 'en' ? ': ' : '：'
    const stop = language === 'en' ? '. ' : '。'
    return `${sayDay(of.day, language)}${colon}${what}${stop}${said(of.why)}${source}`
  }
}

function useSummary(cells: readonly RibbonCell[], marks: readonly RibbonMark[]): string {
  const t = useText()
  const language = useLanguage()
  const due = marks.find((mark) => mark.shape !== 'concluded')?.day ?? cells.at(-1)?.of.day ?? ''
  const suspended = cells.filter((cell) => cell.of.suspended).length
  const values = {
    start: sayDay(cells[0]?.of.day ?? '', language),
    count: cells.filter((cell) => cell.count !== null).length,
    due: sayDay(due, language),
  }
  return suspended > 0
    ? t('{{start}}起算，计入 {{count}} 日，另有 {{suspended}} 日中止，到期 {{due}}。', {
        ...values,
        suspended,
      })
    : t('{{start}}起算，计入 {{count}} 日，到期 {{due}}。', values)
}
