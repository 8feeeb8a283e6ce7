import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import type { LivingCase } from './case.ts'

/** Written by `evolve` and nobody else, so read back as it is. */
const Stored = z.object({
  caseNo: z.string(),
  state: z.custom<LivingCase>((value) => typeof value === 'object' && value !== null && 'status' in value),
})

const MOST = 500

interface Span {
  readonly from: EpochMs
  readonly until: EpochMs
}

const instant = (at: EpochMs) => new Date(at).toISOString()

/** The states of cases of a span for which something holds; as far as the reader sees them, the newest first. */
const statesWhere = async (db: Db, { from, until }: Span, holds: Sql): Promise<LivingCase[]> =>
  (
    await db.rows(
      Stored,
      sql`
    select case_no, state
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and received_at >= ${instant(from)}
       and received_at < ${instant(until)}
       and ${holds}
     order by received_at desc, case_no
     limit ${MOST}`,
    )
  ).map(({ state }) => state)

/** Cases with a transfer, made or stopped. */
export const findTransferred = (db: Db, span: Span): Promise<LivingCase[]> =>
  statesWhere(db, span, sql`state -> 'transfers' is not null`)

/** Cases that reached a leader, or speak of one. */
export const findInvolved = (db: Db, span: Span): Promise<LivingCase[]> =>
  statesWhere(db, span, sql`(state -> 'interventions' is not null or state -> 'cited' is not null)`)

/** Cases under way of which the applicant heard last before an instant, and decided ones with so long a silence. */
export const findSilent = (
  db: Db,
  span: Span,
  { before, longestMs }: { readonly before: EpochMs; readonly longestMs: number },
): Promise<LivingCase[]> =>
  statesWhere(
    db,
    span,
    sql`accepted_at is not null
        and (   (status in ('accepted', 'suspended') and (state -> 'heard' ->> 'toldAt')::numeric < ${before})
             or (status in ('decided', 'delivered') and (state -> 'heard' ->> 'longestMs')::numeric > ${longestMs}))`,
  )
