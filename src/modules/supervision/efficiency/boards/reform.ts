import { dayNumber, type Day } from '#kernel/day.ts'
import type { VersionFigures } from '#modules/catalogue/index.ts'
import type { Measures } from '../shelf.ts'
import { casesBy, numberAt, within } from './cases.ts'
import { monthBefore, monthDays } from './central.ts'
import { shareFigure, spreadFigure } from './figure.ts'

/** What is said of the reform, each recomputed from cases and published versions (ITEM-40). */
export const REFORM_FIGURES = {
  items: { zh: '事项数', en: 'Items', of: 'items' },
  steps: { zh: '每件环节', en: 'Steps a case', of: 'cases' },
  days: { zh: '用时中位', en: 'Median working days', of: 'cases' },
  slowDays: { zh: '九成位', en: 'Ninth decile, working days', of: 'cases' },
  fees: { zh: '收费项目', en: 'Kinds of fee', of: 'items' },
  inHall: { zh: '全程在厅%', en: 'Wholly in the hall (%)', of: 'cases' },
  seals: { zh: '每件盖章', en: 'Seals a case', of: 'cases' },
  trips: { zh: '每件跑动', en: 'Trips a case', of: 'cases' },
} as const
export type ReformFigure = keyof typeof REFORM_FIGURES
export const REFORM_CODES = Object.keys(REFORM_FIGURES) as ReformFigure[]

export interface Quarter {
  readonly quarter: string
  readonly cases: readonly number[]
  readonly values: Readonly<Record<ReformFigure, number | null>>
  readonly isSmall: boolean
}

/** `2026-Q3` as day numbers. */
export function quarterDays(quarter: string): { readonly first: number; readonly last: number } {
  const [year, number] = [quarter.slice(0, 4), Number(quarter.slice(6))]
  const month = `${year}-${String(number * 3 - 2).padStart(2, '0')}`
  return { first: monthDays(month).first, last: monthDays(monthBefore(month, -2)).last }
}

const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)

/** The board of one quarter; of its cases those decided in it. Seals and trips are means, as they are commonly said. */
export function reformQuarter(
  { columns, by: { settings } }: Measures,
  quarter: string,
  versions: readonly VersionFigures[],
): Quarter {
  const span = quarterDays(quarter)
  const minimumCell = settings.number('minimumCell')
  const cases =
    casesBy(columns, (index) => (within(numberAt(columns, 'decidedDay', index), span) ? '' : undefined)).get(
      '',
    ) ?? []
  const inForce = versions.filter((one) => isInForce(one, span.last))
  const spread = (field: 'steps' | 'totalDays' | 'seals' | 'visits') =>
    spreadFigure(columns, cases, field, minimumCell)
  const [steps, days, seals, trips] = [
    spread('steps'),
    spread('totalDays'),
    spread('seals'),
    spread('visits'),
  ]
  const inHall = shareFigure(columns, cases, 'isWholly', minimumCell).value
  return {
    quarter,
    cases,
    values: {
      items: inForce.length,
      steps: tenth(steps.mean),
      days: days.value,
      slowDays: days.p90,
      fees: inForce.reduce((sum, { fees }) => sum + fees, 0),
      inHall: inHall === null ? null : tenth(inHall * 100),
      seals: tenth(seals.mean),
      trips: tenth(trips.mean),
    },
    isSmall: cases.length < minimumCell,
  }
}

const isInForce = ({ from, until, cancelledFrom }: VersionFigures, day: number): boolean =>
  dayNumber(from) <= day &&
  (until === null || dayNumber(until) > day) &&
  (cancelledFrom === null || dayNumber(cancelledFrom as Day) > day)
