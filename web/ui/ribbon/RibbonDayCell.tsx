import { useLanguage } from '../language/catalogue.ts'
import { sayShortDay } from '../language/dates.ts'
import { useText } from '../messages.ts'
import { CELL, partOf, type RibbonCell } from './ribbon-layout.ts'
import { MarkShape, type RibbonMark } from './RibbonMark.tsx'

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

/** One day of the ribbon: focusable, named, and drawn by what it counts as. */
export function RibbonDayCell({
  cell,
  hatch,
  words,
  labelled,
  marks,
  stop,
  onChoose,
  onPoint,
}: RibbonDayCellProps) {
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

/** The fill of suspended days; it prints in black and white. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="ribbon-hatch-ground" />
        <line x1="0" y1="0" x2="0" y2="5" className="ribbon-hatch-line" />
      </pattern>
    </defs>
  )
}
