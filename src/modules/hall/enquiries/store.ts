import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { type Enquiry, statusOf } from './enquiry.ts'

/** Written by `evolveEnquiry` and nobody else, so read back as it is. */
const State = z.custom<Enquiry>((value) => typeof value === 'object' && value !== null && 'first' in value)
const Stored = z.object({ enquiry: z.string(), state: State, version: z.number() })
export type StoredEnquiry = z.infer<typeof Stored>

export const findEnquiry = (db: Db, enquiry: string): Promise<StoredEnquiry | undefined> =>
  db.one(
    Stored,
    sql`
    select enquiry, state, version
      from hall_enquiry
     where jurisdiction = ${db.scope.jurisdiction}
       and enquiry = ${enquiry}`,
  )

export const findEnquiryOfSlip = (db: Db, slip: string): Promise<StoredEnquiry | undefined> =>
  db.one(
    Stored,
    sql`
    select enquiry, state, version
      from hall_enquiry
     where jurisdiction = ${db.scope.jurisdiction}
       and ${slip} = any (slips)
     limit 1`,
  )

/** What the same person, by telephone or by ticket, has asked and nobody has settled. */
export const findUnsettled = (
  db: Db,
  {
    mark,
    ticket,
    since,
  }: { readonly mark: string | null; readonly ticket: string | null; readonly since: EpochMs },
): Promise<StoredEnquiry[]> =>
  db.rows(
    Stored,
    sql`
    select enquiry, state, version
      from hall_enquiry
     where jurisdiction = ${db.scope.jurisdiction}
       and status <> 'settled'
       and asked_at >= ${new Date(since).toISOString()}
       and ((mark = ${mark} and ${mark}::text is not null) or (ticket = ${ticket} and ${ticket}::text is not null))
     order by asked_at, enquiry
     limit 20`,
  )

export interface EnquiryQuestion {
  readonly from: EpochMs
  readonly until: EpochMs
  readonly status: string | undefined
  readonly pingPong: boolean
  readonly limit: number
}

/** The newest first, as far as the reader sees them. */
export const findEnquiries = (db: Db, { from, until, status, pingPong, limit }: EnquiryQuestion) =>
  db.rows(
    Stored,
    sql`
    select enquiry, state, version
      from hall_enquiry
     where jurisdiction = ${db.scope.jurisdiction}
       and asked_at >= ${new Date(from).toISOString()}
       and asked_at < ${new Date(until).toISOString()}
       and (${status ?? null}::text is null or status = ${status ?? null})
       and (not ${pingPong} or ping_pong)
     order by asked_at desc, enquiry
     limit ${limit}`,
  )

export const putEnquiry = (db: Db, state: Enquiry, version: number) => {
  const { referrals, owner, first, seenBy } = state
  const units = [
    ...new Set([first.unit, ...seenBy, ...referrals.flatMap(({ from, to }) => [from, to])]),
  ].sort()
  return db.run(sql`
    insert into hall_enquiry
           (jurisdiction, enquiry, unit, seen_by, owner, status, asked_at, mark, ticket, slips, ping_pong, state, version)
    values (${db.scope.jurisdiction}, ${state.enquiry}, ${first.unit}, ${units}, ${owner?.account ?? null},
            ${statusOf(state)}, ${new Date(state.askedAt).toISOString()}, ${state.mark}, ${state.ticket},
            ${referrals.map(({ slip }) => slip)}, ${referrals.some(({ pingPong }) => pingPong)},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, enquiry) do update
       set seen_by = excluded.seen_by, owner = excluded.owner, status = excluded.status, slips = excluded.slips,
           ping_pong = excluded.ping_pong, state = excluded.state, version = excluded.version`)
}
