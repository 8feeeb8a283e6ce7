import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import type { LogProfile } from '#engines/rules/index.ts'
import { calendarThen } from './calendars.ts'
import { cardOfStream, isCardEvent, listCard } from './card-list.ts'
import { findCardsOfCases, type ListedCard, lockCards, putCards } from './card-store.ts'
import { type CaseFacts, factsOf, smallLog } from './case-facts.ts'
import { CASE_EVENT, caseOfStream, type StoredCase, storedCase } from './case-events.ts'
import { findCaseIds, findOpenCases, lockCases, readCaseStreams } from './case-store.ts'
import { rememberDueChanges } from './due-change-store.ts'
import { findLog, insertLog, setLogEnd, setLogProfile } from './log-store.ts'
import { writeCourses } from './courses/course-store.ts'
import { type CourseTally, newCourseTally } from './courses/tally.ts'
import { countReportDays } from './report-day-store.ts'
import { rememberReports } from './report-store.ts'
import {
  CasesTurned,
  judgedAt,
  LogImported,
  LogProfileChanged,
  LogRegistered,
  type WatchedLog,
} from './watched-log.ts'
import {
  addSteps,
  type LogChanges,
  newChanges,
  setCards,
  setCourse,
  setFacts,
  writeCardCounts,
  writeChanges,
} from './workspace.ts'

/**
 * The one writer of all lists of supervision, live and in a rebuild: given events of the ledger in their order, it
 * brings the rows to where they then stand. It reads its own tables and the streams of the cases concerned, up to the
 * events given; nothing depends on the clock.
 */
export const supervisionLists: Projection = {
  name: 'supervision',
  tables: [
    'watched_log',
    'watched_case',
    'watched_case_rule',
    'watch_cell',
    'watch_total',
    'watch_span',
    'watch_duration',
    'watch_step',
    'watch_variant',
    'watch_holding',
    'watch_holder',
    'card_list',
    'card_cell',
    'card_total',
    'case_due_change',
    'reporting_source',
    'reported_event',
    'report_day',
  ],
  async apply(db, events) {
    await applyEvents(db, events)
  },
  inBulk() {
    const held: HeldCourses = new Map()
    return {
      apply: async (db, events) => void (await applyEvents(db, events, undefined, held)),
      async finish(db) {
        for (const [log, courses] of held) await writeCourses(db, log, courses)
      },
    }
  },
}

/** Counts of courses by log that are written in the end, where many batches follow each other. */
type HeldCourses = Map<string, CourseTally>

function heldOf(held: HeldCourses | undefined, log: string): CourseTally | undefined {
  if (!held) return undefined
  const courses = held.get(log) ?? newCourseTally()
  held.set(log, courses)
  return courses
}

/** Cases of one log as they now stand, all looked at at one instant. */
export interface Evaluated {
  readonly log: WatchedLog
  readonly at: EpochMs
  readonly cases: readonly StoredCase[]
  readonly facts: readonly CaseFacts[]
  readonly histories: Histories
  /** Rules that already have a card in a case. */
  readonly rules: ReadonlyMap<string, readonly string[]>
}

/** Brings the lists to where they stand after these events, and says which cases were looked at. */
export async function applyEvents(
  db: Db,
  events: readonly StoredEvent[],
  calendar?: Calendar,
  held?: HeldCourses,
): Promise<Evaluated[]> {
  const evaluated: Evaluated[] = []
  let batch: StoredEvent[] = []
  for (const event of events) {
    if (isLogEvent(event)) {
      evaluated.push(...(await applyBatch(db, batch, { calendar, held })))
      batch = []
      await applyLogEvent(db, event, { calendar, held })
    } else batch.push(event)
  }
  evaluated.push(...(await applyBatch(db, batch, { calendar, held })))
  return evaluated
}

interface Applying {
  /** As known when it is done; else as the ledger then knew it. */
  readonly calendar: Calendar | undefined
  readonly held: HeldCourses | undefined
}

const LOG_EVENTS = new Set(['LogRegistered', 'LogImported', 'LogProfileChanged'])
const isLogEvent = ({ type, stream }: StoredEvent): boolean =>
  LOG_EVENTS.has(type) && stream.startsWith('log/')

async function applyLogEvent(db: Db, event: StoredEvent, applying: Applying): Promise<void> {
  const log = event.stream.slice('log/'.length)
  const { version, recordedAt: at } = event
  const before = await findLog(db, log)
  if (event.type === 'LogRegistered') {
    await insertLog(db, {
      log,
      ...LogRegistered.parse(event.payload),
      registeredAt: at,
      version,
      profile: event.payload['profile'],
    })
  } else if (event.type === 'LogProfileChanged') {
    await setLogProfile(db, log, {
      ...LogProfileChanged.parse(event.payload),
      profile: event.payload['profile'],
      at,
      version,
    })
  } else {
    const { endsAt } = LogImported.parse(event.payload)
    await setLogEnd(db, log, { endsAt: endsAt === null ? null : Date.parse(endsAt), at, version })
  }
  const after = await findLog(db, log)
  if (!after) return
  const again = { ...applying, at, earlier: before?.profile ?? after.profile }
  if (event.type === 'LogImported') await lookAgain(db, after, openCases(db, log, judgedAt(after, at)), again)
  else if (placedOtherwise(again.earlier, after.profile)) await lookAgain(db, after, allCases(db, log), again)
}

