import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { findJurisdictions } from './store.ts'

/** The jurisdictions that have a ledger in this database. */
export async function jurisdictionsOf(database: Database): Promise<string[]> {
  const rows = await database.read({ jurisdiction: EVERY_JURISDICTION }, findJurisdictions)
  return rows.map(({ jurisdiction }) => jurisdiction)
}
