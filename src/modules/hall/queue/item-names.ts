import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { findNamesOn } from '#modules/catalogue/index.ts'

/** The names of items as they are on a day, read together. One that is no longer published has none. */
export async function itemNames(
  db: Db,
  items: readonly (string | null)[],
  day: Day,
): Promise<ReadonlyMap<string, Bilingual>> {
  const asked = [...new Set(items.filter((one) => one !== null))]
  const found = asked.length === 0 ? [] : await findNamesOn(db, asked, day)
  return new Map(found.map(({ item, name }) => [item, name]))
}
