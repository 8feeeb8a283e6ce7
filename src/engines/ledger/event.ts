import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import { canonical, quoted } from './canonical.ts'
import { refuse } from './refusals.ts'

/** What happened, as the one who decided it says it. */
export interface NewEvent {
  /** Past tense: `CaseAccepted`. */
  readonly type: string
  readonly occurredAt: EpochMs
  /** Who did it: an account, a post or a system. */
  readonly actor: string
  /** Plain data: text, numbers, booleans, null, arrays, plain objects. */
  readonly payload: object
}

/** What the ledger holds. Order within a stream is by version, never by time. */
export interface StoredEvent {
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly occurredAt: EpochMs
  readonly recordedAt: EpochMs
  readonly actor: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** The place of an event in its jurisdiction's order; compares first by transaction, then by position. */
export interface Place {
  readonly transaction: string
  readonly position: number
}

export const THE_BEGINNING: Place = { transaction: '0', position: 0 }

/** Whether one place comes before another. Transaction numbers have 64 bits. */
export const isBefore = (one: Place, other: Place): boolean =>
  one.transaction === other.transaction
    ? one.position < other.position
    : BigInt(one.transaction) < BigInt(other.transaction)

export const later = (one: Place, other: Place): Place => (isBefore(one, other) ? other : one)

/** The fields under the hash, with the payload already in its canonical text. */
export interface Header {
  readonly jurisdiction: string
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly actor: string
}

/**
 * What stands before and after the payload in the canonical text of an event. Names are in their sorted order and none
 * has another place, so this is RFC 8785 without sorting.
 */
export const textBefore = ({ actor, jurisdiction, occurredAt }: Header): string =>
  `{"actor":${quoted(actor)},"jurisdiction":${quoted(jurisdiction)},"occurredAt":"${occurredAt}","payload":`

export const textAfter = ({ recordedAt, stream, type, version }: Header): string =>
  `,"recordedAt":"${recordedAt}","stream":${quoted(stream)},"type":${quoted(type)},"version":${version}}`

const NAME_LIMIT = 300
/** 0001-01-01 and the end of 9999: what four digits of a year can say. */
const EARLIEST = -62_135_596_800_000
const LATEST = 253_402_300_799_999

const digits = (count: number) =>
  Array.from({ length: 10 ** count }, (_, n) => String(n).padStart(count, '0'))
const [TWO, THREE] = [digits(2), digits(3)]
interface KnownDay {
  day: number
  text: string
}
let latest: KnownDay = { day: Number.NaN, text: '' }
let before: KnownDay = { day: Number.NaN, text: '' }

/** `2026-03-02T`. */
function dayText(at: EpochMs, day: number): string {
  if (day === latest.day) return latest.text
  const other = before
  before = latest
  latest = other
  if (day !== other.day) {
    other.day = day
    other.text = new Date(at).toISOString().slice(0, 11)
  }
  return latest.text
}

/**
 * An instant as it stands in the ledger: ISO 8601 in UTC to the millisecond. Events come in runs of one day, and are
 * recorded on another, so the texts of two days are kept: `toISOString` was an eighth of the cost of a whole event.
 */
export function instantText(at: EpochMs, field: string): string {
  if (!Number.isInteger(at) || at < EARLIEST || at > LATEST) {
    throw refuse('ledger.bad-event', { field, limit: NAME_LIMIT })
  }
  const day = Math.floor(at / DAY_MS)
  const text = dayText(at, day)
  const within = at - day * DAY_MS
  const minutes = Math.floor(within / 60_000)
  const milliseconds = within - minutes * 60_000
  const seconds = Math.floor(milliseconds / 1000)
  return `${text}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds]}.${THREE[milliseconds % 1000]}Z`
}

export function checkName(text: string, field: string): string {
  if (text === '' || text.length > NAME_LIMIT) throw refuse('ledger.bad-event', { field, limit: NAME_LIMIT })
  return text
}

/** A checked event with its texts, ready for the chain. */
export interface PreparedEvent {
  readonly type: string
  readonly actor: string
  readonly occurredAt: string
  readonly payload: string
}

export function prepare({ type, actor, occurredAt, payload }: NewEvent): PreparedEvent {
  return {
    type: checkName(type, 'type'),
    actor: checkName(actor, 'actor'),
    occurredAt: instantText(occurredAt, 'occurredAt'),
    payload: canonical(payload),
  }
}
