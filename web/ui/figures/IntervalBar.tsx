interface IntervalBarProps {
  /** Shares between 0 and 1. */
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  /** Too few cases: drawn pale, the number beside it says why. */
  readonly pale?: boolean
}

const WIDTH = 120
const HEIGHT = 16
const at = (share: number) => 1 + Math.min(1, Math.max(0, share)) * (WIDTH - 2)

/** A share from 0 to 100 % with its interval. The number stands beside it in words, so the drawing is not read aloud. */
export function IntervalBar({ value, low, high, pale = false }: IntervalBarProps) {
  const middle = HEIGHT / 2
  return (
    <svg
      className={pale ? 'interval is-pale' : 'interval'}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <line className="interval-axis" x1={1} x2={WIDTH - 1} y1={middle} y2={middle} />
      {low !== null && high !== null && (
        <rect
          className="interval-range"
          x={at(low)}
          y={middle - 3}
          width={Math.max(1, at(high) - at(low))}
          height={6}
        />
      )}
      <line className="interval-value" x1={at(value)} x2={at(value)} y1={1} y2={HEIGHT - 1} />
    </svg>
  )
}
