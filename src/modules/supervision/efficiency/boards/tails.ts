import type { Summary } from '#engines/measures/index.ts'
import type { VersionFigures } from '#modules/catalogue/index.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { periodOf } from '../figures.ts'
import { casesBy, type Days, numberAt, saidAt, within } from './cases.ts'
import { versionOn } from './changes.ts'
import { shareFigure, spreadFigure } from './figure.ts'
import { quarterDays } from './reform.ts'

/** An item in a quarter: median and ninth decile beside what was promised (ITEM-28). */
export interface ItemQuarter {
  readonly quarter: string
  readonly cases: readonly number[]
  readonly days: Summary
  readonly onTime: Summary
  /** Promised by the version in force at the end of the quarter, where it counts working days. */
  readonly committedDays: number | null
}

export function itemQuarters(
  { columns, by: { settings } }: Measures,
  { item, span }: { readonly item: string; readonly span: Days },
  versions: readonly VersionFigures[],
): ItemQuarter[] {
  const minimumCell = settings.number('minimumCell')
  const quarters = casesBy(columns, (index) => {
    const day = numberAt(columns, 'decidedDay', index)
    return within(day, span) && saidAt(columns, 'item', index) === item ? periodOf(day, 'quarter') : undefined
  })
  return [...quarters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, cases]) => {
      const committed = versionOn(versions, item, quarterDays(quarter).last)?.committed
      return {
        ...{ quarter, cases, days: spreadFigure(columns, cases, 'totalDays', minimumCell) },
        onTime: shareFigure(columns, cases, 'isOnTime', minimumCell),
        committedDays: committed?.unit === 'workingDays' ? committed.length : null,
      }
    })
}

/** 平均数盖住慢件: on average within the promise, while one in ten takes much longer. */
export function tailSignals({ columns, by: { settings } }: Measures, span: Days): Signal[] {
  const minimumCell = settings.number('minimumCell')
  const items = casesBy(columns, (index) =>
    within(numberAt(columns, 'decidedDay', index), span) ? saidAt(columns, 'item', index) : undefined,
  )
  return [...items].flatMap(([item, cases]) => {
    const days = spreadFigure(columns, cases, 'totalDays', minimumCell)
    const promised = Math.max(...cases.map((index) => numberAt(columns, 'committedDays', index) || 0))
    const hides = (days.mean ?? 0) <= promised && (days.p90 ?? 0) > promised
    if (days.isSmall || promised === 0 || !hides) return []
    const slow = cases.filter((index) => numberAt(columns, 'totalDays', index) > promised)
    const because = {
      zh: `平均 ${(days.mean ?? 0).toFixed(1)} 个工作日，在承诺的 ${promised} 之内；但每十件有一件超过 ${days.p90}`,
      en: `${(days.mean ?? 0).toFixed(1)} working days on average, within the ${promised} promised; but one in ten took ${days.p90} or more`,
    }
    const unit = saidAt(columns, 'unit', cases[0] as number)
    return [{ code: 'hiddenTail' as const, unit, subject: item, because, cases: slow }]
  })
}
