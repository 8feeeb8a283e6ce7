import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { instant, text } from './columns.ts'
import { type Half, HALVES } from './terms.ts'

const Duty = z.object({ day: z.string(), half: z.enum(HALVES), counter: z.string(), account: z.string() })
export type Duty = z.infer<typeof Duty>

export const findDuty = (db: Db, from: Day, until: Day): Promise<Duty[]> =>
  db.rows(
    Duty,
    sql`
    select on_day as day, half, counter, account
      from hall_duty
     where jurisdiction = ${db.scope.jurisdiction}
       and on_day between ${from}::date and ${until}::date
     order by on_day, half desc, counter
     limit 50000`,
  )

export const putDuty = (db: Db, day: string, half: Half, counter: string, account: string | null) =>
  account === null
    ? db.run(sql`
        delete from hall_duty
         where jurisdiction = ${db.scope.jurisdiction}
           and on_day = ${day}::date
           and half = ${half}
           and counter = ${counter}`)
    : db.run(sql`
        insert into hall_duty (jurisdiction, on_day, half, counter, account)
        values (${db.scope.jurisdiction}, ${day}::date, ${half}, ${counter}, ${account})
            on conflict (jurisdiction, on_day, half, counter) do update
           set account = excluded.account`)

const SittingRow = z.object({ counter: z.string(), takenAt: instant, leftAt: instant.nullable() })
export type SittingRow = z.infer<typeof SittingRow>

/** Who began to sit somewhere within a span. */
export const findSittings = (db: Db, from: EpochMs, until: EpochMs): Promise<SittingRow[]> =>
  db.rows(
    SittingRow,
    sql`
    select counter, taken_at, left_at
      from hall_sitting
     where jurisdiction = ${db.scope.jurisdiction}
       and taken_at >= ${text(from)}
       and taken_at < ${text(until)}
     order by counter, taken_at
     limit 200000`,
  )