/** Whether a case may now count for another unit or item, or its events for another unit. */
const placedOtherwise = (before: LogProfile, after: LogProfile): boolean =>
  before.case.unit !== after.case.unit ||
  before.case.item !== after.case.item ||
  before.event.unit !== after.event.unit

const LOOKED_AT = 1000

interface LookingAgain extends Applying {
  /** When that was recorded for which they are looked at. */
  readonly at: EpochMs
  /** The profile by which they were counted until now. */
  readonly earlier: LogProfile
}

/** The end of an imported log is known only once all of it was read: its open cases are then judged at that end. */
async function lookAgain(
  db: Db,
  log: WatchedLog,
  found: AsyncIterable<string[]>,
  { at, earlier, calendar: given, held }: LookingAgain,
): Promise<void> {
  const calendar = given ?? (await calendarThen(db, at))
  for await (const caseIds of found) {
    const changes = newChanges(log, await lockCases(db, log.log, caseIds), earlier)
    const cases = await readStored(db, log, [...changes.before.values()])
    look(changes, { log, cases, at: judgedAt(log, at), calendar })
    await writeChanges(db, changes, heldOf(held, log.log))
  }
}

async function* allCases(db: Db, log: string): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const found = await findCaseIds(db, log, after, LOOKED_AT)
    if (found.length === 0) return
    yield found.map(({ caseId }) => caseId)
    after = found.at(-1)?.caseId ?? ''
  }
}

export async function* openCases(db: Db, log: string, at: EpochMs): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const found = await findOpenCases(db, log, at, { after, limit: LOOKED_AT })
    if (found.length === 0) return
    yield found.map(({ caseId }) => caseId)
    after = found.at(-1)?.caseId ?? ''
  }
}

export interface Looking {
  readonly log: WatchedLog
  readonly cases: readonly StoredCase[]
  readonly at: EpochMs
  readonly calendar: Calendar
}

/** Sets the rows of cases by what their histories say at an instant. */
export function look(changes: LogChanges, { log, cases, at, calendar }: Looking): Evaluated {
  const list = cases.map(({ history }) => history)
  const histories = smallLog(list, log.profile)
  const facts = factsOf(list, histories, log.profile, { at, calendar })
  for (const one of facts) setFacts(changes, one)
  for (const history of list) setCourse(changes, history)
  const rules = new Map(list.map(({ caseId }) => [caseId, changes.before.get(caseId)?.rules ?? []]))
  return { log, at, cases, facts, histories, rules }
}

/** Cases as the ledger has them, each up to a version. */
export async function readStored(
  db: Db,
  log: WatchedLog,
  asked: readonly { readonly caseId: string; readonly events: number }[],
): Promise<StoredCase[]> {
  const streams = new Map<string, StoredEvent[]>(asked.map(({ caseId }) => [caseId, []]))
  const through = asked.map(({ caseId, events }) => ({ caseId, through: events }))
  for (const event of await readCaseStreams(db, log.log, through)) {
    streams.get(caseOfStream(event.stream)?.caseId ?? '')?.push(event)
  }
  return [...streams].map(([caseId, events]) => storedCase(caseId, events, log.order))
}

/** One batch between two events of logs: case events, turns and cards. */
async function applyBatch(
  db: Db,
  events: readonly StoredEvent[],
  { calendar, held }: Applying,
): Promise<Evaluated[]> {
  if (events.length === 0) return []
  const evaluated: Evaluated[] = []
  const touched = touchedCases(events)
  const cards = await cardsAfter(db, events)
  const ofCards = new Map<string, Set<string>>()
  for (const { log, caseId } of cards.after) ofCards.set(log, (ofCards.get(log) ?? new Set()).add(caseId))
  for (const name of new Set([...touched.keys(), ...ofCards.keys()])) {
    const log = await findLog(db, name)
    if (!log) continue
    const caseIds = [...new Set([...(touched.get(name)?.keys() ?? []), ...(ofCards.get(name) ?? [])])].sort()
    const changes = newChanges(log, await lockCases(db, name, caseIds))
    evaluated.push(
      ...(await refreshTouched(db, changes, { log, touched: touched.get(name) ?? new Map(), calendar })),
    )
    await refreshCards(db, changes, cards.after, [...(ofCards.get(name) ?? [])])
    await writeChanges(db, changes, heldOf(held, name))
  }
  if (cards.after.length > 0) {
    await putCards(db, cards.after)
    await writeCardCounts(db, cards.before, cards.after)
  }
  for (const event of events) {
    if (event.type === 'CasesReprojected') await rememberDueChanges(db, turnsOfStream(event.stream), event)
  }
  await rememberReports(db, events)
  await countReportDays(db, events)
  return evaluated
}

