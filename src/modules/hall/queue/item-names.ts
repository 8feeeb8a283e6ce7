import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { readGuide } from '#modules/catalogue/index.ts'

/** The names of items as they are on a day, each read once. One that is no longer published has none. */
export async function itemNames(
  db: Db,
  items: readonly (string | null)[],
  day: Day,
): Promise<ReadonlyMap<string, Bilingual>> {
  const names = new Map<string, Bilingual>()
  for (const item of new Set(items.filter((one) => one !== null))) {
    try {
      names.set(item, (await readGuide(db, item, day)).guide.content.name)
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return names
}
