import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Change = z.object({
  circular: z.string(),
  unit: z.string(),
  saidBy: z.string(),
  saidAt: z.date().transform(Number),
  text: z.string(),
})
export type TypicalChange = z.infer<typeof Change>

/** As far as the reader sees, the first first. */
export const findChanges = (db: Db): Promise<TypicalChange[]> =>
  db.rows(
    Change,
    sql`
    select circular, unit, said_by, said_at, text
      from typical_change
     where jurisdiction = ${db.scope.jurisdiction}
     order by said_at, unit
     limit 5000`,
  )

export const putChange = (
  db: Db,
  { circular, unit, by, at, text }: { circular: string; unit: string; by: string; at: EpochMs; text: string },
) =>
  db.run(sql`
    insert into typical_change (jurisdiction, circular, unit, said_by, said_at, text)
    values (${db.scope.jurisdiction}, ${circular}, ${unit}, ${by}, ${new Date(at).toISOString()}, ${text})
        on conflict (jurisdiction, circular, unit) do update
       set said_by = excluded.said_by, said_at = excluded.said_at, text = excluded.text`)
