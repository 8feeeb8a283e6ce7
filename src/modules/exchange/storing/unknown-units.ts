import type { Db } from '#kernel/sql.ts'
import type { CaseHistory } from '#engines/histories/index.ts'
import { findUnitNames } from '#modules/organisation/index.ts'

/** So many names tell that a column is no unit at all; more would only fill the memory. */
const MOST = 200

/**
 * Units that a log names and the organisation does not know. They are told and kept as they are: a log of another
 * government is imported all the same, but its cases then belong to no office here.
 */
export function unitNames(attribute: string | undefined) {
  const named = new Set<string>()
  return {
    see(batch: readonly CaseHistory[]): void {
      if (attribute === undefined || named.size >= MOST) return
      for (const { attributes } of batch) {
        const unit = attributes[attribute]
        if (unit !== undefined && named.size < MOST) named.add(unit)
      }
    },
    async unknown(db: Db): Promise<string[]> {
      const known = await findUnitNames(db, [...named])
      return [...named].filter((unit) => !known.has(unit)).sort()
    },
  }
}
