import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { calendarThen } from './calendars.ts'
import { CASE_EVENT, caseOfStream, type StoredCase, storedCase } from './case-events.ts'
import { readCaseStreams } from './case-store.ts'
import { type Evaluated, look } from './looking.ts'
import { CasesTurned, judgedAt, type WatchedLog } from './watched-log.ts'
import { addSteps, type LogChanges, setCourse } from './workspace.ts'

interface Touched {
  /** New events of the case in this batch, by version. */
  readonly events: StoredEvent[]
  /** When the last of it was recorded: the instant at which the case is looked at. */
  at: EpochMs
}

export function touchedCases(events: readonly StoredEvent[]): Map<string, Map<string, Touched>> {
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
export const turnsOfStream = (stream: string): string => stream.slice('turns/'.length)

export async function refreshTouched(
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
