import { type Day, day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type ClockTerms, parseLimit } from '#engines/clocks/index.ts'
import {
  type ClockRow,
  findClock,
  findClocksNamed,
  type OnFired,
  startClocks,
  stopClock,
} from '#engines/clocks/stored/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { todayAt } from '../doing.ts'
import { visits } from '../lists.ts'
import { isUndercover } from '../terms.ts'
import type { Visit } from './visit.ts'

const VISIT = visits.prefix
const idOf = (visit: string): string => `${VISIT}${visit}/sheet`

/** Nobody's unit: a visited one would read of a covert visit among its own limits. */
const HANDLING = 'inspections'

/** † Local practice; the number of days is dated data (`findingsDays`). */
const BASIS = '情况单应在几个工作日内交（督查的地方规定）'

interface Acting {
  readonly actor: string
  readonly now: EpochMs
}

/** The days that a sheet has after the inspectors left, with a reminder when one working day is left. */
export async function startSheetClock(
  db: Db,
  { visit, kind, inspectors }: Pick<Visit, 'visit' | 'kind' | 'inspectors'>,
  { from, days }: { readonly from: Day; readonly days: number },
  acting: Acting,
): Promise<void> {
  const [holder] = inspectors
  const terms: ClockTerms = {
    ...{ kind: 'other', from, limit: parseLimit(`${days}W`), citation: BASIS, calendar: 'cn' },
    ...{ zone: DEFAULT_ZONE, handlingUnit: HANDLING, suspendedBy: [], onExpiry: 'event' },
    ...(days > 1 ? { warnBefore: parseLimit('1W') } : {}),
    // Who went undercover is named nowhere outside of the team.
    ...(holder === undefined || isUndercover(kind) ? {} : { owner: { post: HANDLING, holder } }),
  }
  await startClocks(db, [{ id: idOf(visit), subject: VISIT + visit, terms }], acting)
}

export async function stopSheetClock(db: Db, visit: string, acting: Acting): Promise<void> {
  // Visits that ended before their sheets had clocks have none.
  if (await findClock(db, idOf(visit))) await stopClock(db, idOf(visit), 'handedIn', acting)
}

/** 提醒、到期: stand in the visit at their own instants; a sheet that came in meanwhile is asked for no more. */
export const onInspectionClocks: OnFired = async (db, fired) => {
  for (const { clock, event } of fired) {
    if (!clock.subject.startsWith(VISIT)) continue
    const type = event.type === 'ClockExpired' ? ('SheetOverdue' as const) : ('SheetReminded' as const)
    await changeFolded(
      db,
      visits,
      clock.subject.slice(VISIT.length),
      (state) => (state?.ended && !state.submitted ? [{ type }] : []),
      { actor: 'clock', now: event.noticedAt, occurredAt: event.at },
    )
  }
}

/** When sheets are due, as the calendar stands now: a notice of holidays moves it. */
export async function sheetsDue(db: Db, visited: readonly Visit[]): Promise<(visit: Visit) => SheetDue> {
  const ended = visited.filter((one) => one.ended)
  const rows = await findClocksNamed(
    db,
    ended.map(({ visit }) => idOf(visit)),
  )
  const clocks = new Map(rows.map((row) => [row.id, row]))
  return (visit) => dueOf(visit, clocks.get(idOf(visit.visit)))
}

export interface SheetDue {
  readonly by: Day | null
  readonly at: EpochMs | null
}

/** A unit does not see the clock; it reads the day that was reckoned when the inspectors left. */
const dueOf = ({ ended }: Visit, clock: ClockRow | undefined): SheetDue =>
  clock?.dueAt == null
    ? { by: ended?.submitBy ?? null, at: null }
    : { by: day(todayAt(clock.dueAt - 1)), at: clock.dueAt }
