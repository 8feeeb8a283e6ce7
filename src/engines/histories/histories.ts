import type { EpochMs } from '#kernel/day.ts'

/**
 * Case histories as columns: what mining and the rules run over, live, in replay and on any imported log.
 *
 * Events stand grouped by case, in the order in which they count. Texts are coded: `activity[i]` is a place in
 * `activities`, and −1 means "not given". One million events take about 22 MB.
 */
export interface Histories {
  readonly caseCount: number
  readonly eventCount: number
  readonly caseIds: readonly string[]
  /** Case k owns the events `firstEvent[k]` up to, not including, `firstEvent[k + 1]`. Length caseCount + 1. */
  readonly firstEvent: Int32Array
  readonly activity: Int32Array
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: Float64Array
  readonly resource: Int32Array
  readonly lifecycle: Int32Array
  readonly activities: readonly string[]
  readonly resources: readonly string[]
  readonly lifecycles: readonly string[]
  /** What a log says of a case or of one event beyond the columns above; only the columns asked for are kept. */
  readonly caseAttributes: ReadonlyMap<string, AttributeColumn>
  readonly eventAttributes: ReadonlyMap<string, AttributeColumn>
}

/** A coded text column: `values[codes[i]]`, −1 where nothing was given. Index: case, or event. */
export interface AttributeColumn {
  readonly codes: Int32Array
  readonly values: readonly string[]
}

/** One case with its events, the form in which a stored or arriving case is turned into columns. */
export interface CaseHistory {
  readonly caseId: string
  readonly attributes: Readonly<Record<string, string>>
  readonly events: readonly HistoryEvent[]
}

export interface HistoryEvent {
  readonly activity: string
  readonly at: EpochMs
  readonly resource?: string | undefined
  readonly lifecycle?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

export const attributeOf = (column: AttributeColumn | undefined, index: number): string | undefined => {
  const code = column?.codes[index] ?? -1
  return code < 0 ? undefined : column?.values[code]
}

/** One case of the columns as an object; for evidence and pages, not for passes over a whole log. */
export function caseAt(histories: Histories, index: number): CaseHistory {
  const events: HistoryEvent[] = []
  const end = histories.firstEvent[index + 1] ?? 0
  for (let event = histories.firstEvent[index] ?? 0; event < end; event++) {
    events.push({
      activity: histories.activities[histories.activity[event] ?? -1] ?? '',
      at: histories.at[event] ?? Number.NaN,
      resource: histories.resources[histories.resource[event] ?? -1],
      lifecycle: histories.lifecycles[histories.lifecycle[event] ?? -1],
      attributes: attributesAt(histories.eventAttributes, event),
    })
  }
  const caseId = histories.caseIds[index] ?? ''
  return { caseId, attributes: attributesAt(histories.caseAttributes, index), events }
}

function attributesAt(columns: ReadonlyMap<string, AttributeColumn>, index: number): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [name, column] of columns) {
    const value = attributeOf(column, index)
    if (value !== undefined) found[name] = value
  }
  return found
}
