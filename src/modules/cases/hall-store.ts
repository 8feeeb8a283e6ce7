import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, raw, sql } from '#kernel/sql.ts'

const text = (at: EpochMs) => new Date(at).toISOString()

const Today = z.object({
  received: z.number(),
  accepted: z.number(),
  concluded: z.number(),
  waitMinutes: z.number().nullable(),
  open: z.number(),
})

/** What came in, was accepted and ended within a span; how long those accepted had waited, the middle one. */
export const findToday = (db: Db, from: EpochMs, until: EpochMs) =>
  db.one(
    Today,
    sql`
    select (select count(*)
              from case_file
             where jurisdiction = ${db.scope.jurisdiction}
               and received_at >= ${text(from)}
               and received_at < ${text(until)}) as received,
           taken.accepted, taken.wait_minutes,
           (select count(*)
              from case_file
             where jurisdiction = ${db.scope.jurisdiction}
               and ended_at >= ${text(from)}
               and ended_at < ${text(until)}) as concluded,
           (select count(*)
              from case_file
             where jurisdiction = ${db.scope.jurisdiction}
               and status in ('received', 'accepted', 'suspended')) as open
      from (select count(*) as accepted,
                   (percentile_cont(0.5)
                      within group (order by extract(epoch from accepted_at - received_at)) / 60)::float8 as wait_minutes
              from case_file
             where jurisdiction = ${db.scope.jurisdiction}
               and accepted_at >= ${text(from)}
               and accepted_at < ${text(until)}) as taken`,
  )

const Overdue = z.object({ unit: z.string(), cases: z.number() })

/** Open cases past the law's or the promised limit, by department. */
export const findOverdue = (db: Db) =>
  db.rows(
    Overdue,
    sql`
    select f.unit, count(*) as cases
      from case_file f
     where f.jurisdiction = ${db.scope.jurisdiction}
       and f.status in ('received', 'accepted', 'suspended')
       and exists (select 1
                     from clock c
                    where c.jurisdiction = f.jurisdiction
                      and c.subject = 'case/' || f.case_no
                      and c.kind in ('statutory', 'committed')
                      and c.status = 'expired')
     group by f.unit
     order by count(*) desc, f.unit
     limit 200`,
  )

const Asked = z.object({ item: z.string(), nameZh: z.string(), nameEn: z.string(), cases: z.number() })

/** The items received most often since an instant. */
export const findAsked = (db: Db, since: EpochMs) =>
  db.rows(
    Asked,
    sql`
    select item, max(item_name_zh) as name_zh, max(item_name_en) as name_en, count(*) as cases
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and received_at >= ${text(since)}
     group by item
     order by count(*) desc, item
     limit 8`,
  )

const AtCounter = z.object({ counter: z.string(), day: z.string(), cases: z.number() })

/** Cases received at counters, by counter and day. */
export const countByCounter = (db: Db, from: EpochMs, until: EpochMs) =>
  db.rows(
    AtCounter,
    sql`
    select state ->> 'counter' as counter, (received_at at time zone 'Asia/Shanghai')::date as day, count(*) as cases
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and received_at >= ${text(from)}
       and received_at < ${text(until)}
       and state ->> 'counter' is not null
     group by 1, 2
     limit 100000`,
  )

const instant = z.date().transform(Number)

const OpenCase = z.object({
  caseNo: z.string(),
  unit: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  status: z.enum(['received', 'accepted', 'suspended']),
  startedAt: instant,
  committedDueAt: instant.nullable(),
  statutoryDueAt: instant.nullable(),
  committedExpired: z.boolean(),
  statutoryExpired: z.boolean(),
  warned: z.boolean(),
  provisional: z.boolean(),
  total: z.number(),
  late: z.number(),
})

/** The open cases of a department, or of all, what is late first, then what is due first. Until acceptance it is the answer that is due. */
export const findOpenCases = (db: Db, unit: string | undefined, limit: number) =>
  db.rows(
    OpenCase,
    sql`
    select f.case_no, f.unit, f.item_name_zh, f.item_name_en, f.status, coalesce(f.accepted_at, f.received_at) as started_at,
           c.committed_due_at, c.statutory_due_at, c.committed_expired, c.statutory_expired, c.warned, c.provisional,
           count(*) over () as total,
           count(*) filter (where c.committed_expired or c.statutory_expired) over () as late
      from case_file f
     cross join lateral (
           select min(due_at) filter (where kind = 'committed') as committed_due_at,
                  min(due_at) filter (where kind <> 'committed') as statutory_due_at,
                  coalesce(bool_or(status = 'expired') filter (where kind = 'committed'), false) as committed_expired,
                  coalesce(bool_or(status = 'expired') filter (where kind <> 'committed'), false) as statutory_expired,
                  coalesce(bool_or(warned), false) as warned,
                  coalesce(bool_or(provisional), false) as provisional
             from clock
            where jurisdiction = f.jurisdiction
              and subject = 'case/' || f.case_no
              and status in ('open', 'suspended', 'expired')
              and kind <> 'step') as c
     where f.jurisdiction = ${db.scope.jurisdiction}
       and ${unit === undefined ? raw('true') : sql`f.unit = ${unit}`}
       and f.status in ('received', 'accepted', 'suspended')
     order by c.statutory_expired desc, c.committed_expired desc,
              least(c.committed_due_at, c.statutory_due_at) nulls last, f.case_no
     limit ${limit}`,
  )
