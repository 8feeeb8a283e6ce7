import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { Conference, Ruling } from './conference.ts'

/** Written by `evolveConference` and nobody else, so read back as it is. */
const Stored = z.object({
  state: z.custom<Conference>((value) => typeof value === 'object' && value !== null && 'agenda' in value),
  version: z.number(),
})

export const findConference = (db: Db, conference: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from conference
     where jurisdiction = ${db.scope.jurisdiction}
       and conference = ${conference}`,
  )

/** The newest first. */
export const findConferences = (db: Db) =>
  db.rows(
    Stored,
    sql`
    select state, version
      from conference
     where jurisdiction = ${db.scope.jurisdiction}
     order by on_day desc, conference desc
     limit 100`,
  )

/** The day the first one was called for, from which on a period without one shows. */
export const findFirstDay = async (db: Db): Promise<Day | undefined> =>
  (
    await db.one(
      z.object({ on: z.string().transform((text) => text as Day) }),
      sql`
    select on_day as on
      from conference
     where jurisdiction = ${db.scope.jurisdiction}
     order by on_day
     limit 1`,
    )
  )?.on

const StoredRuling = z.object({
  conference: z.string(),
  ruling: z.custom<Ruling>((value) => typeof value === 'object' && value !== null && 'reports' in value),
})
export type StoredRuling = z.infer<typeof StoredRuling>

/** Rulings that the reader sees, the most urgent first; `dueBefore` leaves those whose day is not over. */
export const findRulings = (
  db: Db,
  { unfinished, dueBefore }: { readonly unfinished: boolean; readonly dueBefore?: Day | undefined },
): Promise<StoredRuling[]> =>
  db.rows(
    StoredRuling,
    sql`
    select conference, ruling
      from conference_ruling
     where jurisdiction = ${db.scope.jurisdiction}
       and (not ${unfinished} or status in ('open', 'reported'))
       and (${dueBefore ?? null}::date is null or due_on < ${dueBefore ?? null}::date)
     order by due_on, conference, number
     limit 500`,
  )

export const findRuling = (db: Db, conference: string, number: number) =>
  db.one(
    StoredRuling,
    sql`
    select conference, ruling
      from conference_ruling
     where jurisdiction = ${db.scope.jurisdiction}
       and conference = ${conference}
       and number = ${number}`,
  )

export async function putConference(
  db: Db,
  conference: string,
  { state, version }: { readonly state: Conference; readonly version: number },
): Promise<void> {
  await db.run(sql`
    insert into conference (jurisdiction, conference, status, on_day, state, version)
    values (${db.scope.jurisdiction}, ${conference}, ${state.status}, ${state.held?.on ?? state.on},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, conference) do update
       set status = excluded.status, on_day = excluded.on_day, state = excluded.state, version = excluded.version`)
  if (state.rulings.length === 0) return
  await db.run(sql`
    insert into conference_ruling (jurisdiction, conference, number, unit, due_on, status, ruling)
    select ${db.scope.jurisdiction}, ${conference}, (one->>'number')::integer, one->>'unit', (one->>'dueOn')::date,
           one->>'status', one
      from jsonb_array_elements(${JSON.stringify(state.rulings)}::jsonb) as one
        on conflict (jurisdiction, conference, number) do update
       set due_on = excluded.due_on, status = excluded.status, ruling = excluded.ruling`)
}
