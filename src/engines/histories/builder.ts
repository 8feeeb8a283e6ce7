import type { EpochMs } from '#kernel/day.ts'
import { eventColumns, integerColumn, type IntegerColumn } from './columns.ts'
import { dictionary, type Dictionary } from './dictionary.ts'
import type { AttributeColumn, CaseHistory, Histories } from './histories.ts'

/**
 * Collects events in any order and hands out `Histories`.
 *
 * The dictionaries are open so that a parser that interns bytes itself can push codes without making a string.
 */
export interface HistoriesBuilder {
  readonly caseIds: Dictionary
  readonly activities: Dictionary
  readonly resources: Dictionary
  readonly lifecycles: Dictionary
  /** Adds one event by codes (−1: not given) and returns its number in order of arrival. */
  add(caseCode: number, activity: number, at: EpochMs, resource: number, lifecycle: number): number
  /** The column of an attribute, made when first asked for; a parser keeps it and writes codes. */
  caseAttribute(name: string): AttributeWriter
  eventAttribute(name: string): AttributeWriter
  setCaseAttribute(name: string, caseCode: number, value: string): void
  setEventAttribute(name: string, event: number, value: string): void
  addCase(history: CaseHistory): void
  readonly eventCount: number
  /** Groups what was added; the builder is spent afterwards, until it is cleared. */
  finish(order: EventOrder): Histories
  /** Begins anew in the memory it has: histories it handed out must not be looked at any more. */
  clear(): void
}

/**
 * `arrival`: the order of the file is the order of the case (XES says so of a trace).
 * `time`: by time within the case, order of arrival where times are equal (tables say nothing of order).
 */
export type EventOrder = 'arrival' | 'time'

/** `codes.set(index of the case or event, values.code(text))`. */
export interface AttributeWriter {
  readonly codes: IntegerColumn
  readonly values: Dictionary
}

export function historiesBuilder(): HistoriesBuilder {
  const caseIds = dictionary()
  const activities = dictionary()
  const resources = dictionary()
  const lifecycles = dictionary()
  const events = eventColumns()
  const caseAttributes = new Map<string, AttributeWriter>()
  const eventAttributes = new Map<string, AttributeWriter>()
  const spare: AttributeWriter[] = []

  const { add } = events
  const caseAttribute = (name: string) => writer(caseAttributes, name, spare)
  const eventAttribute = (name: string) => writer(eventAttributes, name, spare)
  const setCaseAttribute = (name: string, index: number, value: string) =>
    put(caseAttribute(name), index, value)
  const setEventAttribute = (name: string, index: number, value: string) =>
    put(eventAttribute(name), index, value)

  function addCase(history: CaseHistory): void {
    const caseCode = caseIds.code(history.caseId)
    for (const [name, value] of Object.entries(history.attributes)) setCaseAttribute(name, caseCode, value)
    for (const event of history.events) {
      const who = event.resource === undefined ? -1 : resources.code(event.resource)
      const phase = event.lifecycle === undefined ? -1 : lifecycles.code(event.lifecycle)
      const number = add(caseCode, activities.code(event.activity), event.at, who, phase)
      for (const [name, value] of Object.entries(event.attributes ?? {}))
        setEventAttribute(name, number, value)
    }
  }

  function finish(order: EventOrder): Histories {
    const { ofCase: cases, at: times, activity, resource, lifecycle } = events.trimmed()
    const caseCount = caseIds.texts.length
    const firstEvent = countByCase(cases, caseCount)
    const places = orderedPlaces(cases, times, firstEvent, order)
    const arranged = (values: Int32Array) =>
      places ? Int32Array.from(places, (place) => values[place] ?? -1) : values
    return {
      caseCount,
      eventCount: cases.length,
      caseIds: caseIds.texts,
      firstEvent,
      activity: arranged(activity),
      at: places ? Float64Array.from(places, (place) => times[place] ?? Number.NaN) : times,
      resource: arranged(resource),
      lifecycle: arranged(lifecycle),
      activities: activities.texts,
      resources: resources.texts,
      lifecycles: lifecycles.texts,
      caseAttributes: columnsOf(caseAttributes, caseCount, (codes) => codes),
      eventAttributes: columnsOf(eventAttributes, cases.length, arranged),
    }
  }

  function clear(): void {
    for (const texts of [caseIds, activities, resources, lifecycles]) texts.clear()
    events.clear()
    for (const attributes of [caseAttributes, eventAttributes]) {
      for (const attribute of attributes.values()) {
        attribute.codes.clear()
        attribute.values.clear()
        spare.push(attribute)
      }
      // Not kept by name: the order of the columns would tell of the histories before.
      attributes.clear()
    }
  }

  return {
    caseIds,
    activities,
    resources,
    lifecycles,
    get eventCount() {
      return events.count()
    },
    add,
    caseAttribute,
    eventAttribute,
    setCaseAttribute,
    setEventAttribute,
    addCase,
    finish,
    clear,
  }
}

