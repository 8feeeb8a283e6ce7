import { z } from 'zod'
import { type Db, raw, sql } from '#kernel/sql.ts'
import type { CardTotalChange, CaseTotal } from './totals.ts'

const ofLog = (log: string | undefined) => (log === undefined ? raw('true') : sql`log = ${log}`)

/** Adds to the totals of the units of a log; a unit without cases has no row, so that a rebuild gives the same. */
export async function addToTotals(
  db: Db,
  log: string,
  changes: readonly { readonly unit: string; readonly total: CaseTotal }[],
): Promise<void> {
  if (changes.length === 0) return
  const given = changes.map(({ unit, total: { overdueYellow, overdueRed, onTime, ...rest } }) => ({
    unit,
    ...rest,
    overdue_yellow: overdueYellow,
    overdue_red: overdueRed,
    on_time: onTime,
  }))
  await db.run(sql`
    insert into watch_total as t
           (jurisdiction, log, unit, cases, events, open, suspended, soon, overdue_yellow, overdue_red, overdue,
            concluded, on_time, early)
    select ${db.scope.jurisdiction}, ${log}, unit, cases, events, open, suspended, soon, overdue_yellow, overdue_red,
           overdue, concluded, on_time, early
      from json_to_recordset(${JSON.stringify(given)}::json)
           as given (unit text, cases bigint, events bigint, open bigint, suspended bigint, soon bigint,
                     overdue_yellow bigint, overdue_red bigint, overdue bigint, concluded bigint, on_time bigint,
                     early bigint)
        on conflict (jurisdiction, log, unit) do update
       set cases = t.cases + excluded.cases, events = t.events + excluded.events, open = t.open + excluded.open,
           suspended = t.suspended + excluded.suspended, soon = t.soon + excluded.soon,
           overdue_yellow = t.overdue_yellow + excluded.overdue_yellow,
           overdue_red = t.overdue_red + excluded.overdue_red, overdue = t.overdue + excluded.overdue,
           concluded = t.concluded + excluded.concluded, on_time = t.on_time + excluded.on_time,
           early = t.early + excluded.early`)
  if (changes.every(({ total }) => total.cases >= 0)) return
  await db.run(sql`
    delete from watch_total
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and cases = 0`)
}

/** Adds to the totals of cards; a total that empties is removed. */
export async function addToCardTotals(db: Db, changes: readonly CardTotalChange[]): Promise<void> {
  if (changes.length === 0) return
  await db.run(sql`
    insert into card_total (jurisdiction, log, unit, rule, level, status, cards)
    select ${db.scope.jurisdiction}, log, unit, rule, level, status, cards
      from json_to_recordset(${JSON.stringify(changes)}::json)
           as given (log text, unit text, rule text, level text, status text, cards bigint)
        on conflict (jurisdiction, log, unit, rule, level, status) do update
       set cards = card_total.cards + excluded.cards`)
  if (changes.every(({ cards }) => cards > 0)) return
  await db.run(sql`
    delete from card_total
     where jurisdiction = ${db.scope.jurisdiction}
       and log = any (${[...new Set(changes.map(({ log }) => log))]}::text[])
       and cards = 0`)
}

const numbers = {
  cases: z.number(),
  events: z.number(),
  open: z.number(),
  suspended: z.number(),
  soon: z.number(),
  overdueYellow: z.number(),
  overdueRed: z.number(),
  overdue: z.number(),
  concluded: z.number(),
  onTime: z.number(),
  early: z.number(),
} satisfies Record<keyof CaseTotal, z.ZodType>

const sums = sql`coalesce(sum(cases), 0)::int8 as cases, coalesce(sum(events), 0)::int8 as events,
           coalesce(sum(open), 0)::int8 as open, coalesce(sum(suspended), 0)::int8 as suspended,
           coalesce(sum(soon), 0)::int8 as soon, coalesce(sum(overdue_yellow), 0)::int8 as overdue_yellow,
           coalesce(sum(overdue_red), 0)::int8 as overdue_red, coalesce(sum(overdue), 0)::int8 as overdue,
           coalesce(sum(concluded), 0)::int8 as concluded, coalesce(sum(on_time), 0)::int8 as on_time,
           coalesce(sum(early), 0)::int8 as early`

