import type { ReactNode } from 'react'

interface CountProps {
  readonly title: string
  readonly value: ReactNode
  readonly below?: ReactNode
}

/** One figure in the row of figures. */
export function Count({ title, value, below }: CountProps) {
  return (
    <div className="figure">
      <div className="figure-title">{title}</div>
      <div className="figure-value">{value}</div>
      {below && <div className="soft small">{below}</div>}
    </div>
  )
}
