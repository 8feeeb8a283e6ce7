import { wilson } from '#engines/measures/index.ts'
import { RULES } from '#engines/rules/index.ts'
import type { Figure, Overview, UnitFigures } from './contract.ts'
import type { CardCount, CellCount, Duration } from './figure-store.ts'
import { MINIMUM_CELL } from './policy.ts'

/** Every figure is a sum over cells and names the list that holds exactly its subjects. */
interface Counted {
  readonly cells: readonly CellCount[]
  readonly cards: readonly CardCount[]
  readonly durations: readonly Duration[]
  readonly log: string | undefined
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((all, row) => all + of(row), 0)

const casesWhere = (cells: readonly CellCount[], fits: (cell: CellCount) => boolean): number =>
  sum(cells, (cell) => (fits(cell) ? cell.cases : 0))

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

const isConcluded = ({ state, timed }: CellCount) => state === 'concluded' && timed
const onTimeOf = (cells: readonly CellCount[], opens: string): Figure =>
  share(
    'onTime',
    { zh: '按时办结率', en: 'Concluded in time' },
    {
      numerator: casesWhere(cells, (cell) => isConcluded(cell) && !cell.late),
      denominator: casesWhere(cells, isConcluded),
      opens,
    },
  )

export function overviewOf({ cells, cards, durations, log }: Counted, at: string): Overview {
  const concluded = casesWhere(cells, isConcluded)
  const open = casesWhere(cells, ({ state }) => state !== 'concluded')
  const of = (filter: Record<string, string>) => opensCases(log, filter)
  const openIn = (colour: CellCount['colour']) =>
    casesWhere(cells, (cell) => cell.state !== 'concluded' && cell.colour === colour)
  const timed = timedDurations(durations)
  const openCards = cards.filter(({ status }) => status === 'raised' || status === 'answered')
  const figures: Figure[] = [
    count(
      'cases',
      { zh: '办件总数', en: 'Cases' },
      sum(cells, (cell) => cell.cases),
      of({}),
    ),
    count(
      'open',
      { zh: '在办', en: 'Open' },
      casesWhere(cells, ({ state }) => state === 'open'),
      of({ state: 'open' }),
    ),
    count(
      'suspended',
      { zh: '中止', en: 'Suspended' },
      open - casesWhere(cells, ({ state }) => state === 'open'),
      of({ state: 'suspended' }),
    ),
    count(
      'soon',
      { zh: '即将到期', en: 'Ending soon' },
      openIn('soon'),
      of({ state: 'unfinished', colour: 'soon' }),
    ),
    count(
      'overdueYellow',
      { zh: '在办、已超承诺时限', en: 'Open past the committed limit' },
      openIn('yellow'),
      of({ state: 'unfinished', colour: 'yellow' }),
    ),
    count(
      'overdueRed',
      { zh: '在办、已超法定时限', en: 'Open past the statutory limit' },
      openIn('red'),
      of({ state: 'unfinished', colour: 'red' }),
    ),
    onTimeOf(cells, of({ state: 'concluded', late: 'false' })),
    share(
      'early',
      { zh: '提前办结率', en: 'Concluded a day or more early' },
      {
        numerator: casesWhere(cells, (cell) => isConcluded(cell) && cell.early),
        denominator: concluded,
        opens: of({ state: 'concluded', early: 'true' }),
      },
    ),
    count(
      'late',
      { zh: '超时办结', en: 'Concluded late' },
      casesWhere(cells, (cell) => isConcluded(cell) && cell.late),
      of({ state: 'concluded', late: 'true' }),
    ),
    days(
      'meanDays',
      { zh: '平均用时', en: 'Mean working days' },
      mean(timed),
      sum(timed, (row) => row.cases),
      of({ state: 'concluded' }),
    ),
    days(
      'medianDays',
      { zh: '用时中位数', en: 'Median working days' },
      median(timed),
      sum(timed, (row) => row.cases),
      of({ state: 'concluded' }),
    ),
    count(
      'openCards',
      { zh: '待处理的牌', en: 'Cards not yet judged' },
      sum(openCards, (card) => card.cards),
      opensCards(log, { status: 'unjudged' }),
    ),
  ]
  return { log: log ?? null, at, figures, durations: histogram(timed), byRule: byRule(cards) }
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

/** Working days used, all units together. */
function timedDurations(durations: readonly Duration[]): { usedDays: number; cases: number }[] {
  const all = new Map<number, number>()
  for (const { usedDays, cases } of durations) all.set(usedDays, (all.get(usedDays) ?? 0) + cases)
  return [...all].map(([usedDays, cases]) => ({ usedDays, cases })).sort((a, b) => a.usedDays - b.usedDays)
}

function mean(durations: readonly { usedDays: number; cases: number }[]): number | null {
  const cases = sum(durations, (row) => row.cases)
  return cases === 0 ? null : sum(durations, (row) => row.usedDays * row.cases) / cases
}

export function median(durations: readonly { usedDays: number; cases: number }[]): number | null {
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
function histogram(durations: readonly { usedDays: number; cases: number }[]): Overview['durations'] {
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

function byRule(cards: readonly CardCount[]): Overview['byRule'] {
  const counts = new Map<string, { rule: string; level: CardCount['level']; count: number }>()
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

/** Units beside each other; where a unit has too few cases its share is shown as small, and nobody is ranked by it. */
export function unitFigures(
  { cells, cards, durations, log }: Counted,
  nameOf: (unit: string) => string,
): UnitFigures[] {
  const units = [...new Set(cells.map(({ unit }) => unit ?? ''))].sort()
  return units.map((unit) => {
    const own = cells.filter((cell) => (cell.unit ?? '') === unit)
    const ownCards = cards.filter((card) => (card.unit ?? '') === unit && card.status !== 'withdrawn')
    const level = (wanted: CardCount['level']) =>
      sum(ownCards, (card) => (card.level === wanted ? card.cards : 0))
    return {
      unit,
      unitName: unit === '' ? '（未注明单位）' : nameOf(unit),
      cases: sum(own, (cell) => cell.cases),
      open: casesWhere(own, ({ state }) => state !== 'concluded'),
      overdue: casesWhere(own, (cell) => cell.state !== 'concluded' && cell.late),
      yellow: level('yellow'),
      red: level('red'),
      onTime: onTimeOf(own, opensCases(log, { unit, state: 'concluded', late: 'false' })),
      medianWorkingDays: median(timedDurations(durations.filter((row) => row.unit === unit))),
    }
  })
}
