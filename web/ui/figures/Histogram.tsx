import { sayCount, sayNumber } from '../language/numbers.ts'
import { useText } from '../messages.ts'
import { useWidth } from '../ribbon/use-width.ts'

interface HistogramProps {
  /** What is counted and along what, for the eye and the screen reader: 已办结办件按所用工作日. */
  readonly caption: string
  readonly bars: ReadonlyArray<{ readonly upTo: number; readonly count: number }>
  /** The unit under the axis: 工作日. */
  readonly unit: string
  /** Draws a line at the limit, with its word. */
  readonly mark?: { readonly at: number; readonly text: string }
}

const WIDEST = 800
const HEIGHT = 180
const LABEL_WIDTH = 44
const COUNT_WIDTH = 26
const FOOT = 24
const HEAD = 18

/** A distribution rather than an average. Each bar says its count when it is pointed at; the table below says them all. */
export function Histogram({ caption, bars, unit, mark }: HistogramProps) {
  const t = useText()
  const most = Math.max(1, ...bars.map((bar) => bar.count))
  const [frame, measured] = useWidth<HTMLElement>(640)
  const width = Math.min(WIDEST, measured)
  const step = width / Math.max(1, bars.length)
  const scale = (count: number) => (count / most) * (HEIGHT - FOOT - HEAD)
  const labelEvery = Math.max(1, Math.ceil(LABEL_WIDTH / step))
  const markIndex = mark ? bars.findIndex((bar) => bar.upTo >= mark.at) : -1

  return (
    <figure className="histogram" ref={frame}>
      <figcaption>{caption}</figcaption>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={caption}>
        {bars.map((bar, index) => {
          const height = scale(bar.count)
          const x = index * step
          return (
            <g key={bar.upTo}>
              <title>
                {t('{{upTo}} 及以内：{{count}} 件', {
                  upTo: `${sayNumber(bar.upTo)} ${unit}`,
                  count: bar.count,
                })}
              </title>
              <rect className="histogram-hit" x={x} y={0} width={step} height={HEIGHT - FOOT} />
              <rect
                className="histogram-bar"
                x={x + step * 0.08}
                y={HEIGHT - FOOT - height}
                width={step * 0.84}
                height={height}
              />
              {step >= COUNT_WIDTH && bar.count > 0 && (
                <text x={x + step / 2} y={HEIGHT - FOOT - height - 4} textAnchor="middle">
                  {sayCount(bar.count)}
                </text>
              )}
              {index % labelEvery === 0 && (
                <text x={x + step / 2} y={HEIGHT - 8} textAnchor="middle">
                  ≤{sayNumber(bar.upTo)}
                </text>
              )}
            </g>
          )
        })}
        <line className="histogram-axis" x1={0} x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {mark && markIndex >= 0 && (
          <g className="histogram-mark">
            <line x1={(markIndex + 1) * step} x2={(markIndex + 1) * step} y1={HEAD - 6} y2={HEIGHT - FOOT} />
            <text x={(markIndex + 1) * step - 4} y={12} textAnchor="end">
              {mark.text}
            </text>
          </g>
        )}
      </svg>
      <HiddenTable {...{ caption, bars, unit }} />
    </figure>
  )
}

/** The same numbers for those who do not see the bars. */
function HiddenTable({ caption, bars, unit }: Pick<HistogramProps, 'caption' | 'bars' | 'unit'>) {
  return (
    <div className="visually-hidden">
      <table>
        <caption>{caption}</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.upTo}>
              <th scope="row">
                ≤ {sayNumber(bar.upTo)} {unit}
              </th>
              <td>{sayCount(bar.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
