import { type Db, sql } from '#kernel/sql.ts'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { CASE_EVENT, type CaseEventPayload, caseOfStream } from './case-events.ts'

interface ReportDay {
  readonly log: string
  readonly source: string
  readonly day: string
  readonly account: string
  messages: number
  last: number
  oldest: number
}

/** Reported events by system and day of arrival. */
function reportDaysIn(events: readonly StoredEvent[]): ReportDay[] {
  const days = new Map<string, ReportDay>()
  for (const { type, stream, payload, recordedAt, occurredAt, actor } of events) {
    if (type !== CASE_EVENT) continue
    const { source } = payload as CaseEventPayload
    const place = caseOfStream(stream)
    if (!place || source === undefined) continue
    const day = dayOfNumber(dayNumberAt(DEFAULT_ZONE, recordedAt))
    const key = `${place.log}\n${source}\n${day}`
    const known = days.get(key)
    if (!known) {
      const one = { log: place.log, source, day, account: actor }
      days.set(key, { ...one, messages: 1, last: recordedAt, oldest: occurredAt })
    } else {
      known.messages++
      known.last = Math.max(known.last, recordedAt)
      known.oldest = Math.min(known.oldest, occurredAt)
    }
  }
  return [...days.keys()].sort().map((key) => days.get(key) as ReportDay)
}

/** Counts what arrived, in the transaction in which it arrived. */
export async function countReportDays(db: Db, events: readonly StoredEvent[]): Promise<void> {
  const days = reportDaysIn(events)
  if (days.length === 0) return
  await db.run(sql`
    insert into report_day as known (jurisdiction, log, source, on_day, account, messages, last_at, oldest_at)
    select ${db.scope.jurisdiction}, log, source, day, account, messages,
           to_timestamp(last / 1000.0), to_timestamp(oldest / 1000.0)
      from json_to_recordset(${JSON.stringify(days)}::json)
           as given (log text, source text, day date, account text, messages int, last float8, oldest float8)
        on conflict (jurisdiction, log, source, on_day) do update
       set messages = known.messages + excluded.messages,
           account = excluded.account,
           last_at = greatest(known.last_at, excluded.last_at),
           oldest_at = least(known.oldest_at, excluded.oldest_at)`)
}
