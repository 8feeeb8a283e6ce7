import { type CaseColumns, textAt } from './columns.ts'
import type { StintKind } from './fact-shape.ts'
import type { IndicatorCode } from '../indicator-shapes.ts'
import type { NumberField } from './measured.ts'

/**
 * What an indicator is counted over: cases, or turns of desks. `dayOf` is the day by which a subject falls into a span,
 * `officerOf` whose it is.
 */
export interface Subjects {
  readonly count: number
  readonly caseOf: (index: number) => number
  readonly valueOf: (index: number) => number
  readonly dayOf: (index: number) => number
  readonly officerOf: (index: number) => string
}

interface OfCases {
  readonly of: 'cases'
  readonly field: NumberField
  /** The day of receipt, of the decision, or, for what is judged while open as well, today until it is over. */
  readonly day: 'received' | 'decided' | 'standing' | 'delivered'
  readonly officer: 'acceptor' | 'decider'
}

interface OfStints {
  readonly of: 'stints'
  readonly field: 'hours' | 'days'
  readonly kinds: readonly StintKind[]
}

const SOURCES: Readonly<Record<IndicatorCode, OfCases | OfStints>> = {
  onTime: { of: 'cases', field: 'isOnTime', day: 'standing', officer: 'decider' },
  startDays: { of: 'cases', field: 'startDays', day: 'received', officer: 'acceptor' },
  handlingDays: { of: 'cases', field: 'handlingDays', day: 'decided', officer: 'decider' },
  never: { of: 'cases', field: 'isNever', day: 'received', officer: 'acceptor' },
  totalDays: { of: 'cases', field: 'totalDays', day: 'decided', officer: 'decider' },
  deliverDays: { of: 'cases', field: 'deliverDays', day: 'delivered', officer: 'decider' },
  firstActHours: { of: 'stints', field: 'hours', kinds: ['answer', 'step'] },
  decideDays: { of: 'stints', field: 'days', kinds: ['decide'] },
  idleDays: { of: 'cases', field: 'idleDays', day: 'standing', officer: 'acceptor' },
  lastDay: { of: 'cases', field: 'isLastDay', day: 'decided', officer: 'decider' },
  wholly: { of: 'cases', field: 'isWholly', day: 'decided', officer: 'decider' },
  byWindow: { of: 'cases', field: 'isByWindow', day: 'decided', officer: 'decider' },
  granted: { of: 'cases', field: 'isGranted', day: 'decided', officer: 'decider' },
  seals: { of: 'cases', field: 'seals', day: 'decided', officer: 'decider' },
  visits: { of: 'cases', field: 'visits', day: 'decided', officer: 'acceptor' },
  atOnce: { of: 'cases', field: 'isAtOnce', day: 'decided', officer: 'decider' },
  satisfied: { of: 'cases', field: 'isSatisfied', day: 'decided', officer: 'acceptor' },
}

/** The subjects of an indicator in the columns; `today` is where open cases stand. */
export function subjectsFor(columns: CaseColumns, code: IndicatorCode, today: number): Subjects {
  const source = SOURCES[code]
  return source.of === 'stints' ? turnsOf(columns, source) : casesOf(columns, source, today)
}

function casesOf(
  { count, numbers, texts }: CaseColumns,
  { field, day, officer }: OfCases,
  today: number,
): Subjects {
  const value = numbers[field]
  const { receivedDay, decidedDay, endedDay, deliveredDay } = numbers
  const standing = (index: number) => (Number.isNaN(endedDay[index]) ? today : (endedDay[index] as number))
  const days = {
    received: (index: number) => receivedDay[index] as number,
    decided: (index: number) => decidedDay[index] as number,
    delivered: (index: number) => deliveredDay[index] as number,
    standing,
  }
  return {
    count,
    caseOf: (index) => index,
    valueOf: (index) => value[index] as number,
    dayOf: days[day],
    officerOf: (index) => textAt(texts[officer], index),
  }
}

function turnsOf({ stints }: CaseColumns, { field, kinds }: OfStints): Subjects {
  const value = stints[field]
  const wanted = new Set(kinds)
  return {
    count: stints.count,
    caseOf: (index) => stints.caseIndex[index] as number,
    valueOf: (index) => (wanted.has(stints.kind[index] as StintKind) ? (value[index] as number) : NaN),
    dayOf: (index) => stints.toDay[index] as number,
    officerOf: (index) => textAt(stints.by, index),
  }
}
