import { wilson } from '#engines/measures/index.ts'
import { RULES } from '#engines/rules/index.ts'
import type { Figure, Overview, UnitFigures } from './contract.ts'
import type { Duration } from './figure-store.ts'
import { MINIMUM_CELL } from './policy.ts'
import type { CardTotal, UnitCards, UnitMedian, UnitTotal } from './total-store.ts'
import type { CaseTotal } from './totals.ts'

/** Every figure comes from totals that the append keeps, and names the list that holds exactly its subjects. */
interface Counted {
  readonly total: CaseTotal
  readonly cards: readonly CardTotal[]
  readonly durations: readonly Duration[]
  readonly log: string | undefined
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((all, row) => all + of(row), 0)

type Filter = Readonly<Record<string, string>>

function opens(list: '/cases' | '/cards', log: string | undefined, filter: Filter): string {
  const query = new URLSearchParams({ ...(log === undefined ? {} : { log }), ...filter }).toString()
  return query ? `${list}?${query}` : list
}

const opensCases = (log: string | undefined, filter: Filter) => opens('/cases', log, filter)
const opensCards = (log: string | undefined, filter: Filter) => opens('/cards', log, filter)

const count = (code: string, title: Figure['title'], value: number, opens: string): Figure => ({
  code,
  title,
  unit: 'count',
  value,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  small: false,
  opens,
})

function share(
  code: string,
  title: Figure['title'],
  { numerator, denominator, opens }: { numerator: number; denominator: number; opens: string },
): Figure {
  const { low, high } = wilson(numerator, denominator)
  const value = denominator === 0 ? null : numerator / denominator
  return {
    code,
    title,
    unit: 'share',
    value,
    numerator,
    denominator,
    low,
    high,
    small: denominator < MINIMUM_CELL,
    opens,
  }
}

const onTimeOf = ({ onTime, concluded }: CaseTotal, opens: string): Figure =>
  share(
    'onTime',
    { zh: '按时办结率', en: 'Concluded in time' },
    { numerator: onTime, denominator: concluded, opens },
  )

export const overviewOf = (counted: Counted, at: string): Overview => ({
  log: counted.log ?? null,
  at,
  figures: [...standingFigures(counted), ...concludedFigures(counted), openCardsFigure(counted)],
  durations: histogram(counted.durations),
  byRule: byRule(counted.cards),
})

/** What is in hand now. */
function standingFigures({ total, log }: Counted): Figure[] {
  const of = (filter: Filter) => opensCases(log, filter)
  return [
    count('cases', { zh: '办件总数', en: 'Cases' }, total.cases, of({})),
    count('open', { zh: '在办', en: 'Open' }, total.open, of({ state: 'open' })),
    count('suspended', { zh: '中止', en: 'Suspended' }, total.suspended, of({ state: 'suspended' })),
    count(
      'soon',
      { zh: '即将到期', en: 'Ending soon' },
      total.soon,
      of({ state: 'unfinished', colour: 'soon' }),
    ),
    count(
      'overdueYellow',
      { zh: '在办、已超承诺时限', en: 'Open past the committed limit' },
      total.overdueYellow,
      of({ state: 'unfinished', colour: 'yellow' }),
    ),
    count(
      'overdueRed',
      { zh: '在办、已超法定时限', en: 'Open past the statutory limit' },
      total.overdueRed,
      of({ state: 'unfinished', colour: 'red' }),
    ),
  ]
}

/** How that went which is done. */
function concludedFigures({ total, durations, log }: Counted): Figure[] {
  const of = (filter: Filter) => opensCases(log, { state: 'concluded', ...filter })
  const cases = sum(durations, (row) => row.cases)
  return [
    onTimeOf(total, of({ late: 'false' })),
    share(
      'early',
      { zh: '提前办结率', en: 'Concluded a day or more early' },
      { numerator: total.early, denominator: total.concluded, opens: of({ early: 'true' }) },
    ),
    count(
      'late',
      { zh: '超时办结', en: 'Concluded late' },
      total.concluded - total.onTime,
      of({ late: 'true' }),
    ),
    days('meanDays', { zh: '平均用时', en: 'Mean working days' }, mean(durations), cases, of({})),
    days('medianDays', { zh: '用时中位数', en: 'Median working days' }, median(durations), cases, of({})),
  ]
}

function openCardsFigure({ cards, log }: Counted): Figure {
  const open = cards.filter(({ status }) => status === 'raised' || status === 'answered')
  return count(
    'openCards',
    { zh: '待处理的牌', en: 'Cards not yet judged' },
    sum(open, (card) => card.cards),
    opensCards(log, { status: 'unjudged' }),
  )
}

const days = (
  code: string,
  title: Figure['title'],
  value: number | null,
  cases: number,
  opens: string,
): Figure => ({
  ...count(code, title, 0, opens),
  unit: 'workingDays',
  value,
  denominator: cases,
  small: cases < MINIMUM_CELL,
})

function mean(durations: readonly Duration[]): number | null {
  const cases = sum(durations, (row) => row.cases)
  return cases === 0 ? null : sum(durations, (row) => row.usedDays * row.cases) / cases
}

export function median(durations: readonly Duration[]): number | null {
  const cases = sum(durations, (row) => row.cases)
  if (cases === 0) return null
  const at = (place: number): number => {
    let passed = 0
    for (const row of durations) {
      passed += row.cases
      if (passed > place) return row.usedDays
    }
    return durations.at(-1)?.usedDays ?? 0
  }
  return (at(Math.floor((cases - 1) / 2)) + at(Math.floor(cases / 2))) / 2
}

const BARS = 40
const BAR_DAYS = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** Bars of equal width, or the eye would take a wider bar for more cases; narrow enough for at most forty. */
function histogram(durations: readonly Duration[]): Overview['durations'] {
  const longest = durations.at(-1)?.usedDays ?? 0
  const step = BAR_DAYS.find((days) => longest / days < BARS) ?? 1000
  const edges: number[] = []
  for (let edge = step === 1 ? 0 : step; edge < longest + step; edge += step) edges.push(edge)
  return edges.map((upTo, place) => {
    const above = place === 0 ? -1 : upTo - step
    return {
      upTo,
      count: sum(durations, (row) => (row.usedDays > above && row.usedDays <= upTo ? row.cases : 0)),
    }
  })
}

function byRule(cards: readonly CardTotal[]): Overview['byRule'] {
  const counts = new Map<string, { rule: string; level: CardTotal['level']; count: number }>()
  for (const { rule, level, status, cards: number } of cards) {
    if (status === 'withdrawn') continue
    const key = `${rule} ${level}`
    const entry = counts.get(key) ?? { rule, level, count: 0 }
    entry.count += number
    counts.set(key, entry)
  }
  return [...counts.values()]
    .map((entry) => ({
      ...entry,
      title: RULES.find(({ code }) => code === entry.rule)?.title ?? { zh: entry.rule, en: entry.rule },
    }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

export interface UnitsCounted {
  readonly log: string | undefined
  readonly totals: readonly UnitTotal[]
  readonly cards: readonly UnitCards[]
  readonly medians: readonly UnitMedian[]
  /** Names of units by id. */
  readonly names: ReadonlyMap<string, string>
}

/** Units beside each other; where a unit has too few cases its share is shown as small, and nobody is ranked by it. */
export function unitFigures({ log, totals, cards, medians, names }: UnitsCounted): UnitFigures[] {
  const cardsOf = new Map(cards.map((row) => [row.unit, row]))
  const medianOf = new Map(medians.map((row) => [row.unit, row.median]))
  return totals.map((total) => {
    const { unit, cases, open, suspended, overdue } = total
    return {
      unit,
      unitName: unit === '' ? '（未注明单位）' : (names.get(unit) ?? unit),
      cases,
      open: open + suspended,
      overdue,
      yellow: cardsOf.get(unit)?.yellow ?? 0,
      red: cardsOf.get(unit)?.red ?? 0,
      onTime: onTimeOf(total, opensCases(log, { unit, state: 'concluded', late: 'false' })),
      medianWorkingDays: medianOf.get(unit) ?? null,
    }
  })
}
