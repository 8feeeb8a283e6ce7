import type { CardCell, CaseCell } from './cells.ts'

/** How the cases of a unit in a log stand: what the overview and the comparison of units show. */
export interface CaseTotal {
  readonly cases: number
  readonly events: number
  readonly open: number
  readonly suspended: number
  /** Unfinished, a due instant near. */
  readonly soon: number
  readonly overdueYellow: number
  readonly overdueRed: number
  /** Unfinished and past a due instant. */
  readonly overdue: number
  /** Concluded, with a due instant known, so that being in time can be said. */
  readonly concluded: number
  readonly onTime: number
  readonly early: number
}

/** The part of a total that one cell makes up, for `cases` of its cases. */
export function totalOf({ state, colour, late, timed, early }: CaseCell, cases: number): CaseTotal {
  const where = (fits: boolean) => (fits ? cases : 0)
  const unfinished = state !== 'concluded'
  const concluded = state === 'concluded' && timed
  return {
    cases,
    events: 0,
    open: where(state === 'open'),
    suspended: where(state === 'suspended'),
    soon: where(unfinished && colour === 'soon'),
    overdueYellow: where(unfinished && colour === 'yellow'),
    overdueRed: where(unfinished && colour === 'red'),
    overdue: where(unfinished && late),
    concluded: where(concluded),
    onTime: where(concluded && !late),
    early: where(concluded && early),
  }
}

const sumOf = (a: CaseTotal, b: CaseTotal): CaseTotal => ({
  cases: a.cases + b.cases,
  events: a.events + b.events,
  open: a.open + b.open,
  suspended: a.suspended + b.suspended,
  soon: a.soon + b.soon,
  overdueYellow: a.overdueYellow + b.overdueYellow,
  overdueRed: a.overdueRed + b.overdueRed,
  overdue: a.overdue + b.overdue,
  concluded: a.concluded + b.concluded,
  onTime: a.onTime + b.onTime,
  early: a.early + b.early,
})

export interface Change<Cell> {
  readonly cell: Cell
  readonly count: number
  readonly events: number
}

/** What changes of cells come to, unit by unit, in the order of the units: rows are always locked in one order. */
export function caseTotalsOf(changes: readonly Change<CaseCell>[]): { unit: string; total: CaseTotal }[] {
  const totals = new Map<string, CaseTotal>()
  for (const { cell, count, events } of changes) {
    if (cell.rule !== '') continue
    const unit = cell.unit ?? ''
    const part = { ...totalOf(cell, count), events }
    const before = totals.get(unit)
    totals.set(unit, before ? sumOf(before, part) : part)
  }
  return [...totals]
    .filter(([, total]) => Object.values(total).some((number) => number !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, total]) => ({ unit, total }))
}

export interface CardTotalChange extends Pick<CardCell, 'log' | 'rule' | 'level' | 'status'> {
  readonly unit: string
  readonly cards: number
}

/** The same for cards: months are added up. */
export function cardTotalsOf(changes: readonly Change<CardCell>[]): CardTotalChange[] {
  const totals = new Map<string, CardTotalChange>()
  for (const { cell, count } of changes) {
    const { log, rule, level, status } = cell
    const unit = cell.unit ?? ''
    const key = [log, unit, rule, level, status].join('\n')
    totals.set(key, { log, unit, rule, level, status, cards: (totals.get(key)?.cards ?? 0) + count })
  }
  return [...totals]
    .filter(([, { cards }]) => cards !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, total]) => total)
}
