import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { CaseHistory } from '#engines/histories/index.ts'
import { append, appendMany, type BulkStream, type StoredEvent } from '#engines/ledger/index.ts'
import type { LogProfileInput } from '#engines/rules/index.ts'
import { lockCases, putTurns } from './case-store.ts'
import { logStream, type StoredCase } from './case-events.ts'
import { type Evaluated, look, readStored } from './looking.ts'
import { applyEvents } from './lists.ts'
import { findLog } from './log-store.ts'
import { rulesInForce } from './rules/in-force.ts'
import { findings, nextFindings, raiseFindings, type Raising, soonerOf } from './raising.ts'
import { refuse } from './refusals.ts'
import { judgedAt, type LogSource, type WatchedLog } from './watched-log.ts'
import { writeCourses } from './courses/course-store.ts'
import { type CourseTally, newCourseTally } from './courses/tally.ts'
import { addSteps, newChanges, writeChanges } from './workspace.ts'

export interface LogDefinition {
  readonly log: string
  readonly title: string
  readonly source: LogSource
  readonly preset?: string | null
  readonly zone?: string
  readonly order: WatchedLog['order']
  readonly live: boolean
  readonly profile: LogProfileInput
}

/** Begins to watch a log. The same definition again changes nothing. */
export async function registerLog(
  db: Db,
  definition: LogDefinition,
  { now, calendar, actor }: Raising & { actor: string },
): Promise<WatchedLog> {
  const { log, title, source, preset = null, zone = 'Asia/Shanghai', order, live, profile } = definition
  const payload = { title, source, preset, zone, order, live, profile }
  const known = await findLog(db, log)
  if (!known || known.title !== title || known.preset !== preset) {
    const events = [{ type: 'LogRegistered', occurredAt: now, actor, payload }]
    const stored = await append(db, {
      stream: logStream(log),
      expectedVersion: 'any',
      events,
      recordedAt: now,
    })
    await applyEvents(db, stored, calendar)
  }
  return getLog(db, log)
}

export async function getLog(db: Db, log: string): Promise<WatchedLog> {
  const found = await findLog(db, log)
  if (!found) throw refuse('log.not-found', { log })
  return found
}

/** What an import carries from batch to batch: cases whose last word can only be spoken at the log's end. */
export interface ImportWatch {
  readonly log: string
  readonly deferred: Set<string>
  /** Counts of courses, written once in the end. */
  readonly courses: CourseTally
  cases: number
  events: number
  lastAt: EpochMs
}

export const beginWatch = (log: string): ImportWatch => ({
  log,
  deferred: new Set(),
  courses: newCourseTally(),
  cases: 0,
  events: 0,
  lastAt: -Infinity,
})

/**
 * Lists and judges cases that were just appended as new streams, in the same transaction. What is open, or what a rule
 * would only find after the case's own last event, waits for `finishWatch`, when the end of the log is known.
 */
export async function watchCases(
  db: Db,
  watch: ImportWatch,
  batch: readonly CaseHistory[],
  given: Raising,
): Promise<void> {
  if (batch.length === 0) return
  const raising = { ...given, rules: await rulesInForce(db) }
  const log = await getLog(db, watch.log)
  const cases = batch.map((history) => freshCase(history, log, raising.now))
  const changes = newChanges(log, [])
  for (const { history } of cases) {
    addSteps(changes, history, 1)
    watch.cases++
    watch.events += history.events.length
    for (const { at } of history.events) if (at > watch.lastAt) watch.lastAt = at
  }
  const evaluated = look(changes, { log, cases, at: judgedAt(log, raising.now), calendar: raising.calendar })
  await writeChanges(db, changes, watch.courses)
  const found = findings(evaluated, raising)
  if (!log.live) deferUncertain(watch, evaluated, found)
  await raiseFindings(db, evaluated, found, raising)
  if (log.live) await setTurns(db, evaluated, raising)
}

