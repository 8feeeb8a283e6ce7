import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { Badge } from './badge.ts'
import { DayColumn, instant, text } from './columns.ts'
import type { BadgeEnding } from './terms.ts'

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
