import { z } from 'zod'
import { type Db, raw, sql } from '#kernel/sql.ts'

const ofLog = (log: string | undefined) => (log === undefined ? raw('true') : sql`log = ${log}`)

const CellCount = z.object({
  log: z.string(),
  unit: z.string().nullable(),
  state: z.enum(['open', 'suspended', 'concluded']),
  colour: z.enum(['quiet', 'soon', 'yellow', 'red']),
  late: z.boolean(),
  timed: z.boolean(),
  early: z.boolean(),
  cases: z.number(),
  events: z.number(),
})
export type CellCount = z.infer<typeof CellCount>

/** How many cases stand where: a few hundred rows, whatever the number of cases. */
export const findCounts = (db: Db, log: string | undefined): Promise<CellCount[]> =>
  db.rows(
    CellCount,
    sql`
    select log, unit, state, colour, late, timed, early, cases, events
      from watch_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and rule = ''
       and ${ofLog(log)}
     limit 100000`,
  )

/** The same without telling units apart. */
export const findTotals = (db: Db, log: string | undefined): Promise<CellCount[]> =>
  db.rows(
    CellCount,
    sql`
    select '' as log, null as unit, state, colour, late, timed, early,
           sum(cases)::int8 as cases, sum(events)::int8 as events
      from watch_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and rule = ''
       and ${ofLog(log)}
     group by state, colour, late, timed, early
     limit 1000`,
  )

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

/** Cards by rule, level and status, units and months together. */
export const findCardTotals = (db: Db, log: string | undefined): Promise<CardCount[]> =>
  db.rows(
    CardCount,
    sql`
    select '' as log, null as unit, rule, level, status, '' as month, sum(cards)::int8 as cards
      from card_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}
     group by rule, level, status
     limit 10000`,
  )

const Duration = z.object({ unit: z.string(), usedDays: z.number(), cases: z.number() })
export type Duration = z.infer<typeof Duration>

/** Concluded cases by working days used. */
export const findDurations = (db: Db, log: string | undefined): Promise<Duration[]> =>
  db.rows(
    Duration,
    sql`
    select unit, used_days, sum(cases)::int8 as cases
      from watch_duration
     where jurisdiction = ${db.scope.jurisdiction}
       and ${ofLog(log)}
     group by unit, used_days
     order by unit, used_days
     limit 100000`,
  )

/** The same without telling units apart. */
export const findDurationTotals = (db: Db, log: string | undefined): Promise<Duration[]> =>
  db.rows(
    Duration,
    sql`
    select '' as unit, used_days, sum(cases)::int8 as cases
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
        from watch_cell
       where jurisdiction = ${db.scope.jurisdiction}
         and rule = ''
         and log = ${log}`,
    )
  )?.events ?? 0
