import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'

const AuditEvent = z.object({
  position: z.number(),
  recordedAt: z.date(),
  actor: z.string(),
  type: z.string(),
  subject: z.string(),
  payload: z.record(z.string(), z.unknown()),
})

/**
 * How the office itself was run, newest first: straight from the ledger, so that nothing can be left out of it.
 * Streams of cases never begin with `office/`, so no case is in it.
 */
export const findAudit = (
  db: Db,
  given: { readonly before: number; readonly limit: number; readonly subject?: string | undefined },
) =>
  db.rows(
    AuditEvent,
    sql`
    select position, recorded_at, actor, type, substr(stream, 8) as subject, payload
      from ledger_event
     where jurisdiction = ${db.scope.jurisdiction}
       and stream like 'office/%'
       and position < ${given.before}
       and (${given.subject ?? null}::text is null or position(${given.subject ?? ''} in stream) > 0)
     order by position desc
     limit ${given.limit + 1}
  `,
  )

export const countAudit = (db: Db, subject: string | undefined) =>
  db.one(
    z.object({ total: z.number() }),
    sql`
    select count(*) as total
      from ledger_event
     where jurisdiction = ${db.scope.jurisdiction}
       and stream like 'office/%'
       and (${subject ?? null}::text is null or position(${subject ?? ''} in stream) > 0)
  `,
  )
