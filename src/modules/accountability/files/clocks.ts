import { day, type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { dueDate, type ExpiryEffect, parseLimit } from '#engines/clocks/index.ts'
import { findClocksOf, readCalendars, startClocks, stopClock } from '#engines/clocks/stored/index.ts'
import { fileStream } from './lists.ts'

/** The clocks of a file: to state a case, to carry it out, to check a talk, to appeal, to decide an appeal, the period. */
export type FileClock = 'statement' | 'due' | 'check' | 'appeal' | 'appealDecision' | 'period'

const CALENDAR = 'cn'

export const todayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

const EFFECTS: Readonly<Record<FileClock, ExpiryEffect>> = {
  statement: 'event',
  due: 'event',
  check: 'event',
  appeal: 'rightLapses',
  appealDecision: 'event',
  period: 'measureLapses',
}

export interface FileLimit {
  readonly clock: FileClock
  /** Its how-manieth run. */
  readonly run: number
  readonly from: Day
  /** So long from that day; or the last day itself. */
  readonly limit: string | { readonly until: Day }
  /** The unit that issued it: it watches the clock. */
  readonly unit: string
  readonly basis: string
  readonly holder: string
}

/** Starts a clock of a file and says its last day. */
export async function startFileClock(
  db: Db,
  file: string,
  { clock, run, from, limit, unit, basis, holder }: FileLimit,
  entered: { readonly actor: string; readonly now: EpochMs },
): Promise<void> {
  const subject = fileStream(file)
  const fixed = typeof limit !== 'string'
  await startClocks(
    db,
    [
      {
        id: `${subject}/${clock}/${run}`,
        subject,
        terms: {
          kind: 'other',
          from: fixed ? limit.until : from,
          limit: parseLimit(fixed ? '0D' : limit),
          // A day that was named, and a period, end on that day; what must be done by a day moves off a rest day.
          ...(fixed ? ({ roll: 'none' } as const) : {}),
          citation: basis,
          calendar: CALENDAR,
          zone: DEFAULT_ZONE,
          handlingUnit: unit,
          suspendedBy: [],
          owner: { post: unit, holder },
          onExpiry: EFFECTS[clock],
        },
      },
    ],
    entered,
  )
}

export async function stopFileClocks(
  db: Db,
  file: string,
  { clocks, outcome }: { readonly clocks?: readonly FileClock[]; readonly outcome: string },
  entered: { readonly actor: string; readonly now: EpochMs },
): Promise<void> {
  for (const { id, state } of await findClocksOf(db, fileStream(file))) {
    const found = clockOf(id)
    const meant = clocks === undefined || (found !== undefined && clocks.includes(found))
    if (meant && (state.status === 'running' || state.status === 'suspended'))
      await stopClock(db, id, outcome, entered)
  }
}

export const clockOf = (id: string): FileClock | undefined => {
  const [, clock] = /^(?:accountability|sanction)\/[^/]+\/([a-zA-Z]+)\/\d+$/.exec(id) ?? []
  return clock as FileClock | undefined
}

export async function lastDayOf(db: Db, from: Day, limit: string): Promise<Day> {
  const calendar = (await readCalendars(db)).current(CALENDAR)
  return lastDayIn(calendar, from, limit)
}

export const lastDayIn = (calendar: Calendar, from: Day, limit: string): Day =>
  day(dueDate({ from, limit: parseLimit(limit), calendar }).due ?? from)
