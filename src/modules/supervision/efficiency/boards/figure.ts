import { type Hits, sharesOf, spreadsOf, type Summary } from '#engines/measures/index.ts'
import type { CaseColumns } from '../columns.ts'
import type { NumberField } from '../measured.ts'
import { numberAt } from './cases.ts'

const summed = (of: typeof sharesOf) =>
  function figure(
    columns: CaseColumns,
    cases: readonly number[],
    field: NumberField,
    minimumCell: number,
  ): Summary {
    const [whole] = of({
      count: cases.length,
      groups: 1,
      groupOf: () => 0,
      valueOf: (place) => numberAt(columns, field, cases[place] as number),
      minimumCell,
    })
    return whole as Summary
  }

/** The share of some cases for which a field is 1. */
export const shareFigure = summed(sharesOf)
/** The median of a field over some cases, with its interval and tail. */
export const spreadFigure = summed(spreadsOf)

export function hitsOf(columns: CaseColumns, cases: readonly number[], field: NumberField): Hits {
  let [hits, of] = [0, 0]
  for (const index of cases) {
    const value = numberAt(columns, field, index)
    if (Number.isNaN(value)) continue
    of++
    hits += value
  }
  return { hits, of }
}
