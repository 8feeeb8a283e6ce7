import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { caseOfStream, type StoredCase, storedCase } from './case-events.ts'
import { type CaseFacts, factsOf, smallLog } from './case-facts.ts'
import { readCaseStreams } from './case-store.ts'
import type { WatchedLog } from './watched-log.ts'
import { type LogChanges, setCourse, setFacts } from './workspace.ts'

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
