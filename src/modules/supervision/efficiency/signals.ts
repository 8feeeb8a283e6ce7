import { periodOf } from './figures.ts'
import { burdens, burdenSignals } from './boards/burden.ts'
import { saidAt } from './boards/cases.ts'
import { centralMonth, type CentralMonth, centralSignals } from './boards/central.ts'
import { changesOf, changeSignals } from './boards/changes.ts'
import type { Boards } from './boards/context.ts'
import { paceSignals } from './boards/pace-signals.ts'
import { sideSignals } from './boards/sides.ts'
import { limitSignals, simpleSignals } from './boards/simple.ts'
import { tailSignals } from './boards/tails.ts'
import { tierSignals, tierWeeks } from './boards/tiers.ts'
import { windowSignals, windowWeeks } from './boards/windows.ts'
import type { Signal } from '../signal-shapes.ts'
import { silentUnits, sourceSignals } from './sources/sources.ts'

/** Everything that a person should look at, of the cases and sources that a reader may see. */
export function signalsOf(boards: Boards): Signal[] {
  const { measures, span, versions, stationed, tiers, visited, sources } = boards
  const signals = [
    ...paceSignals(measures, span),
    ...sideSignals(measures, span),
    ...simpleSignals(measures),
    ...limitSignals(measures, span, versions),
    ...changeSignals(changesOf(measures, versions)),
    ...burdenSignals(burdens(measures, span, visited), measures.by),
    ...tailSignals(measures, span),
    ...centralSignals(centralNow(boards)),
    ...windowSignals(windowWeeks(measures, span, stationed)),
    ...tierSignals(tierWeeks(measures, span, tiers), measures),
    ...sourceSignals(sources),
    ...silentSignals(boards),
  ]
  // What cases show comes before what is not there.
  return signals.sort((a, b) => Number(b.cases.length > 0) - Number(a.cases.length > 0))
}

/** The month in which the span ends, department by department. */
export const centralNow = (boards: Boards): CentralMonth[] => {
  const { measures, span, versions } = boards
  return responsible(boards).map((unit) =>
    centralMonth(measures, { unit, month: periodOf(span.last, 'month') }, versions),
  )
}

/** Departments that answer for items, and of which neither a case nor a report is known. */
export const silentSignals = (boards: Boards): Signal[] => silentUnits(responsible(boards), heardOf(boards))

/** Departments that answer for items. */
export const responsible = ({ versions }: Pick<Boards, 'versions'>): string[] =>
  [
    ...new Set(
      versions.filter((one) => one.cancelledFrom === null && one.until === null).map(({ unit }) => unit),
    ),
  ].sort()

function heardOf({ measures: { columns }, sources, span }: Boards): ReadonlySet<string> {
  const units = new Set(sources.map(({ unit }) => unit))
  const { receivedDay, endedDay } = columns.numbers
  for (let index = 0; index < columns.count; index++) {
    const inSpan = (receivedDay[index] as number) <= span.last && !((endedDay[index] as number) < span.first)
    if (inSpan) units.add(saidAt(columns, 'unit', index))
  }
  return units
}

/** The name by which a signal is opened. */
export const signalKey = ({ code, unit, subject }: Signal): string => `${code}|${unit}|${subject}`
