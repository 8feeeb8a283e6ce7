import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Db, EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Calendar, DEFAULT_ZONE, formatInstant, instantOf, isWorking } from '../../calendar/index.ts'
import { appendBulk, type BulkStream } from '../../ledger/index.ts'
import {
  type CalendarChange,
  calendarsFor,
  findUnfinished,
  loadCalendarFile,
  type LoadFile,
  loadNotice,
  type LoadNotice,
  recordReprojection,
} from './calendars.ts'
import { findLoadingJurisdictions } from './calendar-store.ts'
import { entered, projected } from './change.ts'
import {
  type ClockRecord,
  type ClockReprojected,
  type ClockRow,
  type Projected,
  projectRow,
  streamOf,
} from './clock-row.ts'
import { countOpen, findMiddle, type IdRange, lockAffected, moveClocks, walkByKey } from './store.ts'

export interface Reprojected {
  /** Clocks of the calendar that are open or suspended. */
  readonly open: number
  /** Those whose end, warning or certainty changed; each has a journal entry in its stream. */
  readonly changed: number
}

export interface ReprojectOptions {
  readonly onMoved?: OnMoved
  readonly batch?: number
  readonly progress?: (done: number) => void
}

export interface Moved {
  readonly clock: ClockRow
  readonly from: EpochMs | null
  readonly to: EpochMs | null
  /** Later than told before: the party is told (T-10). */
  readonly later: boolean
  readonly why: Bilingual
}

/** Told of moved clocks in the transaction that moves them. */
export type OnMoved = (db: Db, moved: readonly Moved[]) => Promise<void>

const BATCH = 2000
const ACTOR = 'system/calendar'

/** Loads a holiday notice and moves every open clock it concerns. */
export async function loadNoticeAndReproject(
  database: Database,
  jurisdiction: string,
  load: LoadNotice,
  options: ReprojectOptions = {},
): Promise<Reprojected> {
  const change = await database.transaction({ jurisdiction, reach: 'jurisdiction' }, (db) =>
    loadNotice(db, load),
  )
  return reproject(database, jurisdiction, change, load.now, options)
}

/** Loads an edition of a calendar file and moves every open clock it concerns. */
export async function loadFileAndReproject(
  database: Database,
  jurisdiction: string,
  load: LoadFile,
  options: ReprojectOptions = {},
): Promise<Reprojected> {
  const change = await database.transaction({ jurisdiction, reach: 'jurisdiction' }, (db) =>
    loadCalendarFile(db, load),
  )
  return reproject(database, jurisdiction, change, load.now, options)
}

/**
 * Computes every open clock anew whose end lies on or after the first day that changed, in batches that each commit, so
 * that commands are answered in between. May be broken off and run again: a clock that has been moved is not moved twice.
 * Closed clocks are not touched (T-11); suspended ones get their date when they are resumed.
 */
export async function reproject(
  database: Database,
  jurisdiction: string,
  change: CalendarChange,
  now: EpochMs,
  options: ReprojectOptions = {},
): Promise<Reprojected> {
  const firstDay = firstChangedDay(change.before, change.after)
  // A day of slack: the clocks of a zone east of ours reach that day before we do.
  const from = firstDay === undefined ? undefined : instantOf(DEFAULT_ZONE, firstDay - 1)
  return moveAll(
    database,
    jurisdiction,
    { calendar: change.calendar, title: change.title, from, now },
    options,
  )
}

/** Finishes, in every jurisdiction, what a stop of the machine broke off. */
export async function finishEveryReprojection(database: Database, now: EpochMs): Promise<void> {
  const places = await database.read({ jurisdiction: EVERY_JURISDICTION }, findLoadingJurisdictions)
  for (const { jurisdiction } of places) await finishReprojections(database, jurisdiction, now)
}

/** Finishes what a stop of the machine broke off in one jurisdiction. */
export async function finishReprojections(
  database: Database,
  jurisdiction: string,
  now: EpochMs,
  options: ReprojectOptions = {},
): Promise<void> {
  const unfinished = await database.read({ jurisdiction, reach: 'jurisdiction' }, findUnfinished)
  for (const { calendar, title } of unfinished) {
    await moveAll(database, jurisdiction, { calendar, title, from: 0, now }, options)
  }
}

interface Move {
  readonly calendar: string
  /** What published the change. */
  readonly title: string
  /** Clocks that end before are of no concern; undefined: none is. */
  readonly from: EpochMs | undefined
  readonly now: EpochMs
}

