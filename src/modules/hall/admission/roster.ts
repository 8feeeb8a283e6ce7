import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findItemsInForce } from '#modules/catalogue/index.ts'
import { isInForce } from '../delegation/delegation.ts'
import { findDelegations } from '../delegation/store.ts'
import { stateOf } from './admission.ts'
import { findAdmissions } from './store.ts'

/** What a department brought into the hall: its items, those that entered, and those its window may decide (授权). */
export interface Brought {
  readonly items: number
  readonly entered: number
  readonly authority: number
}

export async function rosterOf(db: Db, hall: string, today: Day): Promise<(unit: string) => Brought> {
  const files = new Map((await findAdmissions(db, hall)).map(({ item, state }) => [item, state]))
  const decidable = new Set(
    (await findDelegations(db))
      .filter(({ state }) => isInForce(state, today) && state.decide.length > 0)
      .map(({ item }) => item),
  )
  const brought = new Map<string, Brought>()
  for (const { item, unit } of await findItemsInForce(db, today)) {
    const { items, entered, authority } = brought.get(unit) ?? NOTHING
    const file = files.get(item)
    const isIn = file !== undefined && stateOf(file, today) === 'entered'
    brought.set(unit, {
      items: items + 1,
      entered: entered + Number(isIn),
      authority: authority + Number(decidable.has(item)),
    })
  }
  return (unit) => brought.get(unit) ?? NOTHING
}

const NOTHING: Brought = { items: 0, entered: 0, authority: 0 }