/** How the cases of a log, or of all logs, stand; row-level security leaves out other units. */
export const findTotal = (db: Db, log: string | undefined): Promise<CaseTotal | undefined> =>
  db.one(
    z.object(numbers),
    sql`
    select ${sums}
      from watch_total
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}`,
  )

const UnitTotal = z.object({ unit: z.string(), ...numbers })
export type UnitTotal = z.infer<typeof UnitTotal>

/** The same unit by unit; '' where the log names none. */
export const findUnitTotals = (db: Db, log: string | undefined): Promise<UnitTotal[]> =>
  db.rows(
    UnitTotal,
    sql`
    select unit, ${sums}
      from watch_total
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}
     group by unit
     order by unit
     limit 10000`,
  )

const LogTotal = z.object({ log: z.string(), ...numbers })

/** The same log by log. */
export const findLogTotals = (db: Db): Promise<z.infer<typeof LogTotal>[]> =>
  db.rows(
    LogTotal,
    sql`
    select log, ${sums}
      from watch_total
     where jurisdiction = ${db.scope.jurisdiction}
     group by log
     limit 10000`,
  )

const CardTotal = z.object({
  rule: z.string(),
  level: z.enum(['notice', 'yellow', 'red']),
  status: z.enum(['raised', 'answered', 'upheld', 'excused', 'withdrawn']),
  cards: z.number(),
})
export type CardTotal = z.infer<typeof CardTotal>

/** Cards by rule, level and status. */
export const findCardTotals = (db: Db, log: string | undefined): Promise<CardTotal[]> =>
  db.rows(
    CardTotal,
    sql`
    select rule, level, status, sum(cards)::int8 as cards
      from card_total
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}
     group by rule, level, status
     limit 10000`,
  )

const UnitCards = z.object({ unit: z.string(), yellow: z.number(), red: z.number() })
export type UnitCards = z.infer<typeof UnitCards>

/** Yellow and red cards of each unit that were not withdrawn. */
export const findUnitCards = (db: Db, log: string | undefined): Promise<UnitCards[]> =>
  db.rows(
    UnitCards,
    sql`
    select unit, coalesce(sum(cards) filter (where level = 'yellow'), 0)::int8 as yellow,
           coalesce(sum(cards) filter (where level = 'red'), 0)::int8 as red
      from card_total
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}
       and status <> 'withdrawn'
     group by unit
     limit 10000`,
  )

const LogCards = z.object({ log: z.string(), cards: z.number() })

/** Cards of each log that were not withdrawn. */
export const findLogCards = (db: Db): Promise<z.infer<typeof LogCards>[]> =>
  db.rows(
    LogCards,
    sql`
    select log, sum(cards)::int8 as cards
      from card_total
     where jurisdiction = ${db.scope.jurisdiction}
       and status <> 'withdrawn'
     group by log
     limit 10000`,
  )

const UnitMedian = z.object({ unit: z.string(), median: z.number() })
export type UnitMedian = z.infer<typeof UnitMedian>

/**
 * The median of working days used, unit by unit: the mean of the two cases in the middle, found in the histogram by how
 * many cases took as long or less.
 */
export const findUnitMedians = (db: Db, log: string | undefined): Promise<UnitMedian[]> =>
  db.rows(
    UnitMedian,
    sql`
    with used as (
         select unit, used_days, sum(sum(cases)) over (partition by unit order by used_days) as through,
                sum(sum(cases)) over (partition by unit) as all_cases
           from watch_duration
          where jurisdiction = ${db.scope.jurisdiction}
            and ${ofLog(log)}
          group by unit, used_days)
    select unit,
           (  min(used_days) filter (where through > div(all_cases - 1, 2))
            + min(used_days) filter (where through > div(all_cases, 2)))::float8 / 2 as median
      from used
     group by unit
     limit 10000`,
  )
