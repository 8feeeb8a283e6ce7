import { useEffect, useRef } from 'react'
import { sayCount } from '../language/numbers.ts'

interface MonthBarsProps {
  /** What is counted, for the eye and the screen reader. */
  readonly caption: string
  /** `2026-03`, oldest first. */
  readonly months: ReadonlyArray<{ readonly month: string; readonly count: number }>
  /** The heads of the table that screen readers get instead of the drawing. */
  readonly heads: readonly [month: string, count: string]
}

const STEP = 44
const HEIGHT = 140
const FOOT = 36
const HEAD = 18

/** Counts by month. The year stands under its first month; every bar carries its number. */
export function MonthBars({ caption, months, heads }: MonthBarsProps) {
  const most = Math.max(1, ...months.map(({ count }) => count))
  const width = Math.max(1, months.length) * STEP
  const frame = useRef<HTMLDivElement>(null)
  // On a phone not all months fit: the latest are what one looks for.
  useEffect(() => frame.current?.scrollTo({ left: width }), [width])
  return (
    <figure className="months">
      <figcaption>{caption}</figcaption>
      <div className="months-frame" ref={frame} tabIndex={0} role="group" aria-label={caption}>
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
          {months.map(({ month, count }, index) => {
            const height = (count / most) * (HEIGHT - FOOT - HEAD)
            const x = index * STEP
            return (
              <g key={month}>
                <rect
                  className="months-bar"
                  x={x + 8}
                  y={HEIGHT - FOOT - height}
                  width={STEP - 16}
                  height={height}
                />
                <text x={x + STEP / 2} y={HEIGHT - FOOT - height - 4} textAnchor="middle">
                  {sayCount(count)}
                </text>
                <text x={x + STEP / 2} y={HEIGHT - FOOT + 14} textAnchor="middle">
                  {Number(month.slice(5, 7))}
                </text>
                {(index === 0 || month.endsWith('-01')) && (
                  <text x={x + STEP / 2} y={HEIGHT - 5} textAnchor="middle" className="months-year">
                    {month.slice(0, 4)}
                  </text>
                )}
              </g>
            )
          })}
          <line className="months-axis" x1={0} x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        </svg>
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{heads[0]}</th>
              <th scope="col">{heads[1]}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, count }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>{sayCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
