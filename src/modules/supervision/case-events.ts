import { z } from 'zod'
import type { CaseHistory, HistoryEvent } from '#engines/histories/index.ts'
import type { NewEvent, StoredEvent } from '#engines/ledger/index.ts'

/**
 * How a case stands in the ledger, whoever wrote it: one stream a case, one ledger event for each of its events.
 * Imports and departments' systems write the same thing, so rules, lists and exports read one form.
 */
export const CASE_EVENT = 'CaseEventRecorded'

export const logStream = (log: string): string => `log/${log}`
export const caseStream = (log: string, caseId: string): string => `log/${log}/${caseId}`

/** The log and case of a stream, or undefined for a stream that is no case. Names of logs hold no slash. */
export function caseOfStream(stream: string): { log: string; caseId: string } | undefined {
  if (!stream.startsWith('log/')) return undefined
  const slash = stream.indexOf('/', 4)
  return slash < 0 ? undefined : { log: stream.slice(4, slash), caseId: stream.slice(slash + 1) }
}

const Texts = z.record(z.string(), z.string())

/** The payload of `CaseEventRecorded`; `occurredAt` of the ledger event is when it happened. */
export const CaseEventPayload = z.object({
  activity: z.string(),
  resource: z.string().optional(),
  lifecycle: z.string().optional(),
  attributes: Texts.optional(),
  /** What became known of the case with this event; a later value replaces an earlier one. */
  caseAttributes: Texts.optional(),
  /** Who reported it, under which id and number; absent for imported events. */
  source: z.string().optional(),
  id: z.string().optional(),
  sequence: z.number().int().optional(),
})
export type CaseEventPayload = z.infer<typeof CaseEventPayload>

/** Where a reported event comes from. */
export interface ReportMark {
  readonly source: string
  readonly id: string
  readonly sequence: number
}

/** The ledger events of a case history, in its order; the case's attributes travel with the first. */
export function caseEvents(history: CaseHistory, actor: string): NewEvent[] {
  const known = Object.keys(history.attributes).length > 0 ? history.attributes : undefined
  return history.events.map((event, index) => caseEvent(event, actor, index === 0 ? known : undefined))
}

export function caseEvent(
  event: HistoryEvent,
  actor: string,
  caseAttributes?: Readonly<Record<string, string>>,
  mark?: ReportMark,
): NewEvent {
  const { activity, at, resource, lifecycle, attributes } = event
  const payload: CaseEventPayload = { activity }
  if (resource !== undefined) payload.resource = resource
  if (lifecycle !== undefined) payload.lifecycle = lifecycle
  if (attributes && Object.keys(attributes).length > 0) payload.attributes = attributes
  if (caseAttributes) payload.caseAttributes = caseAttributes
  return { type: CASE_EVENT, occurredAt: at, actor, payload: mark ? { ...payload, ...mark } : payload }
}

/** `arrival`: as recorded. `time`: by when it happened, as recorded where times are equal; for reported events. */
export type CaseOrder = 'arrival' | 'time'

/** A case as its stream tells it, and for each event the version under which it was recorded. */
export interface StoredCase {
  readonly history: CaseHistory
  readonly versions: readonly number[]
  /** When this system was told of each event, in epoch ms. */
  readonly recordedAt: readonly number[]
}

export function storedCase(caseId: string, events: readonly StoredEvent[], order: CaseOrder): StoredCase {
  const own = events.filter((event) => event.type === CASE_EVENT)
  const ordered =
    order === 'time' ? own.toSorted((a, b) => a.occurredAt - b.occurredAt || a.version - b.version) : own
  const attributes: Record<string, string> = {}
  for (const event of own) Object.assign(attributes, payloadOf(event).caseAttributes)
  return {
    history: { caseId, attributes, events: ordered.map(historyEvent) },
    versions: ordered.map((event) => event.version),
    recordedAt: ordered.map((event) => event.recordedAt),
  }
}

function historyEvent(event: StoredEvent): HistoryEvent {
  const { activity, resource, lifecycle, attributes } = payloadOf(event)
  return { activity, at: event.occurredAt, resource, lifecycle, attributes }
}

/** What this module wrote it reads back without checking each of millions of events again; the chain vouches for it. */
const payloadOf = (event: StoredEvent): CaseEventPayload => event.payload as CaseEventPayload
