import { day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE, formatInstant, instantOf, isWorking } from '#engines/calendar/index.ts'
import { findClock } from '#engines/clocks/stored/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import type { LivingCase } from './case.ts'
import * as contract from './contract.ts'
import type { InvolvedCase, SilentCase, TransferCase } from './contract.ts'
import { citedWithoutEntry } from './interventions/state.ts'
import { responsibilityNumbers } from './responsibility-numbers.ts'
import { findInvolved, findSilent, findTransferred } from './responsibility-store.ts'
import { type Called, calledIn, disputeRow, involvementRow, transferRow } from './responsibility-view.ts'
import { daysOf, officerOf } from './service-officer/state.ts'
import { calendarOf } from './views.ts'

const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

/** † Lists go back so far unless asked for another span. */
const USUAL_DAYS = 90

function spanOf({ from, until }: { from?: string | undefined; until?: string | undefined }, now: EpochMs) {
  const today = dayNumberAt(DEFAULT_ZONE, now)
  const last = until === undefined ? today : dayNumber(day(until))
  const first = from === undefined ? last - USUAL_DAYS : dayNumber(day(from))
  return { from: instantOf(DEFAULT_ZONE, first), until: instantOf(DEFAULT_ZONE, last + 1) }
}

/** Who passed what on, what reached a leader, and who has heard nothing. */
export const responsibilityLists = (): Route[] => [
  route(contract.listTransfers, ({ query, now, read }) =>
    read(async (db) => {
      const states = await findTransferred(db, spanOf(query, now))
      const names = await calledIn(db, states)
      const rows: TransferCase[] = []
      for (const state of states)
        if (query.waiting === undefined || state.transfers?.dispute)
          rows.push(await transferCase(db, state, names))
      // What waits for the coordinator comes first.
      return {
        rows: rows.sort((one, other) => Number(other.dispute !== null) - Number(one.dispute !== null)),
      }
    }),
  ),
  route(contract.listInterventions, ({ query, now, read }) =>
    read(async (db) => {
      const states = await findInvolved(db, spanOf(query, now))
      const names = await calledIn(db, states)
      const rows = states
        .map((state) => involvedCase(state, names))
        .filter(({ interventions, unrecorded }) => interventions.length + unrecorded.length > 0)
      return { units: countsOf(rows), rows }
    }),
  ),
  route(contract.listSilent, ({ now, read }) =>
    read(async (db) => {
      const { silentAfterDays } = responsibilityNumbers(now)
      const before = await startOfSilence(db, now, silentAfterDays)
      const longestMs = now - before
      const states = await findSilent(db, spanOf({}, now), { before, longestMs })
      const names = await calledIn(db, states)
      return { afterDays: silentAfterDays, rows: states.map((state) => silentCase(state, names, now)) }
    }),
  ),
]

const named = ({ caseNo, plan }: LivingCase, names: Called) => ({
  ...{ caseNo, itemName: plan.name, unit: plan.unit },
  unitName: names.unit(plan.unit),
})

async function transferCase(db: Db, state: LivingCase, names: Called): Promise<TransferCase> {
  const { passed = [], rulings = [] } = state.transfers ?? {}
  const dispute = disputeRow(state, names)
  const clock = dispute ? await findClock(db, `${state.caseNo}/ruling`) : undefined
  const ruleBy = clock?.dueAt ?? clock?.expiredAt ?? null
  const ruled = rulings.at(-1)
  const all = [...passed, ...(state.transfers?.dispute ? [state.transfers.dispute] : [])]
  return {
    ...named(state, names),
    count: all.length,
    loop: all.some(({ loop }) => loop),
    lastMinute: all.some(({ lastMinute }) => lastMinute),
    transfers: passed.map((one) => ({ ...transferRow(state, one, names), by: names.person(one.by) })),
    dispute: dispute && { ...dispute, ruleBy: ruleBy === null ? null : instantText(ruleBy) },
    ruled: ruled ? { at: instantText(ruled.at), to: names.unit(ruled.to.unit), reason: ruled.reason } : null,
  }
}

const involvedCase = (state: LivingCase, names: Called): InvolvedCase => ({
  ...named(state, names),
  interventions: (state.interventions ?? []).map(involvementRow),
  unrecorded: citedWithoutEntry(state.cited, state.interventions).map(({ at, by, words }) => ({
    ...{ at: instantText(at), words },
    by: names.person(by).zh,
  })),
})

/** 办件由领导出面的次数和损失的天数, by department: what goes to its head and into the index. */
function countsOf(rows: readonly InvolvedCase[]) {
  const units = [...new Set(rows.map(({ unit }) => unit))].sort()
  return units.map((unit) => {
    const own = rows.filter((row) => row.unit === unit)
    const involved = own.flatMap(({ interventions }) => interventions)
    const within = involved.filter(({ withinPower }) => withinPower)
    return {
      unit,
      unitName: own[0]?.unitName ?? { zh: unit, en: unit },
      involved: involved.length,
      withinPower: within.length,
      routine: involved.filter(({ routine }) => routine).length,
      enteredLate: involved.filter(({ enteredLate }) => enteredLate).length,
      unrecorded: own.reduce((sum, { unrecorded }) => sum + unrecorded.length, 0),
      daysLost: within.reduce((sum, { answered }) => sum + (answered?.daysLost ?? 0), 0),
    }
  })
}

/** The instant before which a last message is more than so many working days old. */
async function startOfSilence(db: Db, now: EpochMs, days: number): Promise<EpochMs> {
  const calendar = await calendarOf(db)
  let number = dayNumberAt(DEFAULT_ZONE, now)
  for (let counted = 0; counted < days && number > calendar.first; number--)
    if (isWorking(calendar, number)) counted++
  return instantOf(DEFAULT_ZONE, number)
}

function silentCase(state: LivingCase, names: Called, now: EpochMs): SilentCase {
  const officer = officerOf(state)
  const { toldAt = state.receivedAt, longestMs = 0 } = state.heard ?? {}
  const decided = state.decision !== null
  return {
    ...named(state, names),
    officer: officer === null ? null : names.person(officer),
    toldAt: instantText(toldAt),
    days: daysOf(decided ? longestMs : now - toldAt),
    decided,
  }
}
