import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import type { LogProfile } from '#engines/rules/index.ts'
import { type Applying, heldOf } from './applying.ts'
import { calendarThen } from './calendars.ts'
import { findCaseIds, findOpenCases, lockCases } from './case-store.ts'
import { findLog, insertLog, setLogEnd, setLogProfile } from './log-store.ts'
import { look, readStored } from './looking.ts'
import { judgedAt, LogImported, LogProfileChanged, LogRegistered, type WatchedLog } from './watched-log.ts'
import { newChanges, writeChanges } from './workspace.ts'

const LOG_EVENTS = new Set(['LogRegistered', 'LogImported', 'LogProfileChanged'])
export const isLogEvent = ({ type, stream }: StoredEvent): boolean =>
  LOG_EVENTS.has(type) && stream.startsWith('log/')

export async function applyLogEvent(db: Db, event: StoredEvent, applying: Applying): Promise<void> {
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
