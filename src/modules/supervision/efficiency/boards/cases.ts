import { type Day, dayNumber } from '#kernel/day.ts'
import { type CaseColumns, textAt } from '../columns.ts'
import type { NumberField, TextField } from '../measured.ts'

/** A span as day numbers, both counted. */
export interface Days {
  readonly first: number
  readonly last: number
}

export const daysOf = ({ from, until }: { readonly from: Day; readonly until: Day }): Days => ({
  first: dayNumber(from),
  last: dayNumber(until),
})

export const within = (day: number | undefined, { first, last }: Days): boolean =>
  day !== undefined && day >= first && day <= last

export const numberAt = ({ numbers }: CaseColumns, field: NumberField, index: number): number =>
  numbers[field][index] as number

export const saidAt = ({ texts }: CaseColumns, field: TextField, index: number): string =>
  textAt(texts[field], index)

/** Places of cases, put together by a name; those without a name are left out. */
export function casesBy(
  columns: CaseColumns,
  nameOf: (index: number) => string | undefined,
): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (let index = 0; index < columns.count; index++) put(groups, nameOf(index), index)
  return groups
}

function put(groups: Map<string, number[]>, name: string | undefined, index: number): void {
  if (name === undefined) return
  const group = groups.get(name)
  if (group) group.push(index)
  else groups.set(name, [index])
}

const unitsOf = new WeakMap<CaseColumns, ReadonlyMap<string, readonly number[]>>()

/** The same of one department's cases alone, which are looked for once for as long as the columns are kept. */
export function casesOfUnitBy(
  columns: CaseColumns,
  unit: string,
  nameOf: (index: number) => string | undefined,
): Map<string, number[]> {
  let units = unitsOf.get(columns)
  if (!units) unitsOf.set(columns, (units = casesBy(columns, (index) => saidAt(columns, 'unit', index))))
  const groups = new Map<string, number[]>()
  for (const index of units.get(unit) ?? []) put(groups, nameOf(index), index)
  return groups
}

/** Values of some cases in ascending order, those without one left out. */
export const valuesOf = (columns: CaseColumns, cases: readonly number[], field: NumberField): Float32Array =>
  Float32Array.from(
    cases.map((index) => numberAt(columns, field, index)).filter((value) => !Number.isNaN(value)),
  ).sort()
