import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { instant, text } from './columns.ts'
import type { CounterContent } from './contract.ts'
import { COUNTER_STATES, type CounterState } from './terms.ts'

const CounterRow = z.object({
  counter: z.string(),
  hall: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  place: z.string(),
  units: z.array(z.string()),
  workingHours: z.string(),
  restHours: z.string().nullable(),
  conductZh: z.string(),
  conductEn: z.string(),
  complaintPhone: z.string(),
  complaintUnit: z.string(),
  registeredAt: instant,
  state: z.enum(COUNTER_STATES),
  stateReason: z.string(),
  stateSince: instant,
  account: z.string().nullable(),
  badge: z.string().nullable(),
  seatedAt: instant.nullable(),
  badgeName: z.string().nullable(),
})
export type CounterRow = z.infer<typeof CounterRow>

const counterColumns = sql`
  c.counter, c.hall, c.name_zh, c.name_en, c.place, c.units, c.working_hours, c.rest_hours, c.conduct_zh,
  c.conduct_en, c.complaint_phone, c.complaint_unit, c.registered_at,
  c.state, c.state_reason, c.state_since, c.account, c.badge, c.seated_at, b.name as badge_name`

const withBadge = sql`
  left join hall_badge b
    on b.jurisdiction = c.jurisdiction
   and b.badge = c.badge`

/** The counters of one hall, or of all. */
export const findCounters = (db: Db, hall?: string): Promise<CounterRow[]> =>
  db.rows(
    CounterRow,
    sql`
    select ${counterColumns}
      from hall_counter c ${withBadge}
     where c.jurisdiction = ${db.scope.jurisdiction}
       and (${hall ?? null}::text is null or c.hall = ${hall ?? null})
     order by c.counter
     limit 2000`,
  )

export const findCounter = (db: Db, counter: string): Promise<CounterRow | undefined> =>
  db.one(
    CounterRow,
    sql`
    select ${counterColumns}
      from hall_counter c ${withBadge}
     where c.jurisdiction = ${db.scope.jurisdiction}
       and c.counter = ${counter}`,
  )

/** Where somebody signed on last and has not signed off, on whatever day that was. */
export const findSeatsOf = (db: Db, account: string): Promise<CounterRow[]> =>
  db.rows(
    CounterRow,
    sql`
    select ${counterColumns}
      from hall_counter c ${withBadge}
     where c.jurisdiction = ${db.scope.jurisdiction}
       and c.account = ${account}
     order by c.seated_at desc
     limit 20`,
  )

export const putCounter = (db: Db, counter: string, content: CounterContent, at: EpochMs) =>
  db.run(sql`
    insert into hall_counter
           (jurisdiction, counter, hall, name_zh, name_en, place, units, working_hours, rest_hours, conduct_zh, conduct_en,
            complaint_phone, complaint_unit, registered_at, state, state_reason, state_since)
    values (${db.scope.jurisdiction}, ${counter}, ${content.hall}, ${content.name.zh}, ${content.name.en},
            ${content.place}, ${content.units}::text[], ${content.workingHours}, ${content.restHours},
            ${content.conduct?.zh ?? ''}, ${content.conduct?.en ?? ''}, ${content.complaint?.phone ?? ''},
            ${content.complaint?.unit ?? ''}, ${text(at)}, 'closed', '', ${text(at)})
        on conflict (jurisdiction, counter) do update
       set name_zh = excluded.name_zh, name_en = excluded.name_en, place = excluded.place, units = excluded.units,
           working_hours = excluded.working_hours, rest_hours = excluded.rest_hours,
           conduct_zh = excluded.conduct_zh, conduct_en = excluded.conduct_en,
           complaint_phone = excluded.complaint_phone, complaint_unit = excluded.complaint_unit`)

export const setCounterState = (
  db: Db,
  counter: string,
  { state, reason, at }: { readonly state: CounterState; readonly reason: string; readonly at: EpochMs },
) =>
  db.run(sql`
    update hall_counter
       set state = ${state}, state_reason = ${reason}, state_since = ${text(at)}
     where jurisdiction = ${db.scope.jurisdiction}
       and counter = ${counter}`)

interface Taken {
  readonly account: string
  readonly badge: string
  readonly onDuty: boolean
  readonly at: EpochMs
}

export async function seat(db: Db, counter: string, { account, badge, onDuty, at }: Taken): Promise<void> {
  await db.run(sql`
    update hall_counter
       set account = ${account}, badge = ${badge}, seated_at = ${text(at)}
     where jurisdiction = ${db.scope.jurisdiction}
       and counter = ${counter}`)
  await db.run(sql`
    insert into hall_sitting (jurisdiction, counter, taken_at, account, badge, on_duty)
    values (${db.scope.jurisdiction}, ${counter}, ${text(at)}, ${account}, ${badge}, ${onDuty})
        on conflict (jurisdiction, counter, taken_at) do update
       set account = excluded.account, badge = excluded.badge, on_duty = excluded.on_duty, left_at = null`)
}

/** `leftAt` null: nobody signed off, the sitting ended with its day. */
export async function unseat(db: Db, counter: string, leftAt: EpochMs | null): Promise<void> {
  await db.run(sql`
    update hall_counter
       set account = null, badge = null, seated_at = null
     where jurisdiction = ${db.scope.jurisdiction}
       and counter = ${counter}`)
  if (leftAt === null) return
  await db.run(sql`
    update hall_sitting
       set left_at = ${text(leftAt)}
     where jurisdiction = ${db.scope.jurisdiction}
       and counter = ${counter}
       and left_at is null
       and taken_at = (select max(last.taken_at)
                         from hall_sitting last
                        where last.jurisdiction = ${db.scope.jurisdiction}
                          and last.counter = ${counter})`)
}