interface Touched {
  /** New events of the case in this batch, by version. */
  readonly events: StoredEvent[]
  /** When the last of it was recorded: the instant at which the case is looked at. */
  at: EpochMs
}

function touchedCases(events: readonly StoredEvent[]): Map<string, Map<string, Touched>> {
  const logs = new Map<string, Map<string, Touched>>()
  const touch = (log: string, caseId: string, at: EpochMs): Touched => {
    const cases = logs.get(log) ?? new Map<string, Touched>()
    logs.set(log, cases)
    const touched = cases.get(caseId) ?? { events: [], at }
    cases.set(caseId, touched)
    touched.at = at
    return touched
  }
  for (const event of events) {
    if (event.type === CASE_EVENT) {
      const place = caseOfStream(event.stream)
      if (place) touch(place.log, place.caseId, event.recordedAt).events.push(event)
    } else if (isTurn(event)) {
      const { at, cases } = CasesTurned.parse(event.payload)
      for (const caseId of cases) touch(turnsOfStream(event.stream), caseId, Date.parse(at))
    }
  }
  return logs
}

const isTurn = ({ type }: StoredEvent): boolean => type === 'CasesTurned' || type === 'CasesReprojected'

export const turnStream = (log: string): string => `turns/${log}`
const turnsOfStream = (stream: string): string => stream.slice('turns/'.length)

async function refreshTouched(
  db: Db,
  changes: LogChanges,
  {
    log,
    touched,
    calendar,
  }: { log: WatchedLog; touched: ReadonlyMap<string, Touched>; calendar: Calendar | undefined },
): Promise<Evaluated[]> {
  const stored = await storedTouched(db, changes, log, touched)
  const groups = new Map<string, { at: EpochMs; recorded: EpochMs; cases: StoredCase[] }>()
  for (const one of stored) {
    const recorded = touched.get(one.history.caseId)?.at ?? 0
    const at = judgedAt(log, recorded)
    const group = groups.get(`${at} ${recorded}`) ?? { at, recorded, cases: [] }
    groups.set(`${at} ${recorded}`, group)
    group.cases.push(one)
  }
  const evaluated: Evaluated[] = []
  for (const { at, recorded, cases } of groups.values()) {
    evaluated.push(
      look(changes, { log, cases, at, calendar: calendar ?? (await calendarThen(db, recorded)) }),
    )
  }
  return evaluated
}

/** The whole of each touched case; what stood before this batch is read only where there was something. */
async function storedTouched(
  db: Db,
  changes: LogChanges,
  log: WatchedLog,
  touched: ReadonlyMap<string, Touched>,
): Promise<StoredCase[]> {
  const older = new Map<string, StoredEvent[]>()
  const asked = [...touched.keys()].flatMap((caseId) => {
    const through = changes.before.get(caseId)?.events ?? 0
    return through > 0 ? [{ caseId, through }] : []
  })
  for (const event of asked.length > 0 ? await readCaseStreams(db, log.log, asked) : []) {
    const caseId = caseOfStream(event.stream)?.caseId ?? ''
    older.set(caseId, [...(older.get(caseId) ?? []), event])
  }
  return [...touched].map(([caseId, { events }]) => {
    const past = older.get(caseId) ?? []
    const now = storedCase(caseId, [...past, ...events], log.order)
    if (events.length > 0) {
      const earlier = past.length > 0 ? storedCase(caseId, past, log.order).history : undefined
      if (earlier) addSteps(changes, earlier, -1)
      addSteps(changes, now.history, 1)
      setCourse(changes, now.history, earlier)
    }
    return now
  })
}

/** The cards of a batch as they were and as they are after it. */
async function cardsAfter(
  db: Db,
  events: readonly StoredEvent[],
): Promise<{ before: ListedCard[]; after: ListedCard[] }> {
  const own = events.filter(isCardEvent)
  const older = own.filter(({ version }) => version > 1).map(({ stream }) => cardOfStream(stream))
  const before = older.length > 0 ? await lockCards(db, [...new Set(older)]) : []
  const rows = new Map(before.map((card) => [card.card, card]))
  for (const event of own) {
    const card = cardOfStream(event.stream)
    const row = listCard(rows.get(card), event)
    if (row) rows.set(card, row)
  }
  return { before, after: [...rows.values()] }
}

/** What the cards of a case add to its row: those that changed, and those that stand as they did. */
async function refreshCards(
  db: Db,
  changes: LogChanges,
  changed: readonly ListedCard[],
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return
  const had = caseIds.filter((caseId) => changes.before.has(caseId))
  const listed = had.length > 0 ? await findCardsOfCases(db, changes.log, had) : []
  const cards = new Map(listed.map((card) => [card.card, card]))
  for (const card of changed) if (card.log === changes.log) cards.set(card.card, card)
  const byCase = new Map<string, ListedCard[]>()
  for (const card of cards.values()) byCase.set(card.caseId, [...(byCase.get(card.caseId) ?? []), card])
  for (const caseId of caseIds) setCards(changes, caseId, byCase.get(caseId) ?? [])
}
