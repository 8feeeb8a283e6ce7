import { useLanguage } from '../language/catalogue.ts'
import { sayDay } from '../language/dates.ts'
import { useText } from '../messages.ts'
import { MarkShape, type RibbonMark } from './RibbonMark.tsx'
import { partOf, type RibbonCell } from './ribbon-layout.ts'

interface RibbonLegendProps {
  readonly cells: readonly RibbonCell[]
  readonly marks: readonly RibbonMark[]
  readonly hatch: string
}

const MARK_WORDS = { committed: '承诺到期', statutory: '法定到期', concluded: '办结' } as const

/** Only what stands in this ribbon; the marks with their dates, so that nobody has to count cells. */
export function RibbonLegend({ cells, marks, hatch }: RibbonLegendProps) {
  const t = useText()
  const language = useLanguage()
  const parts = new Set(cells.map((cell) => partOf(cell.of)))
  const has = (test: (cell: RibbonCell) => boolean) => cells.some(test)

  const keys = [
    has((cell) => cell.count !== null && cell.passed) && {
      look: 'ribbon-working is-passed',
      text: t('已过的计入日'),
    },
    has((cell) => cell.count !== null && !cell.passed) && { look: 'ribbon-working', text: t('未到的计入日') },
    parts.has('resting') && { look: 'ribbon-resting', text: t('休息日') },
    has((cell) => cell.of.madeUp) && { look: 'ribbon-madeUp', dot: true, text: t('调休上班日') },
    parts.has('suspended') && { look: 'ribbon-suspended', fill: `url(#${hatch})`, text: t('中止期间，不计') },
    has((cell) => cell.of.extended) && { look: 'ribbon-working', line: true, text: t('延期') },
    parts.has('unannounced') && { look: 'ribbon-unannounced', text: t('未公布，暂按星期推算') },
  ].filter((key) => key !== false)

  return (
    <ul className="ribbon-legend small">
      {marks.map((mark) => (
        <li key={mark.shape}>
          <svg width="16" height="16" aria-hidden="true">
            <MarkShape shape={mark.shape} x={8} y={8} />
          </svg>
          {t(MARK_WORDS[mark.shape])} {sayDay(mark.day, language)}
        </li>
      ))}
      {keys.map((key) => (
        <li key={key.text}>
          <svg width="16" height="18" aria-hidden="true" className={`ribbon-day ${key.look}`}>
            <rect
              className="ribbon-box"
              x={1}
              y={key.look === 'ribbon-resting' ? 5 : 1}
              width={14}
              height={key.look === 'ribbon-resting' ? 7 : 13}
              style={key.fill ? { fill: key.fill } : undefined}
            />
            {key.dot && <circle className="ribbon-dot" cx={8} cy={7.5} r={3} />}
            {key.line && <line className="ribbon-extended" x1={0} x2={16} y1={17} y2={17} />}
          </svg>
          {key.text}
        </li>
      ))}
    </ul>
  )
}
