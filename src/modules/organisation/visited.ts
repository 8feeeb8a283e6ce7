import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { refuse } from './refusals.ts'
import { findJurisdictions } from './store.ts'

/**
 * The jurisdiction that a visitor without a session means: the one named, or the only one there is. Several and none
 * named is refused, because guessing would show one government's matters as another's.
 */
export async function jurisdictionOf(database: Database, asked: string | undefined): Promise<string> {
  const rows = await jurisdictionsIn(database)
  const found = asked === undefined ? rows.length === 1 && rows[0] : rows.find(({ id }) => id === asked)
  if (!found) throw refuse('organisation.which-jurisdiction', { count: rows.length })
  return found.id
}

const asking = new WeakMap<Database, ReturnType<typeof findJurisdictions>>()

/** Visitors who come at the same time share one look: every public page begins with it. */
function jurisdictionsIn(database: Database): ReturnType<typeof findJurisdictions> {
  const shared = asking.get(database)
  if (shared) return shared
  const asked = database
    .read({ jurisdiction: EVERY_JURISDICTION }, findJurisdictions)
    .finally(() => asking.delete(database))
  asking.set(database, asked)
  return asked
}
