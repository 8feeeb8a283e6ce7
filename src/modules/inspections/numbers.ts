import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { refuse } from './refusals.ts'
import { findNumbers } from './store.ts'
import { INSPECTION_NUMBERS, type InspectionNumber } from './terms.ts'

/** A number of local practice, from a day on, with the reason. Stream `inspection-number/<name>`. */
export interface NumberSet {
  readonly type: 'NumberSet'
  readonly from: Day
  readonly value: number
  readonly reason: string
}

export interface NumberState {
  readonly name: InspectionNumber
  readonly set: readonly (Omit<NumberSet, 'type'> & { readonly by: string })[]
}

export const evolveNumber = (
  state: NumberState | undefined,
  { type: _, ...set }: NumberSet,
  { by, id }: { readonly by: string; readonly id: string },
): NumberState => ({ name: id as InspectionNumber, set: [...(state?.set ?? []), { ...set, by }] })

/** The past was judged by the number it knew. */
export function setNumber(given: Omit<NumberSet, 'type'>, today: Day): NumberSet[] {
  if (given.from < today) throw refuse('inspection.setting-retroactive', { from: given.from })
  return [{ type: 'NumberSet', ...given }]
}

export const numberOn = (state: NumberState | undefined, name: InspectionNumber, today: Day): number =>
  state?.set.findLast(({ from }) => from <= today)?.value ?? INSPECTION_NUMBERS[name].usual

export async function numbersOn(db: Db, today: Day): Promise<(name: InspectionNumber) => number> {
  const rows = await findNumbers(db)
  return (name) => numberOn(rows.find(({ state }) => state.name === name)?.state, name, today)
}
