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

const known = new WeakMap<Database, ReturnType<typeof findJurisdictions>>()

/** Every public page begins with this look, and a government is founded once in years: a new one is seen within seconds. */
const KEPT_MS = 3000

function jurisdictionsIn(database: Database): ReturnType<typeof findJurisdictions> {
  const shared = known.get(database)
  if (shared) return shared
  const asked = database.read({ jurisdiction: EVERY_JURISDICTION }, findJurisdictions)
  known.set(database, asked)
  const forget = () => void known.delete(database)
  asked.then((rows) => (rows.length === 0 ? forget() : setTimeout(forget, KEPT_MS).unref()), forget)
  return asked
}
