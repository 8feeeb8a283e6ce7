import { z } from 'zod'
import { type Db, raw, sql } from '#kernel/sql.ts'

const ofLog = (log: string | undefined) => (log === undefined ? raw('true') : sql`log = ${log}`)

const CardCount = z.object({
  log: z.string(),
  unit: z.string().nullable(),
  rule: z.string(),
  level: z.enum(['notice', 'yellow', 'red']),
  status: z.enum(['raised', 'answered', 'upheld', 'excused', 'withdrawn']),
  month: z.string(),
  cards: z.number(),
})
export type CardCount = z.infer<typeof CardCount>

export const findCardCounts = (db: Db, log: string | undefined): Promise<CardCount[]> =>
  db.rows(
    CardCount,
    sql`
    select log, unit, rule, level, status, month, cards
      from card_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}
     limit 100000`,
  )

const Duration = z.object({ usedDays: z.number(), cases: z.number() })
export type Duration = z.infer<typeof Duration>

/** Concluded cases by working days used, shortest first. */
export const findDurations = (db: Db, log: string | undefined): Promise<Duration[]> =>
  db.rows(
    Duration,
    sql`
    select used_days, sum(cases)::int8 as cases
      from watch_duration
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}
     group by used_days
     order by used_days
     limit 100000`,
  )

const Span = z.object({
  log: z.string(),
  firstAt: z.date().transform(Number),
  lastAt: z.date().transform(Number),
})

export const findSpans = (db: Db) =>
  db.rows(
    Span,
    sql`
    select log, first_at, last_at
      from watch_span
     where jurisdiction = ${db.scope.jurisdiction}
     limit 10000`,
  )

const Step = z.object({
  fromActivity: z.string(),
  toActivity: z.string(),
  moves: z.number(),
  seconds: z.number(),
})

/** The directly-follows graph of a log as kept by the append; '' stands for the start and the end. */
export const findSteps = (db: Db, log: string) =>
  db.rows(
    Step,
    sql`
    select from_activity, to_activity, moves, seconds
      from watch_step
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
     order by moves desc, from_activity, to_activity
     limit 100000`,
  )

const Events = z.object({ events: z.number() })

/** How many events a log has: its columns, once read, are kept until there are more. */
export const countEvents = async (db: Db, log: string): Promise<number> =>
  (
    await db.one(
      Events,
      sql`
      select coalesce(sum(events), 0)::int8 as events
        from watch_total
       where jurisdiction = ${db.scope.jurisdiction}
         and log = ${log}`,
    )
  )?.events ?? 0
