import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Db, EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Calendar, DEFAULT_ZONE, formatInstant, instantOf, isWorking } from '../../calendar/index.ts'
import { append } from '../../ledger/index.ts'
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
import { projected } from './change.ts'
import {
  type ClockMove,
  type ClockRow,
  type ClocksReprojected,
  type EndMove,
  movesStreamOf,
  nextAtOf,
  REPROJECTED,
} from './clock-row.ts'
import {
  type Affected,
  type AffectedClock,
  lockAffected,
  type MovedEnd,
  moveEnds,
} from './reproject-store.ts'
import { countOpen, walkByKey } from './store.ts'

export interface Reprojected {
  /** Clocks of the calendar that are open or suspended. */
  readonly open: number
  /** Those whose end, warning or certainty changed; each has its entry in the journal. */
  readonly changed: number
}

export interface ReprojectOptions {
  readonly onMoved?: OnMoved
  readonly batch?: number
  readonly progress?: (done: number) => void
}

export interface Moved {
  readonly clock: Pick<ClockRow, 'id' | 'subject' | 'kind' | 'rule' | 'unit'>
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
  options: ReprojectOptions,
): Promise<Reprojected> {
  const scope = { jurisdiction, reach: 'jurisdiction' } as const
  const { calendar, now } = move
  const open = await database.read(scope, (db) => countOpen(db, calendar))
  const changed = move.from === undefined ? 0 : await walkAffected(database, jurisdiction, move, options)
  await database.transaction(scope, (db) => recordReprojection(db, calendar, { open, changed }, now))
  return { open, changed }
}

/** How many batches are under way: while the database writes one, the next is computed. */
const WALKERS = 2

async function walkAffected(
  database: Database,
  jurisdiction: string,
  move: Move,
  { onMoved, batch = BATCH, progress }: ReprojectOptions,
): Promise<number> {
  const walk = sharedWalk()
  let changed = 0
  const walker = async (number: number) => {
    for (;;) {
      const take = walk.take({ calendar: move.calendar, from: move.from ?? 0, limit: batch })
      const done = await database.transaction({ jurisdiction, reach: 'jurisdiction' }, (db) =>
        moveBatch(db, { move, take, number, onMoved }),
      )
      changed += done.moved
      progress?.(changed)
      if (done.met < batch) return
    }
  }
  await Promise.all(Array.from({ length: WALKERS }, (_, index) => walker(index + 1)))
  return changed
}

type Take = (db: Db) => Promise<AffectedClock[]>

/**
 * One walk for several walkers: each takes the next batch after the last one taken. A transaction that has to run again
 * reads from the same place again; should that meet what another has moved meanwhile, it stays as it is.
 */
function sharedWalk() {
  let reached = ''
  let turn: Promise<unknown> = Promise.resolve()
  return {
    take(asked: Affected & { limit: number }): Take {
      let own: { after: string } | undefined
      return (db) => {
        const reading = turn.then(async () => {
          own ??= { after: reached }
          const rows = await lockAffected(db, { ...asked, ...own })
          const last = rows.at(-1)
          if (last && reached === own.after) reached = last.id
          return rows
        })
        turn = reading.catch(() => undefined)
        return reading
      }
    },
  }
}

interface MoveBatch {
  readonly move: Move
  readonly take: Take
  readonly number: number
  readonly onMoved?: OnMoved
}

async function moveBatch(
  db: Db,
  { move, take, number, onMoved }: MoveBatch,
): Promise<{ met: number; moved: number }> {
  const { calendar: id, title, now } = move
  const calendar = (await calendarsFor(db)).current(id)
  await walkByKey(db)
  const rows = await take(db)
  const moves: ClockMove[] = []
  const ends: MovedEnd[] = []
  const told: Moved[] = []
  for (const row of rows) {
    const { dueAt: to, warnAt, provisional } = projected(row.state, calendar)
    const { dueAt: from } = row
    if (to === from && warnAt === row.warnAt && provisional === row.provisional) continue
    moves.push({ clock: row.id, from, to, warnAt, provisional })
    ends.push(endAfter(row, { at: now, from, to, title, provisional }, warnAt))
    if (onMoved) told.push(tellingOf(row, { at: now, from, to, title, provisional }))
  }
  if (moves.length > 0) {
    const payload: ClocksReprojected = { calendar: id, calendarVersion: calendar.version, title, moves }
    const events = [{ type: REPROJECTED, occurredAt: now, actor: ACTOR, payload }]
    const stream = movesStreamOf(id, number)
    await append(db, { stream, expectedVersion: 'any', events, recordedAt: now })
    await moveEnds(db, ends, calendar.version)
    await onMoved?.(db, told)
  }
  return { met: rows.length, moved: moves.length }
}

function endAfter({ place, warned, moves }: AffectedClock, move: EndMove, warnAt: EpochMs | null): MovedEnd {
  const { to: dueAt, provisional } = move
  const nextAt = nextAtOf({ status: 'open', warnAt, warned, provisional, dueAt })
  return { place, dueAt, warnAt, nextAt, provisional, moves: [...moves, move] }
}

function tellingOf({ id, subject, state }: AffectedClock, move: EndMove): Moved {
  const { from, to } = move
  const { kind, rule = null, handlingUnit: unit } = state.terms
  const later = from !== null && to !== null && to > from
  const why = reasonOfMove(move, state.terms.zone ?? DEFAULT_ZONE)
  return { clock: { id, subject, kind, rule, unit }, from, to, later, why }
}

/** Why a calendar moved an end, in words. */
export function reasonOfMove({ title, from, to, provisional }: EndMove, zone: string): Bilingual {
  const text = (at: EpochMs | null) => (at === null ? '—' : formatInstant(at, zone))
  const [old, now] = [text(from), text(to)]
  if (old === now) {
    return {
      zh: `《${title}》公布，届满时间 ${now} ${provisional ? '仍为暂定' : '由暂定变为确定'}`,
      en: `"${title}" was published: the end ${now} ${provisional ? 'stays provisional' : 'is now certain'}`,
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
