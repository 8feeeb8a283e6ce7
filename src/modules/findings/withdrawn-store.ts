import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'

/** Which of some findings were withdrawn: they leave every figure that once counted them. */
export const findWithdrawn = async (db: Db, findings: readonly string[]): Promise<ReadonlySet<string>> => {
  if (findings.length === 0) return new Set()
  const rows = await db.rows(
    z.object({ finding: z.string() }),
    sql`
    select finding
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and finding = any (${[...new Set(findings)]}::text[])
       and status = 'withdrawn'
     order by finding
     limit 100000`,
  )
  return new Set(rows.map(({ finding }) => finding))
}
