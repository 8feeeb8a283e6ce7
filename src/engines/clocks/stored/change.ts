import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import {
  appendMany,
  type BulkStream,
  type NewEvent,
  type Projection,
  type StoredEvent,
} from '../../ledger/index.ts'
import type { ClockEvent, ClockState } from '../clock.ts'
import { endOfClock, type Entry, start } from '../decide.ts'
import { elapsedMs } from '../limit.ts'
import { limitsUnder, type LimitsStart } from '../statutory-terms.ts'
import type { ClockTerms } from '../terms.ts'
import { type Calendar, DEFAULT_ZONE, instantOf, localTime, workingDaysWithin } from '../../calendar/index.ts'
import { calendarsFor } from './calendars.ts'
import {
  type ClockRecord,
  type ClockRow,
  idOf,
  isClockStream,
  moveRow,
  movesOf,
  type Projected,
  projectRow,
  REPROJECTED,
  streamOf,
} from './clock-row.ts'
import { refuse } from './refusals.ts'
import { lockClocks, putClocks } from './store.ts'

type Started = Exclude<ClockState, { status: 'none' }>

/** Who enters something, and when. */
export interface Entered {
  readonly actor: string
  readonly now: EpochMs
}

export interface StartClock {
  readonly id: string
  /** The stream of the matter, such as `case/2026-1`. */
  readonly subject: string
  readonly terms: ClockTerms
}

/** Starts clocks. Refuses an id that is taken and, within one matter, a promise that ends after the law's limit. */
export async function startClocks(
  db: Db,
  clocks: readonly StartClock[],
  { actor, now }: Entered,
): Promise<ClockRow[]> {
  const calendars = await calendarsFor(db)
  const taken = await lockClocks(
    db,
    clocks.map(({ id }) => id),
  )
  if (taken[0]) throw refuse('clock.exists', { clock: taken[0].id })
  for (const terms of sidesOf(clocks)) {
    start(terms, { calendar: calendars.current(terms[0]?.calendar ?? ''), now })
  }
  const streams = clocks.map((one): BulkStream => ({
    stream: streamOf(one.id),
    events: [startOf(one, { actor, now }, calendars.current(one.terms.calendar))],
  }))
  return recordStreams(db, streams, now, [])
}

/** The first event of a clock. */
export function startOf(
  { subject, terms }: StartClock,
  { actor, now }: Entered,
  calendar: Calendar,
): NewEvent {
  const event: ClockEvent = { type: 'ClockStarted', at: now, terms }
  const state: Started = {
    status: 'running',
    terms,
    startedAt: now,
    suspensions: [],
    extensions: [],
    defects: [],
    changedAt: now,
  }
  return entered({ event, projected: projected(state, calendar), subject }, actor)
}

export interface StartLimits extends LimitsStart {
  readonly subject: string
  readonly rule: string
  /** Tells apart two runs of one rule in one matter; left out for the first. */
  readonly occasion?: string
}

/**
 * Starts the clocks of one rule of the statutory table for a matter: `<subject>/<rule>[/<occasion>]/<name>`, name being
 * `statutory`, `committed` or a rung's. Refuses an unknown rule, one that is switched off, and what `startClocks` refuses.
 */
export function startLimits(
  db: Db,
  { subject, rule, occasion, ...start }: StartLimits,
  entered: Entered,
): Promise<ClockRow[]> {
  const prefix = [subject, rule, ...(occasion === undefined ? [] : [occasion])].join('/')
  const clocks = limitsUnder(rule, start).map(({ name, terms }) => ({
    id: `${prefix}/${name}`,
    subject,
    terms,
  }))
  return startClocks(db, clocks, entered)
}

/** What stands side by side: the law's limit and the promise of one matter that are started together. */
export function sidesOf(clocks: readonly StartClock[]): ClockTerms[][] {
  const found = new Map<string, ClockTerms[]>()
  for (const { subject, terms } of clocks) found.set(subject, [...(found.get(subject) ?? []), terms])
  return [...found.values()]
}

/** A decision on one clock: the events it leads to, or a refusal. */
export type ClockAct = (state: ClockState, entry: Entry) => ClockEvent[]

/** Decides on one clock. */
export async function changeClock(db: Db, id: string, act: ClockAct, entry: Entered): Promise<ClockRow> {
  const [row] = await changeRows(db, () => lockClocks(db, [id]), act, entry)
  if (!row) throw refuse('clock.unknown', { clock: id })
  return row
}

/** Decides on clocks that are held: all of it or none of it. */
export async function changeRows(
  db: Db,
  held: () => Promise<ClockRow[]>,
  act: ClockAct,
  { actor, now }: Entered,
): Promise<ClockRow[]> {
  const calendars = await calendarsFor(db)
  const rows = await held()
  const streams = rows.flatMap((row): BulkStream[] => {
    const calendar = calendars.current(row.calendar)
    const events = act(row.state, { calendar, now })
    return events.length === 0
      ? []
      : [{ stream: streamOf(row.id), events: eventsAfter(row, events, calendar, actor) }]
  })
  const changed = await recordStreams(db, streams, now, rows)
  const byId = new Map(changed.map((row) => [row.id, row]))
  return rows.map((row) => byId.get(row.id) ?? row)
}

