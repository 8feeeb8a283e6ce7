import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '#engines/ledger/index.ts'
import type { LogProfile } from '#engines/rules/index.ts'
import { cardStream } from './card.ts'
import { cardEvent } from './card-list.ts'
import { findCardsOfCases, type ListedCard } from './card-store.ts'
import { type StoredCase, storedCase } from './case-events.ts'
import { readCaseStreams } from './case-store.ts'
import { clocksOf, clockViews } from './clock-view.ts'
import type { CaseView } from './contract.ts'
import { instantText } from './moments.ts'
import { refuse } from './refusals.ts'
import { cardRow, caseRow, type Reading } from './views.ts'
import { findCaseRow, type ListRow } from './watch-store.ts'
import type { WatchedLog } from './watched-log.ts'
import { getLog } from './watching.ts'

/** Everything about one case: what happened, what runs, and what was found. */
export async function caseView(db: Db, name: string, caseId: string, reading: Reading): Promise<CaseView> {
  const row = await getCaseRow(db, name, caseId)
  const log = await getLog(db, name)
  const stored = await readCase(db, log, row)
  const cards = await findCardsOfCases(db, name, [caseId])
  const evidence = await evidenceOf(db, cards)
  const at = log.live ? reading.now : (log.endsAt ?? reading.now)
  return {
    row: caseRow(row, { ...reading, now: at }),
    attributes: { ...stored.history.attributes },
    timeline: timeline(stored, log.profile, evidence),
    clocks: clockViews(log, stored, clocksOf(log, stored, { at, calendar: reading.calendar }), {
      at,
      calendar: reading.calendar,
    }),
    cards: cards.map((card) => cardRow(card, reading.now)),
  }
}

/** A case the reader may see, or a refusal that does not say whether it exists. */
export async function getCaseRow(db: Db, log: string, caseId: string): Promise<ListRow> {
  const row = await findCaseRow(db, log, caseId)
  if (!row) throw refuse('case.not-found', { log, caseId })
  return row
}

/** The history of a case that was found; `knownBy`: only what this system, or the log, knew by then. */
export async function readCase(
  db: Db,
  log: WatchedLog,
  { caseId, events }: Pick<ListRow, 'caseId' | 'events'>,
  knownBy: EpochMs = Infinity,
): Promise<StoredCase> {
  const stream = await readCaseStreams(db, log.log, [{ caseId, through: events }])
  // An imported event was known elsewhere when it happened; a reported one when it was reported.
  const known = stream.filter(
    ({ payload, occurredAt, recordedAt }) =>
      (payload['source'] === undefined ? occurredAt : recordedAt) <= knownBy,
  )
  return storedCase(caseId, known, log.order)
}

/** Which rules name which event, by version. */
async function evidenceOf(db: Db, cards: readonly ListedCard[]): Promise<Map<number, string[]>> {
  const rules = new Map<number, string[]>()
  for (const { card, rule } of cards) {
    const [raised] = await readStream(db, cardStream(card))
    const event = raised && cardEvent(raised)
    if (event?.type !== 'CardRaised') continue
    for (const { version } of event.data.evidence) {
      if (version !== null) rules.set(version, [...new Set([...(rules.get(version) ?? []), rule])])
    }
  }
  return rules
}

function timeline(
  { history, versions, recordedAt }: StoredCase,
  { meanings, event: named }: LogProfile,
  evidence: ReadonlyMap<number, string[]>,
): CaseView['timeline'] {
  return history.events.map(({ activity, at, resource, attributes }, index) => ({
    version: versions[index] ?? 0,
    activity,
    meaning: meanings[activity] ?? null,
    at: instantText(at),
    resource: resource ?? null,
    basis: attributes?.[named.basis ?? ''] ?? null,
    recordedAt: instantText(recordedAt[index] ?? at),
    rules: evidence.get(versions[index] ?? 0) ?? [],
  }))
}
