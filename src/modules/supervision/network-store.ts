import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { CASE_EVENT } from './case-events.ts'

const Worked = z.object({
  log: z.string(),
  caseId: z.string(),
  concludedAt: z.date().transform(Number),
  times: z.array(z.date().transform((at): EpochMs => at.getTime())),
})
export type Worked = z.infer<typeof Worked>

/**
 * When something was done in the cases of a unit that were concluded last. Streams are named before the join: row-level
 * security lets it use no index for a name that is put together in it.
 */
export const findWorked = (db: Db, unit: string): Promise<Worked[]> =>
  db.rows(
    Worked,
    sql`
    with concluded as (
         select log, case_id, concluded_at, 'log/' || log || '/' || case_id as stream
           from watched_case
          where jurisdiction = ${db.scope.jurisdiction}
            and unit = ${unit}
            and concluded_at is not null
          order by concluded_at desc, log, case_id
          limit 300)
    select concluded.log, concluded.case_id, concluded.concluded_at,
           array_agg(event.occurred_at order by event.occurred_at) as times
      from concluded
      join ledger_event as event
        on event.jurisdiction = ${db.scope.jurisdiction}
       and event.stream = concluded.stream
       and event.type = ${CASE_EVENT}
     group by concluded.log, concluded.case_id, concluded.concluded_at
     order by concluded.concluded_at desc, concluded.log, concluded.case_id`,
  )
