import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import type { HistoryEvent } from '#engines/histories/index.ts'
import type { EpochMs } from '#kernel/day.ts'

/** The names the XES extensions give to what every event has; flattened tables use them too. */
export const CASE_KEY = 'concept:name'
export const ROLE_KEYS = ['concept:name', 'time:timestamp', 'org:resource', 'lifecycle:transition'] as const

/** An attribute that bears the name of a role would be taken for it on reading; it is written under another. */
export const attributeKey = (name: string): string =>
  (ROLE_KEYS as readonly string[]).includes(name) || name.startsWith('case:') ? `attribute:${name}` : name

export const caseAttributeKey = (name: string): string => (name === CASE_KEY ? `attribute:${name}` : name)

/**
 * ISO 8601 with the zone's offset. Before there were zones, offsets had seconds, which ISO 8601 cannot write; such
 * instants are written in UTC.
 */
export function instantText(at: EpochMs, zone = DEFAULT_ZONE): string {
  const text = formatInstant(at, zone)
  return Date.parse(text) === at ? text : new Date(at).toISOString()
}

/** Names and texts of an event, roles first; what was not given is left out. */
export function* valuesOf(
  event: HistoryEvent,
  zone: string | undefined,
): Generator<[name: string, text: string]> {
  yield ['concept:name', event.activity]
  yield ['time:timestamp', instantText(event.at, zone)]
  if (event.resource !== undefined) yield ['org:resource', event.resource]
  if (event.lifecycle !== undefined) yield ['lifecycle:transition', event.lifecycle]
  for (const [name, text] of Object.entries(event.attributes ?? {})) yield [attributeKey(name), text]
}