async function moveAll(
  database: Database,
  jurisdiction: string,
  move: Move,
  { onMoved, batch = BATCH, progress }: ReprojectOptions,
): Promise<Reprojected> {
  const scope = { jurisdiction, reach: 'jurisdiction' } as const
  const { calendar, from, now } = move
  const open = await database.read(scope, (db) => countOpen(db, calendar))
  let changed = 0
  const walk = async (range: IdRange) => {
    let after: string | undefined = range.after
    while (after !== undefined) {
      const place: Place = { move, from: from ?? 0, range: { ...range, after }, batch, onMoved }
      const done: MovedBatch = await database.transaction(scope, (db) => moveBatch(db, place))
      changed += done.moved
      after = done.last
      progress?.(changed)
    }
  }
  const affected = from === undefined ? undefined : { calendar, from }
  // Two at a time: while the database writes one batch, the next one is computed.
  const middle = affected && (await database.read(scope, (db) => findMiddle(db, affected)))
  if (middle !== undefined) {
    await Promise.all([walk({ after: '', through: middle }), walk({ after: middle, through: null })])
  }
  await database.transaction(scope, (db) => recordReprojection(db, calendar, { open, changed }, now))
  return { open, changed }
}

interface Place {
  readonly move: Move
  readonly from: EpochMs
  readonly range: IdRange
  readonly batch: number
  readonly onMoved?: OnMoved
}

interface MovedBatch {
  readonly moved: number
  /** The last clock looked at; undefined when there are no more. */
  readonly last: string | undefined
}

async function moveBatch(db: Db, { move, from, range, batch, onMoved }: Place): Promise<MovedBatch> {
  const { calendar: id, now } = move
  const calendar = (await calendarsFor(db)).current(id)
  await walkByKey(db)
  const rows = await lockAffected(db, { calendar: id, from, ...range, limit: batch })
  const moves: Moved[] = []
  const streams: BulkStream[] = []
  for (const row of rows) {
    const next = projected(row.state, calendar)
    if (isSame(row, next)) continue
    const why = reasonOf(move, row, next)
    const event: ClockReprojected = {
      type: 'ClockReprojected',
      at: now,
      from: row.dueAt,
      to: next.dueAt,
      why,
    }
    const record: ClockRecord = { event, projected: next }
    streams.push({ stream: streamOf(row.id), events: [entered(record, ACTOR)] })
    moves.push({
      clock: movedRow(row, record, now),
      from: row.dueAt,
      to: next.dueAt,
      later: later(row, next),
      why,
    })
  }
  if (moves.length > 0) {
    await appendBulk(db, { streams, expected: 'any', recordedAt: now })
    await moveClocks(
      db,
      moves.map(({ clock }) => clock),
    )
    await onMoved?.(db, moves)
  }
  return { moved: moves.length, last: rows.length < batch ? undefined : rows.at(-1)?.id }
}

function movedRow(row: ClockRow, record: ClockRecord, recordedAt: EpochMs): ClockRow {
  const { event } = record
  const stored = {
    stream: streamOf(row.id),
    version: row.version + 1,
    type: event.type,
    occurredAt: event.at,
    recordedAt,
  }
  return projectRow(row, { ...stored, actor: ACTOR, payload: { ...record } }) ?? row
}

const isSame = (row: ClockRow, next: Projected) =>
  row.dueAt === next.dueAt && row.warnAt === next.warnAt && row.provisional === next.provisional

const later = (row: ClockRow, next: Projected) =>
  row.dueAt !== null && next.dueAt !== null && next.dueAt > row.dueAt

function reasonOf({ title }: Move, row: ClockRow, next: Projected): Bilingual {
  const zone = row.state.terms.zone ?? DEFAULT_ZONE
  const text = (at: EpochMs | null) => (at === null ? '—' : formatInstant(at, zone))
  const [old, now] = [text(row.dueAt), text(next.dueAt)]
  if (old === now) {
    return {
      zh: `《${title}》公布，届满时间 ${now} ${next.provisional ? '仍为暂定' : '由暂定变为确定'}`,
      en: `"${title}" was published: the end ${now} ${next.provisional ? 'stays provisional' : 'is now certain'}`,
    }
  }
  return {
    zh: `《${title}》公布，届满时间由 ${old} 改为 ${now}`,
    en: `"${title}" was published: the end moves from ${old} to ${now}`,
  }
}

/** The first day that means something else, or about which more is known; undefined when nothing changed. */
export function firstChangedDay(before: Calendar, after: Calendar): number | undefined {
  const horizon =
    before.announcedThrough === after.announcedThrough
      ? Infinity
      : Math.min(before.announcedThrough, after.announcedThrough) + 1
  const ruled = [...before.rulings.keys(), ...after.rulings.keys()].filter((number) =>
    differs(before, after, number),
  )
  const first = ruled.reduce((a, b) => Math.min(a, b), horizon)
  return Number.isFinite(first) ? first : undefined
}

function differs(before: Calendar, after: Calendar, number: number): boolean {
  const known = [before, after].every(({ first, last }) => number >= first && number <= last)
  if (!known) return true
  const [one, other] = [before.rulings.get(number), after.rulings.get(number)]
  return isWorking(before, number) !== isWorking(after, number) || one?.hours !== other?.hours
}
