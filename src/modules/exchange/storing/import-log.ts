import type { EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db, Scope } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { CaseHistory } from '#engines/histories/index.ts'
import { appendBulk, readStream } from '#engines/ledger/index.ts'
import { type LogProfile, readProfile } from '#engines/rules/index.ts'
import type { Database } from '#platform/database/index.ts'
import {
  beginWatch,
  calendarFor,
  caseEvents,
  caseStream,
  findLog,
  finishWatch,
  logStream,
  registerLog,
  watchCases,
} from '#modules/supervision/index.ts'
import { DEFAULT_ZONE, type LogMapping } from '../mapping/log-mapping.ts'
import { readCases } from '../reading/read-cases.ts'
import type { ReadOptions } from '../reading/read-histories.ts'
import { guessedProfile } from './guessed-profile.ts'
import { markOfFile } from './file-mark.ts'
import { refuse } from './refusals.ts'
import { unitNames } from './unknown-units.ts'

export interface ImportRequest extends ReadOptions {
  readonly jurisdiction: string
  readonly account: string
  readonly log: string
  readonly title?: string | undefined
  /** Name of the preset that gave the mapping. */
  readonly preset?: string | undefined
  readonly file: string
  readonly mapping: LogMapping
  readonly now: EpochMs
  /** What has been stored so far. */
  readonly onStored?: ((cases: number, events: number) => void) | undefined
}

export interface Imported {
  readonly status: 'done' | 'unchanged'
  readonly cases: number
  readonly events: number
  readonly rejectedCount: number
  readonly zoneAssumed: string | undefined
  /** Units that the log names and the organisation does not know, at most 200. */
  readonly unknownUnits: readonly string[]
}

const LOG_NAME = /^[a-z0-9][a-z0-9-]{0,59}$/

/**
 * Puts a log under supervision: its events into the ledger, its cases into the lists, its faults onto cards, all in one
 * transaction or not at all, while the file is being read. The same file read in the same way changes nothing.
 */
export async function importLog(database: Database, request: ImportRequest): Promise<Imported> {
  if (!LOG_NAME.test(request.log)) throw refuse('exchange.log-name', { name: request.log })
  const scope: Scope = { jurisdiction: request.jurisdiction, account: request.account, reach: 'jurisdiction' }
  const mark = await markOfFile(request.file, request.mapping)
  const earlier = await database.read(scope, (db) => importOf(db, request.log, mark))
  if (earlier)
    return { status: 'unchanged', ...earlier, rejectedCount: 0, zoneAssumed: undefined, unknownUnits: [] }
  const profile = await profileOf(request)
  return database.transaction(scope, (db) => store(db, { request, profile, mark }))
}

/** An earlier import of the same file, as the stream of the log tells it. */
async function importOf(db: Db, log: string, mark: string) {
  if (!(await findLog(db, log))) return undefined
  const events = await readStream(db, logStream(log))
  const found = events.find(({ type, payload }) => type === 'LogImported' && payload['file'] === mark)
  return found && { cases: Number(found.payload['cases']), events: Number(found.payload['events']) }
}

async function profileOf({ mapping, file, signal, limits }: ImportRequest): Promise<LogProfile> {
  const given = (mapping.profile ?? (await guessedProfile(file, mapping, { signal, limits }))) as object
  return readProfile('zone' in given ? given : { ...given, zone: mapping.columns.zone ?? DEFAULT_ZONE })
}

interface Storing {
  readonly request: ImportRequest
  readonly profile: LogProfile
  readonly mark: string
}

async function store(db: Db, { request, profile, mark }: Storing): Promise<Imported> {
  const raising = { now: request.now, calendar: await calendarFor(db) }
  await begin(db, { request, profile, calendar: raising.calendar })
  const watch = beginWatch(request.log)
  const units = unitNames(profile.case.unit)
  const read = readCases(request.file, request.mapping, request)
  let [cases, events] = [0, 0]
  for await (const batch of together(read.batches)) {
    await appendCases(db, request, batch)
    await watchCases(db, watch, batch, raising)
    units.see(batch)
    cases += batch.length
    for (const history of batch) events += history.events.length
    request.onStored?.(cases, events)
  }
  await finishWatch(db, watch, { ...raising, file: mark, actor: request.account })
  const { rejectedCount, zoneAssumed } = read.summary()
  return { status: 'done', cases, events, rejectedCount, zoneAssumed, unknownUnits: await units.unknown(db) }
}

/** About so many events go to the database at a time: each time costs several round trips. */
const STORED_EVENTS = 5_000

async function* together(
  batches: AsyncIterable<readonly CaseHistory[]>,
): AsyncGenerator<readonly CaseHistory[]> {
  let waiting: CaseHistory[] = []
  let events = 0
  for await (const batch of batches) {
    for (const history of batch) {
      waiting.push(history)
      events += history.events.length
    }
    if (events < STORED_EVENTS) continue
    yield waiting
    waiting = []
    events = 0
  }
  if (waiting.length > 0) yield waiting
}

interface Beginning {
  readonly request: ImportRequest
  readonly profile: LogProfile
  readonly calendar: Calendar
}

async function begin(db: Db, { request, profile, calendar }: Beginning): Promise<void> {
  const { log, title, preset, mapping, now, account } = request
  const known = await findLog(db, log)
  if (known && known.source !== 'import') throw refuse('exchange.log-not-imported', { name: log })
  const definition = {
    log,
    title: title ?? known?.title ?? mapping.title?.zh ?? log,
    source: 'import',
    preset: preset ?? null,
    zone: profile.zone,
    order: 'arrival',
    live: false,
    profile,
  } as const
  await registerLog(db, definition, { now, calendar, actor: account })
}

async function appendCases(
  db: Db,
  { log, account, now }: ImportRequest,
  batch: readonly CaseHistory[],
): Promise<void> {
  const streams = batch.map((history) => ({
    stream: caseStream(log, history.caseId),
    events: caseEvents(history, account),
  }))
  await appendBulk(db, { streams, expected: 'new', recordedAt: now }).catch((error: unknown) => {
    if (!isRefusal(error) || error.code !== 'ledger.already-there') throw error
    throw refuse('exchange.case-already-there', { name: log, key: error.details['key'] ?? '' })
  })
}
