import { CASE_PREFIX, type ColumnMapping } from '../../mapping/log-mapping.ts'

/** What the value of one key of an event is for. */
export type KeyRole =
  | {
      readonly role: 'activity' | 'at' | 'resource' | 'lifecycle' | 'eventId' | 'caseAttribute' | 'none'
      readonly name: string
      readonly kept: boolean
    }
  | { readonly role: 'activityPart'; readonly part: number; readonly name: string; readonly kept: boolean }

/** The keys the standard's extensions give to id, activity, time, person and phase, unless the mapping says otherwise. */
export function eventRoles(mapping: ColumnMapping) {
  const activity = mapping.activity ?? 'concept:name'
  const timeKey = mapping.at ?? 'time:timestamp'
  const named = new Map<string, 'activity' | 'at' | 'resource' | 'lifecycle' | 'eventId'>([
    [mapping.lifecycle ?? 'lifecycle:transition', 'lifecycle'],
    [mapping.resource ?? 'org:resource', 'resource'],
    [timeKey, 'at'],
  ])
  if (mapping.eventId) named.set(mapping.eventId, 'eventId')
  if (typeof activity === 'string') named.set(activity, 'activity')

  function of(key: string): KeyRole {
    const part = Array.isArray(activity) ? activity.indexOf(key) : -1
    if (part >= 0) return { role: 'activityPart', part, name: key, kept: keeps(mapping, key) }
    const role = named.get(key)
    if (role) return { role, name: key, kept: role === 'eventId' && keeps(mapping, key) }
    if (mapping.caseAttributes?.includes(key) || CASE_PREFIX.test(key)) {
      return { role: 'caseAttribute', name: key.replace(CASE_PREFIX, ''), kept: false }
    }
    return { role: 'none', name: key, kept: keeps(mapping, key) }
  }

  const activityParts = Array.isArray(activity) ? activity.length : 0
  return { caseKey: (mapping.case ?? 'concept:name').replace(CASE_PREFIX, ''), timeKey, activityParts, of }
}

function keeps({ eventAttributes = 'all' }: ColumnMapping, key: string): boolean {
  if (typeof eventAttributes === 'string') return eventAttributes === 'all'
  return eventAttributes.includes(key)
}
