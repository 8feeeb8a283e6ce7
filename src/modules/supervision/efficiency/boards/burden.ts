import type { Summary } from '#engines/measures/index.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { casesBy, type Days, numberAt, saidAt, within } from './cases.ts'
import { spreadFigure } from './figure.ts'

/** 盖章与跑动 of an item beside its targets (ITEM-21). */
export interface Burden {
  readonly item: string
  readonly unit: string
  readonly cases: readonly number[]
  readonly seals: Summary
  readonly visits: Summary
  readonly sealTarget: number
  readonly visitTarget: number
  /** Visits to the hall for this item of which neither a case nor the advice log knows. */
  readonly unlogged: number
  readonly isOverTarget: boolean
}

export interface Visited {
  /** Numbers of the queue that were served, by item. */
  readonly served: ReadonlyMap<string, number>
  /** Questions that were written down, by item. */
  readonly advised: ReadonlyMap<string, number>
}

/** Items with cases decided in a span, those with the most seals and visits first. */
export function burdens({ columns, by: { settings } }: Measures, span: Days, visited: Visited): Burden[] {
  const minimumCell = settings.number('minimumCell')
  const items = casesBy(columns, (index) =>
    within(numberAt(columns, 'decidedDay', index), span) ? saidAt(columns, 'item', index) : undefined,
  )
  const atCounter = countAtCounter({ columns }, span)
  const rows = [...items].map(([item, cases]): Burden => {
    const [seals, visits] = (['seals', 'visits'] as const).map((field) =>
      spreadFigure(columns, cases, field, minimumCell),
    ) as [Summary, Summary]
    const [sealTarget, visitTarget] = [
      settings.number('sealTarget', item),
      settings.number('visitTarget', item),
    ]
    const known = (atCounter.get(item) ?? 0) + (visited.advised.get(item) ?? 0)
    return {
      ...{
        item,
        unit: saidAt(columns, 'unit', cases[0] as number),
        cases,
        seals,
        visits,
        sealTarget,
        visitTarget,
      },
      unlogged: Math.max(0, (visited.served.get(item) ?? 0) - known),
      isOverTarget: (seals.value ?? 0) > sealTarget || (visits.value ?? 0) > visitTarget,
    }
  })
  return rows.sort((a, b) => weightOf(b) - weightOf(a) || (a.item < b.item ? -1 : 1))
}

const weightOf = ({ seals, visits }: Burden): number => (seals.mean ?? 0) + (visits.mean ?? 0)

/** Days on which somebody stood at a counter for a case of the item. */
function countAtCounter({ columns }: Pick<Measures, 'columns'>, span: Days): Map<string, number> {
  const counts = new Map<string, number>()
  for (let index = 0; index < columns.count; index++) {
    if (!within(numberAt(columns, 'receivedDay', index), span)) continue
    const item = saidAt(columns, 'item', index)
    counts.set(item, (counts.get(item) ?? 0) + numberAt(columns, 'visits', index))
  }
  return counts
}

export const burdenSignals = (rows: readonly Burden[], { settings }: Measures['by']): Signal[] =>
  rows.flatMap(
    ({ item: subject, unit, cases, seals, visits, sealTarget, visitTarget, unlogged, isOverTarget }) => {
      const signals: Signal[] = []
      if (isOverTarget && !seals.isSmall) {
        const because = {
          zh: `盖章（签批）中位数 ${seals.value}（目标 ${sealTarget}），跑动 ${visits.value}（目标 ${visitTarget}）`,
          en: `Median seals ${seals.value} (target ${sealTarget}), visits ${visits.value} (target ${visitTarget})`,
        }
        signals.push({ code: 'overTarget', unit, subject, because, cases })
      }
      if (unlogged >= settings.number('minimumCell')) {
        const because = {
          zh: `叫号接待中有 ${unlogged} 次既没有办件也没有咨询记录`,
          en: `${unlogged} people were served at the counter without a case or an entry in the advice log`,
        }
        signals.push({ code: 'unloggedVisits', unit, subject, because, cases: [] })
      }
      return signals
    },
  )
