import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Power, powerOn } from './power.ts'
import { findReform } from './store.ts'

/** The unit that has the power over an item on a day since it was moved; undefined where it never was. */
export async function holderOn(db: Db, item: string, day: Day): Promise<string | undefined> {
  const found = await findReform<Power>(db, 'power', item)
  return powerOn(found?.state, day)?.toUnit
}
