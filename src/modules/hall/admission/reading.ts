import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findItemsInForce } from '#modules/catalogue/index.ts'
import {
  ADMISSION_STATES,
  type AdmissionList,
  type AdmissionRow,
  type AdmissionState,
  type BatchRow,
} from '../contract.ts'
import { findDepartments } from '../department-store.ts'
import { findCounters } from '../counter-store.ts'
import { instantText, type UnitNames, unitNames } from '../views.ts'
import { type Admission, type EntryCases, flagsOf, NO_FILE, stateOf } from './admission.ts'
import { followUpDay } from './settings.ts'
import { findAdmissions } from './store.ts'

/** Cases of items since each entered: in the hall or online, and elsewhere. Handed in: cases lie beside. */
export type CountEntered = (
  db: Db,
  asked: {
    readonly entries: readonly { readonly item: string; readonly since: Day }[]
    readonly counters: readonly string[]
  },
) => Promise<readonly ({ readonly item: string } & EntryCases)[]>

interface Asked {
  readonly hall: string
  readonly today: Day
  readonly countEntered: CountEntered
}

/** The catalogue of the day held against the hall: what is in, what is not, and what either contradicts. */
export async function admissionsOf(
  db: Db,
  { hall, today, countEntered }: Asked,
): Promise<Omit<AdmissionList, 'mayArrange'>> {
  const files = new Map((await findAdmissions(db, hall)).map((one) => [one.item, one.state]))
  const items = await findItemsInForce(db, today)
  const counters = (await findCounters(db, hall)).map(({ counter }) => counter)
  const entries = [...files].flatMap(([item, { approval }]) =>
    approval && approval.entryOn <= today ? [{ item, since: approval.entryOn }] : [],
  )
  const counted = await countEntered(db, { entries, counters })
  const casesOf = new Map(counted.map((one) => [one.item, one]))
  const stationed = (await findDepartments(db, hall)).map(({ unit }) => unit)
  const names = await unitNames(db, [...items.map(({ unit }) => unit), ...stationed])
  const rows = items.map(({ item, unit, summary }) =>
    rowOf(files.get(item) ?? NO_FILE, {
      ...{ item, name: summary.name, unit: names(unit), today },
      cases: casesOf.get(item),
    }),
  )
  const inside = new Set(rows.filter(({ state }) => state === 'entered').map(({ unit }) => unit.unit))
  return {
    rows,
    counts: countStates(rows),
    batches: batchesOf(rows),
    emptyDepartments: stationed.filter((unit) => !inside.has(unit)).map(names),
  }
}

interface Facts {
  readonly item: string
  readonly name: AdmissionRow['name']
  readonly unit: ReturnType<UnitNames>
  readonly today: Day
  readonly cases: EntryCases | undefined
}

const NO_CASES: EntryCases = { inHall: 0, elsewhere: 0, firstAt: null }
const orNull = (at: EpochMs | null) => (at === null ? null : instantText(at))

function rowOf(file: Admission, { item, name, unit, today, cases }: Facts): AdmissionRow {
  const state = stateOf(file, today)
  const followUpOn = file.approval ? followUpDay(file.approval.entryOn) : null
  const seen = state === 'entered' ? (cases ?? NO_CASES) : null
  const { request, approval, exemption, outside, followUp } = file
  return {
    ...{ item, name, unit, state, request, approval, exemption, outside, followUp, followUpOn },
    cases: seen && { inHall: seen.inHall, elsewhere: seen.elsewhere, firstAt: orNull(seen.firstAt) },
    flags: flagsOf(file, { today, followUpOn, cases: seen }),
  }
}

function countStates(rows: readonly AdmissionRow[]): Record<AdmissionState, number> {
  const counts = Object.fromEntries(ADMISSION_STATES.map((state) => [state, 0])) as Record<
    AdmissionState,
    number
  >
  for (const { state } of rows) counts[state]++
  return counts
}

/** 一批项目进中心: announced together, confirmed one by one by their first cases. */
function batchesOf(rows: readonly AdmissionRow[]): BatchRow[] {
  const batches = new Map<string, AdmissionRow[]>()
  for (const row of rows) {
    const name = row.approval?.batch
    if (name) batches.set(name, [...(batches.get(name) ?? []), row])
  }
  return [...batches].sort().map(([batch, all]) => ({
    batch,
    items: all.length,
    confirmed: all.filter(({ cases }) => (cases?.inHall ?? 0) > 0).length,
    entryOn: all.map(({ approval }) => approval?.entryOn ?? '').sort()[0] ?? '',
    followUpOn:
      all
        .map(({ followUpOn }) => followUpOn ?? '')
        .sort()
        .at(-1) ?? '',
    followedUp: all.filter(({ followUp }) => followUp !== null).length,
    withoutCase: all.filter(({ cases }) => cases !== null && cases.inHall === 0).map(({ item }) => item),
  }))
}
