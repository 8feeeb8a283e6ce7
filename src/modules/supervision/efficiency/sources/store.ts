import { z } from 'zod'
import { dayOfNumber } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { failureOf } from './failure.ts'

const instant = z.date().transform(Number)

/** One more refused report of its day and reason. */
export async function countFailure(db: Db, event: StoredEvent): Promise<void> {
  const failure = failureOf(event)
  if (!failure) return
  const { log, source, account, events, code, zh, en } = failure
  const day = dayOfNumber(dayNumberAt(DEFAULT_ZONE, event.recordedAt))
  await db.run(sql`
    insert into report_failure as known (jurisdiction, log, source, on_day, code, account, reports, events, last_at,
                                         because_zh, because_en)
    values (${db.scope.jurisdiction}, ${log}, ${source}, ${day}, ${code}, ${account}, 1, ${events},
            ${new Date(event.recordedAt).toISOString()}, ${zh}, ${en})
        on conflict (jurisdiction, log, source, on_day, code) do update
       set reports = known.reports + 1,
           events = known.events + excluded.events,
           last_at = greatest(known.last_at, excluded.last_at),
           because_zh = excluded.because_zh,
           because_en = excluded.because_en`)
}

const Day = z.object({
  log: z.string(),
  source: z.string(),
  day: z.string(),
  account: z.string(),
  messages: z.number(),
  lastAt: instant,
  oldestAt: instant,
})
export type ReportDay = z.infer<typeof Day>

/** What arrived on each day since one, by system; the newest day of a system that sent nothing since as well. */
export const findReportDays = (db: Db, since: string): Promise<ReportDay[]> =>
  db.rows(
    Day,
    sql`
    select log, source, on_day as day, account, messages, last_at, oldest_at
      from report_day d
     where jurisdiction = ${db.scope.jurisdiction}
       and (on_day >= ${since}::date
            or on_day = (select max(on_day)
                           from report_day newest
                          where newest.jurisdiction = d.jurisdiction
                            and newest.log = d.log
                            and newest.source = d.source))
     order by log, source, on_day
     limit 100000`,
  )

const Failure = z.object({
  log: z.string(),
  source: z.string(),
  account: z.string(),
  code: z.string(),
  reports: z.number(),
  events: z.number(),
  lastAt: instant,
  becauseZh: z.string(),
  becauseEn: z.string(),
})
export type FailureRow = z.infer<typeof Failure>

/** Refused reports since a day, by system and reason; the newest sentence stands for all. */
export const findFailures = (db: Db, since: string): Promise<FailureRow[]> =>
  db.rows(
    Failure,
    sql`
    select log, source, max(account) as account, code, sum(reports)::int as reports, sum(events)::int as events,
           max(last_at) as last_at, max(because_zh) as because_zh, max(because_en) as because_en
      from report_failure
     where jurisdiction = ${db.scope.jurisdiction}
       and on_day >= ${since}::date
     group by log, source, code
     order by max(last_at) desc
     limit 2000`,
  )

const Gaps = z.object({
  log: z.string(),
  source: z.string(),
  gaps: z.array(z.tuple([z.number(), z.number()])),
})

/** Numbers that a system used and that never arrived. */
export const findGaps = (db: Db) =>
  db.rows(
    Gaps,
    sql`
    select log, source, gaps
      from reporting_source
     where jurisdiction = ${db.scope.jurisdiction}
     limit 10000`,
  )

const Reporting = z.object({ log: z.string(), unit: z.string(), late: z.number(), edited: z.number() })

/** Events that a unit told late or told again with another content, by the standing cards (SV-15) that they raised. */
export const findReportingCards = (db: Db, since: string) =>
  db.rows(
    Reporting,
    sql`
    select log, unit, count(*) filter (where level = 'notice')::int as late,
           count(*) filter (where level = 'yellow')::int as edited
      from card_list
     where jurisdiction = ${db.scope.jurisdiction}
       and rule = 'SV-15'
       and status <> 'withdrawn'
       and unit is not null
       and raised_at >= ${since}::date
     group by log, unit
     limit 10000`,
  )
