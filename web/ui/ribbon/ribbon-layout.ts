import type { RibbonDay } from '#modules/supervision/contract.ts'

/** One day as it is drawn: where it stands, and what it is to the reader. */
export interface RibbonCell {
  readonly of: RibbonDay
  readonly line: number
  readonly x: number
  readonly width: number
  /** The running number of a counted day, null on days that do not count. */
  readonly count: number | null
  readonly passed: boolean
  readonly today: boolean
  /** The first day of an appended extension carries its edge. */
  readonly extensionEdge: boolean
}

export const CELL = { counted: 20, resting: 9, gap: 2, lineHeight: 62 } as const

/**
 * Lays the days out line by line, as many as the width takes. Rest days are thin; counted days carry their number.
 * `today` is a day; days before it have passed.
 */
export function layRibbon(days: readonly RibbonDay[], today: string, width: number): RibbonCell[] {
  let line = 0
  let x = 0
  let count = 0
  return days.map((of, index) => {
    const own = isThin(of) ? CELL.resting : CELL.counted
    if (x > 0 && x + own > width) {
      line++
      x = 0
    }
    const cell: RibbonCell = {
      of,
      line,
      x,
      width: own,
      count: of.counts ? ++count : null,
      passed: of.day < today,
      today: of.day === today,
      extensionEdge: of.extended && !days[index - 1]?.extended,
    }
    x += own + CELL.gap
    return cell
  })
}

const isThin = (day: RibbonDay) => day.kind === 'resting' && !day.suspended && !day.counts

/** What a day is called, in the order in which the reasons outweigh each other. */
export type DayPart = 'trigger' | 'suspended' | 'madeUp' | 'working' | 'unannounced' | 'resting' | 'uncounted'

export function partOf(day: RibbonDay): DayPart {
  if (day.kind === 'trigger') return 'trigger'
  if (day.suspended) return 'suspended'
  if (day.kind === 'unannounced') return 'unannounced'
  if (day.madeUp && day.counts) return 'madeUp'
  if (day.counts) return 'working'
  return day.kind === 'resting' ? 'resting' : 'uncounted'
}
