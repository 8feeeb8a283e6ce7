export interface RibbonMark {
  readonly day: string
  /** ▲ committed · ◆ statutory · ● concluded */
  readonly shape: 'committed' | 'statutory' | 'concluded'
}

const SHAPES = {
  committed: 'M0 -5.5 L6 5 L-6 5 Z',
  statutory: 'M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 Z',
  concluded: 'M-5 0 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0',
} as const

export function MarkShape({
  shape,
  x,
  y,
}: {
  readonly shape: RibbonMark['shape']
  readonly x: number
  readonly y: number
}) {
  return (
    <path
      className={`ribbon-mark ribbon-mark-${shape}`}
      d={SHAPES[shape]}
      transform={`translate(${x} ${y})`}
    />
  )
}