function writer(
  attributes: Map<string, AttributeWriter>,
  name: string,
  spare: AttributeWriter[],
): AttributeWriter {
  const known = attributes.get(name)
  if (known) return known
  const attribute = spare.pop() ?? { codes: integerColumn(), values: dictionary() }
  attributes.set(name, attribute)
  return attribute
}

function put(attribute: AttributeWriter, index: number, value: string): void {
  attribute.codes.set(index, attribute.values.code(value))
}

function columnsOf(
  attributes: Map<string, AttributeWriter>,
  length: number,
  arrange: (codes: Int32Array) => Int32Array,
): Map<string, AttributeColumn> {
  const columns = new Map<string, AttributeColumn>()
  for (const [name, { codes, values }] of attributes) {
    const full = new Int32Array(length).fill(-1)
    // Whoever only collects the names of attributes sets them on events that are never added.
    full.set(codes.trimmed().subarray(0, length))
    columns.set(name, { codes: arrange(full), values: values.texts })
  }
  return columns
}

function countByCase(cases: Int32Array, caseCount: number): Int32Array {
  const first = new Int32Array(caseCount + 1)
  for (const caseCode of cases) first[caseCode + 1] = (first[caseCode + 1] ?? 0) + 1
  for (let index = 0; index < caseCount; index++)
    first[index + 1] = (first[index + 1] ?? 0) + (first[index] ?? 0)
  return first
}

/** Where each event of the answer stands in order of arrival, or undefined when nothing has to move. */
function orderedPlaces(
  cases: Int32Array,
  times: Float64Array,
  firstEvent: Int32Array,
  order: EventOrder,
): Int32Array | undefined {
  if (inPlace(cases, times, order)) return undefined
  const places = new Int32Array(cases.length)
  const next = firstEvent.slice()
  for (let event = 0; event < cases.length; event++) {
    const caseCode = cases[event] ?? 0
    const place = next[caseCode] ?? 0
    places[place] = event
    next[caseCode] = place + 1
  }
  if (order === 'time') sortWithinCases(places, times, firstEvent)
  return places
}

function inPlace(cases: Int32Array, times: Float64Array, order: EventOrder): boolean {
  for (let event = 1; event < cases.length; event++) {
    const step = (cases[event] ?? 0) - (cases[event - 1] ?? 0)
    if (step !== 0 && step !== 1) return false
    if (order === 'time' && step === 0 && (times[event] ?? 0) < (times[event - 1] ?? 0)) return false
  }
  return true
}

/** Insertion by time: cases are short and mostly in order already, and equal times keep their order of arrival. */
function sortWithinCases(places: Int32Array, times: Float64Array, firstEvent: Int32Array): void {
  const LONG = 64
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    const from = firstEvent[index] ?? 0
    const to = firstEvent[index + 1] ?? 0
    if (to - from > LONG) {
      places.subarray(from, to).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
    } else {
      insertionSort(places, times, from, to)
    }
  }
}

function insertionSort(places: Int32Array, times: Float64Array, from: number, to: number): void {
  for (let event = from + 1; event < to; event++) {
    const place = places[event] ?? 0
    const time = times[place] ?? 0
    let slot = event
    while (slot > from && (times[places[slot - 1] ?? 0] ?? 0) > time) {
      places[slot] = places[slot - 1] ?? 0
      slot--
    }
    places[slot] = place
  }
}
