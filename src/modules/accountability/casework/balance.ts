import { type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import {
  findAllFindings,
  type FindingState,
  findingStream,
  isSealed,
  severityOf,
} from '#modules/findings/index.ts'
import type { reconcileInvestigations } from '../casework-contract.ts'
import { InvestigationKind } from '../casework-shapes.ts'
import { dayAt } from './numbers.ts'
import { type Investigation, stageOf } from './state.ts'
import { findInvestigations } from './store.ts'
import { calledIn, investigationRows } from './views.ts'

type Balance = (typeof reconcileInvestigations)['answer']['_output']

interface Span {
  readonly from: Day
  readonly until: Day
}

const MOST = 2000

/** 发现一起、查处一起 (ACCT-33): what was found beside what was decided, with whatever stands between them. */
export async function balanceOf(db: Db, { from, until }: Span, now: EpochMs): Promise<Balance> {
  const span = { from: startOf(from), until: startOf(until, 1) }
  const states = (await findInvestigations(db, span, MOST))
    .map(({ state }) => state)
    .filter(({ dropped }) => !dropped?.withdrawn)
  const decided = states.filter((state) => state.decision !== null)
  const dropped = states.filter((state) => state.dropped !== null)
  const open = states.filter((state) => !state.decision && !state.dropped)
  const found = await findAllFindings(db, { from, until })
  const missing = neverEntered(states, found, now)
  const rows = await investigationRows(db, open, now)
  const silent = silentUnits(states)
  const called = await calledIn(db, {
    units: [...missing.map(({ unit }) => unit), ...silent.map(({ unit }) => unit)],
    accounts: [],
  })
  return {
    ...{ from, until, found: states.length, decided: decided.length, dropped: dropped.length },
    balanced: open.length === 0 && missing.length === 0,
    open: rows.map((row, at) => ({ ...row, why: whyOpen(open[at] as Investigation) })),
    neverEntered: missing.map(({ unit, ...one }) => ({ ...one, unit: called.unit(unit) })),
    silentUnits: silent.map((one) => ({ ...one, unitName: called.unit(one.unit) })),
    byKind: InvestigationKind.options
      .map((kind) => ({
        kind,
        found: states.filter((state) => state.kind === kind).length,
        decided: decided.filter((state) => state.kind === kind).length,
      }))
      .filter(({ found: count }) => count > 0),
  }
}

const startOf = (on: Day, later = 0): EpochMs => instantOf(DEFAULT_ZONE, dayNumber(on) + later)

/** The reason that stands in the record: the last report, or that there is none. */
function whyOpen(state: Investigation): Bilingual {
  const { zh, en } = WHY[stageOf(state) === 'lead' ? 'lead' : 'open']
  const report = state.reports.at(-1)
  return report ? { zh: report.text, en: report.text } : { zh, en }
}

const WHY = {
  lead: { zh: '线索尚未处置，没有说明', en: 'a lead not yet looked at; no reason given' },
  open: { zh: '正在查办，没有报告', en: 'being looked into; no report was given' },
}

/** † A grave finding is a case by then, or somebody has said why not. */
const ENTERED_WITHIN_DAYS = 5

/** 线索没有登记: findings that went to accountability, or are grave and lie there, and that no case names. */
export function neverEntered(states: readonly Investigation[], found: readonly FindingState[], now: EpochMs) {
  const named = new Set(
    states.flatMap(({ findings, reference }) => [...findings.map(findingStream), reference]),
  )
  const today = dayNumber(dayAt(now))
  return found.flatMap((one) => {
    if (named.has(findingStream(one.finding)) || isSealed(one) || one.status === 'withdrawn') return []
    const days = today - dayNumber(dayAt(one.openedAt))
    const sent = one.disposed?.disposition === 'accountability' && one.disposed.reference === null
    const lies = !one.disposed && severityOf(one) === 'grave' && days > ENTERED_WITHIN_DAYS
    if (!sent && !lies) return []
    const because = sent
      ? { zh: '已定为问责，没有立案登记', en: 'sent on to accountability, and entered nowhere' }
      : { zh: `严重问题发现 ${days} 天，没有登记线索`, en: `grave, ${days} days old, and entered nowhere` }
    return [
      {
        source: one.sources[0]?.source ?? 'finding',
        reference: one.finding,
        unit: one.unit,
        on: one.happenedOn,
        because,
      },
    ]
  })
}

/** 内部管理问题从不登记 (ACCT-20): failures towards the public are found in a unit, and inside it never one. */
export function silentUnits(states: readonly Investigation[]): { unit: string; because: Bilingual }[] {
  const failures = states.flatMap(({ unit, particulars }) =>
    particulars.kind === 'managementFailure' ? [{ unit, area: particulars.area }] : [],
  )
  const units = [...new Set(failures.map(({ unit }) => unit))].sort()
  return units
    .filter((unit) => !failures.some((one) => one.unit === unit && one.area === 'internal'))
    .map((unit) => ({
      unit,
      because: {
        zh: '查过社会管理问题，内部管理问题一件也没有登记',
        en: 'failures of social management were found, and of its own management never one',
      },
    }))
}

/** A year back unless asked for another span. */
export const spanOf = (
  { from, until }: Partial<Record<'from' | 'until', string | undefined>>,
  now: EpochMs,
): Span => {
  const last = (until ?? dayAt(now)) as Day
  return { from: (from ?? `${last.slice(0, 4)}-01-01`) as Day, until: last }
}
