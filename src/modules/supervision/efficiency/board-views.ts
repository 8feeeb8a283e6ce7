import type { Bilingual } from '#kernel/refusal.ts'
import { wilson } from '#engines/measures/index.ts'
import { instantText } from '../moments.ts'
import type {
  BurdenView,
  CentralView,
  ChangeView,
  SideComparisonView,
  SignalView,
  SourceView,
  TierView,
  WindowWeekView,
} from '../board-contract.ts'
import type { Burden } from './boards/burden.ts'
import { type CentralMonth, centralRate } from './boards/central.ts'
import type { Change, Period } from './boards/changes.ts'
import type { Side, SideComparison } from './boards/sides.ts'
import { SIDES } from './boards/sides.ts'
import type { TierWeek } from './boards/tiers.ts'
import type { WindowWeek } from './boards/windows.ts'
import { TIERS } from '../indicator-shapes.ts'
import type { Names } from './naming.ts'
import { type Signal, SIGNALS } from '../signal-shapes.ts'
import { signalKey } from './signals.ts'
import type { Source } from './sources/sources.ts'

/** What things are called on a board. */
export interface Called extends Names {
  readonly item: (item: string) => Bilingual
}

const titled = (code: Signal['code']) => ({ code, title: { zh: SIGNALS[code].zh, en: SIGNALS[code].en } })
const unitOf = (unit: string, called: Called) => ({
  unit,
  unitName: unit === '' ? { zh: '全域', en: 'everywhere' } : called.unit(unit),
})
const itemOf = (item: string, called: Called) => ({ item, itemName: called.item(item) })
const tierName = (tier: string): Bilingual => TIERS[tier as keyof typeof TIERS] ?? { zh: tier, en: tier }

export const signalView = (signal: Signal, called: Called): SignalView => ({
  key: signalKey(signal),
  ...titled(signal.code),
  row: SIGNALS[signal.code].row,
  ...unitOf(signal.unit, called),
  subject: signal.subject,
  subjectName: subjectName(signal, called),
  because: signal.because,
  cases: signal.cases.length,
})

function subjectName({ code, subject }: Signal, called: Called): Bilingual {
  if (subject === '') return { zh: '', en: '' }
  if (code === 'lastMinute' || code === 'emptyAct') return both(called.person(subject))
  if (code === 'tierMissing' || code === 'paperTier') return tierName(subject)
  if (code === 'unequal') return SIDES[subject as keyof typeof SIDES] ?? both(subject)
  return called.item(subject)
}

const both = (text: string): Bilingual => ({ zh: text, en: text })

export const windowView = (row: WindowWeek, called: Called): WindowWeekView => ({
  key: `${row.unit}|${row.week}`,
  ...unitOf(row.unit, called),
  week: row.week,
  received: row.received.length,
  accepted: row.accepted.length,
  decided: row.decided.length,
  byWindow: row.byWindow.length,
  certificates: row.certificates.length,
})

export const centralView = (row: CentralMonth, called: Called): CentralView => {
  const named = (items: readonly string[]) => items.map((item) => itemOf(item, called))
  return {
    key: `${row.unit}|${row.month}`,
    ...unitOf(row.unit, called),
    month: row.month,
    rate: centralRate(row),
    ...wilson(row.wholly.length, row.items.length - row.unused.length),
    items: row.items.length,
    ...{ wholly: named(row.wholly), partly: named(row.partly), dead: named(row.dead) },
    unused: row.unused.length,
    whollyCases: row.whollyCases.length,
    partlyCases: row.partlyCases.length,
  }
}

export const tierView = ({ tier, week, received, decided, ...figures }: TierWeek): TierView => ({
  key: `${tier}|${week}`,
  ...{ tier, tierName: tierName(tier), week, received: received.length, decided: decided.length },
  ...figures,
  isMissing: received.length + decided.length === 0,
})

const periodView = ({ version, cases, days, seals, visits }: Period): ChangeView['before'] => ({
  ...{ version: version.version, from: version.from, steps: version.steps, forms: version.forms },
  ...{ materials: version.materials, plannedVisits: version.visits },
  committed: version.committed && `${version.committed.length} ${version.committed.unit}`,
  ...{ cases: cases.length, days, seals, visits },
})

export const changeView = ({ before, after, slower, flags }: Change, called: Called): ChangeView => ({
  key: `${after.version.item}@${after.version.version}`,
  ...unitOf(after.version.unit, called),
  ...itemOf(after.version.item, called),
  ...{ before: periodView(before), after: periodView(after), slower, flags: flags.map(titled) },
})

export const burdenView = ({ item, unit, cases, ...rest }: Burden, called: Called): BurdenView => ({
  key: item,
  ...unitOf(unit, called),
  ...itemOf(item, called),
  cases: cases.length,
  ...rest,
})

export function sideView({ side, one, other, ...rest }: SideComparison): SideComparisonView {
  const { zh, en, one: first, other: second } = SIDES[side]
  const view = (title: Bilingual, { cases, granted, pace }: Side) => ({
    title,
    cases: cases.length,
    granted,
    pace,
  })
  return { key: side, title: { zh, en }, one: view(first, one), other: view(second, other), ...rest }
}

export const sourceView = (
  { unit, lastAt, failures, flags, days, ...row }: Source,
  called: Called,
): SourceView => ({
  ...row,
  ...unitOf(unit, called),
  lastAt: lastAt === 0 ? null : instantText(lastAt),
  days: [...days],
  failures: failures.map((failure) => ({ ...failure, lastAt: instantText(failure.lastAt) })),
  flags: flags.map(titled),
})