function deferUncertain(
  watch: ImportWatch,
  { facts }: Evaluated,
  found: Map<string, { effectiveAt: string }[]>,
): void {
  for (const { caseId, state, lastAt } of facts) {
    const uncertain =
      state !== 'concluded' ||
      found.get(caseId)?.some(({ effectiveAt }) => Date.parse(effectiveAt) > lastAt) === true
    if (!uncertain) continue
    watch.deferred.add(caseId)
    found.delete(caseId)
  }
}

function freshCase(history: CaseHistory, { order }: WatchedLog, now: EpochMs): StoredCase {
  const numbered = history.events.map((event, index) => ({ event, version: index + 1 }))
  if (order === 'time') numbered.sort((a, b) => a.event.at - b.event.at || a.version - b.version)
  return {
    history: { ...history, events: numbered.map(({ event }) => event) },
    versions: numbered.map(({ version }) => version),
    recordedAt: numbered.map(() => now),
  }
}

const DEFERRED_BATCH = 1000

/** Ends an import: the log's end is known, and what had to wait for it is judged. */
export async function finishWatch(
  db: Db,
  watch: ImportWatch,
  { file, actor, ...raising }: Raising & { file: string; actor: string },
): Promise<void> {
  const { now, calendar } = raising
  await writeCourses(db, watch.log, watch.courses)
  const endsAt = Number.isFinite(watch.lastAt) ? new Date(watch.lastAt).toISOString() : null
  const payload = { endsAt, file, cases: watch.cases, events: watch.events }
  const events = [{ type: 'LogImported', occurredAt: now, actor, payload }]
  const stored = await append(db, {
    stream: logStream(watch.log),
    expectedVersion: 'any',
    events,
    recordedAt: now,
  })
  await applyEvents(db, stored, calendar)
  const log = await getLog(db, watch.log)
  if (log.live) return
  const deferred = [...watch.deferred]
  for (let start = 0; start < deferred.length; start += DEFERRED_BATCH) {
    await rejudge(db, log, deferred.slice(start, start + DEFERRED_BATCH), raising)
  }
}

/** Looks at cases of a log again as they stand, and raises what is found. */
export async function rejudge(
  db: Db,
  log: WatchedLog,
  caseIds: readonly string[],
  given: Raising,
): Promise<void> {
  const raising = { ...given, rules: await rulesInForce(db) }
  const rows = await lockCases(db, log.log, caseIds)
  const changes = newChanges(log, rows)
  const cases = await readStored(db, log, rows)
  const evaluated = look(changes, { log, cases, at: judgedAt(log, raising.now), calendar: raising.calendar })
  await raiseFindings(db, evaluated, findings(evaluated, raising), raising)
}

/** Appends events of cases of live logs, lists them, judges the cases and raises what is found, all in one transaction. */
export async function recordLive(
  db: Db,
  streams: readonly BulkStream[],
  raising: Raising,
): Promise<Evaluated[]> {
  const stored = await appendMany(db, { streams, recordedAt: raising.now })
  return settle(db, stored, raising)
}

/** Events that were just appended take effect: lists, cards and the next turn of each case. */
export async function settle(db: Db, stored: readonly StoredEvent[], given: Raising): Promise<Evaluated[]> {
  const raising = { ...given, rules: await rulesInForce(db) }
  const evaluated = await applyEvents(db, stored, raising.calendar)
  for (const one of evaluated) {
    await raiseFindings(db, one, findings(one, raising), raising)
    if (one.log.live) await setTurns(db, one, raising)
  }
  return evaluated
}

async function setTurns(db: Db, evaluated: Evaluated, raising: Raising): Promise<void> {
  const next = nextFindings(evaluated, raising)
  const turns = evaluated.facts.map(({ caseId, turnsAt }, index) => ({
    caseId,
    turnsAt: soonerOf(turnsAt, next[index] ?? null),
  }))
  await putTurns(db, evaluated.log.log, turns)
}
