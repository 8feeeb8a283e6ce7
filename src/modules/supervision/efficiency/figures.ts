import { type Day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { quantile, sharesOf, sortedValues, spreadsOf, type Summary } from '#engines/measures/index.ts'
import { type CaseColumns, textAt } from './columns.ts'
import { type Dimension, type IndicatorCode, INDICATORS } from '../indicator-shapes.ts'
import type { Measures } from './shelf.ts'
import { type Subjects, subjectsFor } from './subjects.ts'

/** Which subjects are asked about. Days are both counted. */
export interface Asked {
  readonly from: Day
  readonly until: Day
  readonly unit?: string | undefined
  readonly item?: string | undefined
  readonly officer?: string | undefined
  readonly tier?: string | undefined
  readonly place?: string | undefined
}

export interface GroupFigure extends Summary {
  /** The code of the group along its dimension: a unit, `2026-03`, an account, … */
  readonly group: string
}

/** One indicator as it is asked about, ready to be summed up. */
interface Selection extends Subjects {
  readonly columns: CaseColumns
  readonly code: IndicatorCode
  readonly minimumCell: number
  readonly isAsked: (index: number) => boolean
}

export const todayOf = ({ by }: Measures): number => dayNumberAt(DEFAULT_ZONE, by.now)

export function select(measures: Measures, code: IndicatorCode, asked: Asked): Selection {
  const { columns, by } = measures
  const subjects = subjectsFor(columns, code, todayOf(measures))
  const [from, until] = [dayNumber(asked.from), dayNumber(asked.until)]
  const { texts } = columns
  const fixed = (['unit', 'item', 'tier', 'place'] as const).flatMap((name) => {
    const wanted = asked[name]
    return wanted === undefined
      ? []
      : [{ codes: texts[name].codes, code: texts[name].values.indexOf(wanted) }]
  })
  const isAsked = (index: number) => {
    const day = subjects.dayOf(index)
    if (!(day >= from && day <= until)) return false
    const place = subjects.caseOf(index)
    if (!fixed.every(({ codes, code }) => codes[place] === code)) return false
    return asked.officer === undefined || subjects.officerOf(index) === asked.officer
  }
  return { ...subjects, columns, code, isAsked, minimumCell: by.settings.number('minimumCell') }
}

const summaries = (code: IndicatorCode) => (INDICATORS[code].unit === 'share' ? sharesOf : spreadsOf)

/** The indicator over everything asked about. */
export function overall(selection: Selection): Summary {
  const [whole] = summaries(selection.code)({
    ...selection,
    groups: 1,
    groupOf: (index) => (selection.isAsked(index) ? 0 : -1),
  })
  return whole as Summary
}

/** The indicator group by group; groups without a subject do not appear. */
export function grouped(selection: Selection, dimension: Dimension): GroupFigure[] {
  const nameOf = namer(selection, dimension)
  const names = new Map<string, number>()
  const groups = new Int32Array(selection.count)
  for (let index = 0; index < selection.count; index++) {
    groups[index] = -1
    if (Number.isNaN(selection.valueOf(index)) || !selection.isAsked(index)) continue
    const name = nameOf(index)
    let group = names.get(name)
    if (group === undefined) names.set(name, (group = names.size))
    groups[index] = group
  }
  const figures = summaries(selection.code)({
    ...selection,
    groups: names.size,
    groupOf: (index) => groups[index] as number,
  })
  return [...names.keys()].map((group, place) => ({ group, ...(figures[place] as Summary) }))
}

/** What a subject is called along a dimension. */
export function namer(selection: Subjects & { readonly columns: CaseColumns }, dimension: Dimension) {
  const { texts } = selection.columns
  if (dimension === 'officer') return selection.officerOf
  if (dimension === 'week' || dimension === 'month' || dimension === 'quarter') {
    return (index: number) => periodOf(selection.dayOf(index), dimension)
  }
  const column = texts[dimension]
  return (index: number) => textAt(column, selection.caseOf(index))
}

/** Day 0 was a Thursday: the Monday of its week lies three days before. */
const MONDAY_SHIFT = 3

type Span = 'week' | 'month' | 'quarter'
/** Every board asks for the same few thousand days, once for each case. */
const named: Readonly<Record<Span, Map<number, string>>> = {
  week: new Map(),
  month: new Map(),
  quarter: new Map(),
}

/** `2026-03`, `2026-Q1`, or the Monday that a week begins with. */
export function periodOf(day: number, period: Span): string {
  const known = named[period].get(day)
  if (known !== undefined) return known
  const name = nameOfPeriod(day, period)
  named[period].set(day, name)
  return name
}

function nameOfPeriod(day: number, period: Span): string {
  if (period === 'week') return dayOfNumber(day - ((day + MONDAY_SHIFT) % 7))
  const text = dayOfNumber(day)
  return period === 'month'
    ? text.slice(0, 7)
    : `${text.slice(0, 4)}-Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`
}

export interface ListedSubject {
  readonly caseIndex: number
  readonly value: number
  readonly officer: string
}

/** The subjects of a figure, the worst first; of one group only where it is named. */
export function listed(
  selection: Selection,
  {
    by,
    group,
    part,
  }: {
    readonly by?: Dimension | undefined
    readonly group?: string | undefined
    readonly part?: 'hits' | 'misses' | undefined
  },
): ListedSubject[] {
  const nameOf = by === undefined || group === undefined ? undefined : namer(selection, by)
  const found: ListedSubject[] = []
  for (let index = 0; index < selection.count; index++) {
    const value = selection.valueOf(index)
    if (Number.isNaN(value) || !selection.isAsked(index)) continue
    if (nameOf && nameOf(index) !== group) continue
    if (part !== undefined && (part === 'hits') !== (value === 1)) continue
    found.push({ caseIndex: selection.caseOf(index), value, officer: selection.officerOf(index) })
  }
  const worstHigh = INDICATORS[selection.code].worst === 'high'
  return found.sort(
    (a, b) => (worstHigh ? b.value - a.value : a.value - b.value) || a.caseIndex - b.caseIndex,
  )
}

const BARS = 30
const WIDTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/** The distribution: bars of equal width, the tail beyond the last drawn one in it. */
export function distribution(selection: Selection): { readonly upTo: number; readonly count: number }[] {
  const [values] = sortedValues({
    ...selection,
    groups: 1,
    groupOf: (index) => (selection.isAsked(index) ? 0 : -1),
  })
  if (!values || values.length === 0 || INDICATORS[selection.code].unit === 'share') return []
  const reach = quantile(values, 0.99) ?? 0
  const width = WIDTHS.find((one) => reach / one < BARS) ?? 2000
  const bars = new Map<number, number>()
  const last = Math.max(1, Math.ceil(reach / width))
  for (const value of values) {
    const bar = Math.min(last, Math.ceil(value / width))
    bars.set(bar, (bars.get(bar) ?? 0) + 1)
  }
  const highest = values.at(-1) as number
  return Array.from({ length: last + 1 }, (_, bar) => ({
    upTo: bar === last ? Math.max(highest, bar * width) : bar * width,
    count: bars.get(bar) ?? 0,
  }))
}
