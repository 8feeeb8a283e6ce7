import { z } from 'zod'
import { type Day, type EpochMs, isDay } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { Badge } from './badge.ts'
import type { CounterContent, HallPlace } from './contract.ts'
import {
  type BadgeEnding,
  COUNTER_STATES,
  type CounterState,
  HALL_CHANNELS,
  HALL_LEVELS,
  type Half,
  HALVES,
} from './terms.ts'

const instant = z.date().transform(Number)
const text = (at: EpochMs) => new Date(at).toISOString()
const DayColumn = z.custom<Day>((value) => typeof value === 'string' && isDay(value))

const Place = z.object({
  hall: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  level: z.enum(HALL_LEVELS),
  address: z.string(),
  phone: z.string(),
  unit: z.string(),
  channels: z.array(z.enum(HALL_CHANNELS)),
})

/** Every hall of the jurisdiction. */
export const findHalls = (db: Db) =>
  db.rows(
    Place,
    sql`
    select hall, name_zh, name_en, level, address, phone, unit, channels
      from hall_place
     where jurisdiction = ${db.scope.jurisdiction}
     order by hall
     limit 5000`,
  )

export const putPlace = (db: Db, hall: string, { name, level, address, phone, unit, channels }: HallPlace) =>
  db.run(sql`
    insert into hall_place (jurisdiction, hall, name_zh, name_en, level, address, phone, unit, channels)
    values (${db.scope.jurisdiction}, ${hall}, ${name.zh}, ${name.en}, ${level}, ${address}, ${phone}, ${unit},
            ${channels}::text[])
        on conflict (jurisdiction, hall) do update
       set name_zh = excluded.name_zh, name_en = excluded.name_en, level = excluded.level,
           address = excluded.address, phone = excluded.phone, unit = excluded.unit, channels = excluded.channels`)

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

/** A badge with `endedHow` is worn by nobody any more. */
const BadgeRow = z.object({
  badge: z.string(),
  account: z.string(),
  name: z.string(),
  unit: z.string(),
  dutiesZh: z.string(),
  dutiesEn: z.string(),
  lentUntil: DayColumn.nullable(),
  endedHow: z.enum(['returned', 'lost']).nullable(),
  endReason: z.string(),
  issuedAt: instant,
  endedAt: instant.nullable(),
})
export type BadgeRow = z.infer<typeof BadgeRow>

const badgeColumns = sql`
  badge, account, name, unit, duties_zh, duties_en, lent_until, end_reason, issued_at, withdrawn_at as ended_at,
  case when withdrawn_at is not null then coalesce(ended_how, 'returned') end as ended_how`

/** Every badge that was ever issued. */
export const findBadges = (db: Db): Promise<BadgeRow[]> =>
  db.rows(
    BadgeRow,
    sql`
    select ${badgeColumns}
      from hall_badge
     where jurisdiction = ${db.scope.jurisdiction}
     order by badge
     limit 5000`,
  )

/** By its number, which people type in small letters as well. */
export const findBadge = (db: Db, badge: string): Promise<BadgeRow | undefined> =>
  db.one(
    BadgeRow,
    sql`
    select ${badgeColumns}
      from hall_badge
     where jurisdiction = ${db.scope.jurisdiction}
       and badge in (${badge}, upper(${badge}))
     order by badge = ${badge} desc
     limit 1`,
  )

/** The badges that these people wear; with `on`, only those that are good on that day. */
export const findBadgesOf = (db: Db, accounts: readonly string[], on?: Day): Promise<BadgeRow[]> =>
  db.rows(
    BadgeRow,
    sql`
    select ${badgeColumns}
      from hall_badge
     where jurisdiction = ${db.scope.jurisdiction}
       and account = any (${accounts}::text[])
       and withdrawn_at is null
       and (${on ?? null}::date is null or lent_until is null or lent_until >= ${on ?? null}::date)
     order by badge
     limit 5000`,
  )

export const putBadge = (
  db: Db,
  badge: string,
  { account, name, unit, duties, lentUntil }: Badge,
  at: EpochMs,
) =>
  db.run(sql`
    insert into hall_badge (jurisdiction, badge, account, name, unit, duties_zh, duties_en, lent_until, issued_at)
    values (${db.scope.jurisdiction}, ${badge}, ${account}, ${name}, ${unit}, ${duties.zh}, ${duties.en},
            ${lentUntil}::date, ${text(at)})
        on conflict (jurisdiction, badge) do update
       set name = excluded.name, unit = excluded.unit, duties_zh = excluded.duties_zh, duties_en = excluded.duties_en,
           lent_until = excluded.lent_until`)

export const endBadge = (
  db: Db,
  badge: string,
  { how, reason, at }: { readonly how: BadgeEnding; readonly reason: string; readonly at: EpochMs },
) =>
  db.run(sql`
    update hall_badge
       set withdrawn_at = ${text(at)}, ended_how = ${how}, end_reason = ${reason}
     where jurisdiction = ${db.scope.jurisdiction}
       and badge = ${badge}`)

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
