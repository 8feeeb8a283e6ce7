import type { AttributeColumn, Histories } from '#engines/histories/index.ts'
import { inOrder } from './mine.ts'

/** The cases of a log whose attribute says this, in the order of the log; all of them where nothing is asked. */
export function casesWhere(
  histories: Histories,
  attribute: string | undefined,
  value: string | undefined,
): Histories {
  if (value === undefined) return histories
  const column = attribute === undefined ? undefined : histories.caseAttributes.get(attribute)
  const wanted = column?.values.indexOf(value) ?? -1
  const cases: number[] = []
  if (column && wanted >= 0)
    for (let index = 0; index < histories.caseCount; index++)
      if (column.codes[index] === wanted) cases.push(index)
  return onlyCases(histories, cases)
}

/** Columns of these cases alone; texts stay those of the whole log, so that codes mean the same. */
function onlyCases(histories: Histories, cases: readonly number[]): Histories {
  const { firstEvent, caseIds } = histories
  const first = new Int32Array(cases.length + 1)
  cases.forEach((index, place) => {
    const length = (firstEvent[index + 1] as number) - (firstEvent[index] as number)
    first[place + 1] = (first[place] as number) + length
  })
  const count = first[cases.length] as number
  const eventsOf = <Column extends Int32Array | Float64Array>(from: Column, into: Column): Column => {
    cases.forEach((index, place) =>
      into.set(from.subarray(firstEvent[index], firstEvent[index + 1]), first[place] as number),
    )
    return into
  }
  const columns = (from: ReadonlyMap<string, AttributeColumn>, pick: (codes: Int32Array) => Int32Array) =>
    new Map([...from].map(([name, { codes, values }]) => [name, { codes: pick(codes), values }] as const))
  return {
    ...histories,
    ...{ caseCount: cases.length, eventCount: count, firstEvent: first },
    caseIds: cases.map((index) => caseIds[index] ?? ''),
    activity: eventsOf(histories.activity, new Int32Array(count)),
    at: eventsOf(histories.at, new Float64Array(count)),
    resource: eventsOf(histories.resource, new Int32Array(count)),
    lifecycle: eventsOf(histories.lifecycle, new Int32Array(count)),
    caseAttributes: columns(histories.caseAttributes, (codes) =>
      Int32Array.from(cases, (index) => codes[index] ?? -1),
    ),
    eventAttributes: columns(histories.eventAttributes, (codes) => eventsOf(codes, new Int32Array(count))),
  }
}

export interface Counted {
  readonly value: string
  readonly cases: number
}

/** How many cases say what in an attribute, the most frequent first. */
export function valuesOf({ caseAttributes, caseCount }: Histories, attribute: string | undefined): Counted[] {
  const column = attribute === undefined ? undefined : caseAttributes.get(attribute)
  if (!column) return []
  const counts = new Int32Array(column.values.length)
  for (let index = 0; index < caseCount; index++) {
    const code = column.codes[index] ?? -1
    if (code >= 0) counts[code] = (counts[code] as number) + 1
  }
  return column.values
    .map((value, code) => ({ value, cases: counts[code] ?? 0 }))
    .filter(({ value, cases }) => cases > 0 && value !== '')
    .sort((a, b) => b.cases - a.cases || inOrder(a.value, b.value))
}

/** Whoever holds a case at an event: the unit that the event names, else that of whoever did it. */
export interface Holders {
  /** Code of a unit, or −1. */
  of(event: number): number
  readonly units: readonly string[]
}

export function holdersOf(
  histories: Histories,
  attribute: string | undefined,
  unitOfResource: ReadonlyMap<string, string>,
): Holders {
  const units: string[] = []
  const codes = new Map<string, number>()
  const codeOf = (unit: string | undefined): number => {
    if (unit === undefined || unit === '') return -1
    const known = codes.get(unit)
    if (known !== undefined) return known
    codes.set(unit, units.push(unit) - 1)
    return units.length - 1
  }
  const byResource = histories.resources.map((resource) => codeOf(unitOfResource.get(resource)))
  const named = attribute === undefined ? undefined : histories.eventAttributes.get(attribute)
  const byName = named?.values.map(codeOf)
  return {
    units,
    of(event) {
      const said = byName?.[named?.codes[event] ?? -1] ?? -1
      return said >= 0 ? said : (byResource[histories.resource[event] ?? -1] ?? -1)
    },
  }
}