export function eventsAfter(
  row: ClockRow,
  events: readonly ClockEvent[],
  calendar: Calendar,
  actor: string,
): NewEvent[] {
  let now: ClockRow | undefined = row
  return events.map((event) => {
    const before: ClockRow | undefined = now
    const bare: ClockRecord = { event, projected: null, subject: row.subject }
    now = projectRow(before, asStored(row, bare, actor))
    const state = now?.state
    const ends = state && (state.status === 'running' || state.status === 'suspended')
    return entered(
      { event, projected: ends ? projected(state, calendar) : null, subject: row.subject },
      actor,
    )
  })
}

const asStored = (row: ClockRow, record: ClockRecord, actor: string): StoredEvent => ({
  ...entered(record, actor),
  stream: streamOf(row.id),
  version: row.version + 1,
  recordedAt: record.event.at,
  payload: { ...record },
})

export function entered(record: ClockRecord, actor: string): NewEvent {
  const { event } = record
  return { type: event.type, occurredAt: event.at, actor, payload: record }
}

/** When a clock ends and warns as things stand, and by which calendar that was found. */
export function projected(state: Started, calendar: Calendar): Projected {
  const end = endOfClock(state, calendar)
  const { version: calendarVersion } = calendar
  if (!end) return { dueAt: null, warnAt: null, provisional: true, calendarVersion }
  return {
    dueAt: end.at,
    warnAt: warnAtOf(state, end.at, calendar),
    provisional: end.provisional,
    calendarVersion,
  }
}

/** The warning rung: so long before the end, in its own unit; never before the start. */
function warnAtOf({ terms, startedAt }: Started, dueAt: EpochMs, calendar: Calendar): EpochMs | null {
  const { warnBefore, zone = DEFAULT_ZONE } = terms
  if (!warnBefore) return null
  const ms = elapsedMs(warnBefore)
  if (ms !== undefined) return Math.max(startedAt, dueAt - ms)
  // 24:00 of the last day is 00:00 of the next: count back from the day the limit ends on.
  const end = localTime(zone, dueAt)
  const last = end.clock === 0 ? end.day - 1 : end.day
  const day =
    warnBefore.unit === 'workingDays'
      ? workingDaysBefore(calendar, last, warnBefore.length)
      : last - warnBefore.length
  const at = end.clock === 0 ? instantOf(zone, day + 1) : instantOf(zone, day, end.clock)
  return Math.max(startedAt, at)
}

function workingDaysBefore(calendar: Calendar, last: number, count: number): number {
  let day = last
  while (day > calendar.first && workingDaysWithin(calendar, day, last) < count) day--
  return day
}

/** Appends what happened to clocks, and brings their rows up to date in the same transaction. */
export async function recordStreams(
  db: Db,
  streams: readonly BulkStream[],
  recordedAt: EpochMs,
  rows: readonly ClockRow[],
): Promise<ClockRow[]> {
  if (streams.length === 0) return []
  const changed = foldRows(rows, await appendMany(db, { streams, recordedAt }))
  await putClocks(db, changed)
  return changed
}

function foldRows(rows: readonly ClockRow[], events: readonly StoredEvent[]): ClockRow[] {
  const byId = new Map<string, ClockRow>(rows.map((row) => [row.id, row]))
  const touched = new Set<string>()
  for (const event of events) {
    if (event.type === REPROJECTED) moveAll(byId, touched, event)
    else {
      const id = idOf(event.stream)
      const row = projectRow(byId.get(id), event)
      if (row) byId.set(id, row)
      touched.add(id)
    }
  }
  return [...touched].flatMap((id) => byId.get(id) ?? [])
}

function moveAll(byId: Map<string, ClockRow>, touched: Set<string>, event: StoredEvent): void {
  const { title, calendarVersion, moves } = movesOf(event)
  for (const move of moves) {
    const row = byId.get(move.clock)
    if (row) byId.set(move.clock, moveRow(row, move, { at: event.occurredAt, title, calendarVersion }))
    touched.add(move.clock)
  }
}

/** The list of clocks, from their streams and the journal of moved ends. */
export const clockList: Projection = {
  name: 'clocks',
  tables: ['clock'],
  async apply(db, events) {
    const own = events.filter(({ stream, type }) => isClockStream(stream) || type === REPROJECTED)
    if (own.length === 0) return
    const rows = await lockClocks(db, [...new Set(own.flatMap(clocksIn))])
    await putClocks(db, foldRows(rows, own))
  },
}

const clocksIn = (event: StoredEvent): string[] =>
  event.type === REPROJECTED ? movesOf(event).moves.map(({ clock }) => clock) : [idOf(event.stream)]
