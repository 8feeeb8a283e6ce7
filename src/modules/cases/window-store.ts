import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import { responsibilityNumbers } from './responsibility-numbers.ts'

/** Which cases are asked about, and what makes a counter one of the hall and a person one of its staff. */
export interface WindowSpan {
  readonly from: EpochMs
  readonly until: EpochMs
  readonly counters: readonly string[]
  /** Who wore a badge of the hall, from when to when. */
  readonly staff: readonly {
    readonly account: string
    readonly from: EpochMs
    readonly until: EpochMs | null
  }[]
}

/** What a figure of the windows counts; each opens to its cases. */
export const WINDOW_WORK = [
  'received',
  'atHall',
  'online',
  'elsewhere',
  'paperOnly',
  'accepted',
  'decided',
  'byWindow',
  'notByWindow',
  'registeredLate',
  'wantsPaper',
  'inBulk',
] as const
export type WindowWork = (typeof WINDOW_WORK)[number]

/** Who writes a case down less than so long before deciding it has taken it in somewhere else before. */
const REGISTERED_LATE_MS = 30 * 60_000

/** 先办后补录: every step was entered within so short a time of the decision, by one person. */
const bulkMs = ({ until }: WindowSpan): number => responsibilityNumbers(until).bulkMinutes * 60_000

/** Whether somebody wore a badge at a moment, as the state of a case names both. */
const wore = (staff: WindowSpan['staff'], by: Sql, at: Sql) => sql`
  exists (select 1
            from jsonb_to_recordset(${JSON.stringify(staff)}::jsonb) worn (account text, "from" numeric, until numeric)
           where worn.account = ${by}
             and worn."from" <= (${at})::numeric
             and (worn.until is null or worn.until > (${at})::numeric))`

/** One row a case that came in within the span, with a yes or no for each figure. */
const work = (db: Db, span: WindowSpan) => sql`
    with taken as (
         select case_no, item, item_name_zh, item_name_en, unit, channel, received_at, accepted_at,
                state ->> 'counter' as counter, state -> 'plan' as plan, state -> 'decision' as decision,
                state -> 'steps' as steps, state -> 'materials' as materials
           from case_file
          where jurisdiction = ${db.scope.jurisdiction}
            and received_at >= ${new Date(span.from).toISOString()}
            and received_at < ${new Date(span.until).toISOString()}
         ),
         placed as (
         select *,
                channel in ('web', 'phone') as online,
                channel not in ('web', 'phone') and coalesce(counter = any (${span.counters}::text[]), false) as at_hall,
                coalesce(decision ->> 'deemed' = 'false', false) as by_hand,
                ${wore(span.staff, sql`decision ->> 'by'`, sql`decision ->> 'at'`)} as of_staff
           from taken
         ),
         work as (
         select case_no, item, item_name_zh, item_name_en, unit, channel, counter, received_at,
                true as received, online, at_hall,
                not online and not at_hall as elsewhere,
                not (plan -> 'channels' ?| array['web', 'phone']) as paper_only,
                accepted_at is not null as accepted,
                by_hand as decided,
                by_hand and of_staff as by_window,
                by_hand and not of_staff as not_by_window,
                by_hand and plan ->> 'onTheSpot' = 'false'
                  and (decision ->> 'at')::numeric - extract(epoch from received_at) * 1000 < ${REGISTERED_LATE_MS}
                  as registered_late,
                online and exists (select 1
                                     from jsonb_array_elements(materials) material
                                    where material ->> 'form' in ('original', 'copy')) as wants_paper,
                by_hand and jsonb_array_length(steps) > 1
                  and (select count(distinct step ->> 'doneBy') = 1
                          and min((step ->> 'doneAt')::numeric) > (decision ->> 'at')::numeric - ${bulkMs(span)}
                          and min((step ->> 'doneAt')::numeric) - extract(epoch from accepted_at) * 1000 > ${bulkMs(span)}
                         from jsonb_array_elements(steps) step)
                  as in_bulk,
                (select count(*)
                   from jsonb_array_elements(steps) step
                  where step ->> 'doneBy' is not null
                    and not ${wore(span.staff, sql`step ->> 'doneBy'`, sql`step ->> 'doneAt'`)}) as trips
           from placed
         )`

const UnitWork = z.object({
  unit: z.string(),
  received: z.number(),
  atHall: z.number(),
  online: z.number(),
  elsewhere: z.number(),
  paperOnly: z.number(),
  accepted: z.number(),
  decided: z.number(),
  byWindow: z.number(),
  notByWindow: z.number(),
  registeredLate: z.number(),
  wantsPaper: z.number(),
  inBulk: z.number(),
  trips: z.number(),
})
export type UnitWork = z.infer<typeof UnitWork>

/** What each department took in and who decided it. `trips`: steps that left the window's own people. */
export const findWindowWork = (db: Db, span: WindowSpan): Promise<UnitWork[]> =>
  db.rows(
    UnitWork,
    sql`${work(db, span)}
    select unit, count(*) as received,
           count(*) filter (where at_hall) as at_hall,
           count(*) filter (where online) as online,
           count(*) filter (where elsewhere) as elsewhere,
           count(*) filter (where paper_only) as paper_only,
           count(*) filter (where accepted) as accepted,
           count(*) filter (where decided) as decided,
           count(*) filter (where by_window) as by_window,
           count(*) filter (where not_by_window) as not_by_window,
           count(*) filter (where registered_late) as registered_late,
           count(*) filter (where wants_paper) as wants_paper,
           count(*) filter (where in_bulk) as in_bulk,
           coalesce(sum(trips), 0)::int as trips
      from work
     group by unit
     order by unit
     limit 2000`,
  )

const WorkedCase = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  channel: z.string(),
  counter: z.string().nullable(),
  receivedAt: z.date().transform(Number),
})
export type WorkedCase = z.infer<typeof WorkedCase>

const COLUMNS = {
  received: sql`received`,
  atHall: sql`at_hall`,
  online: sql`online`,
  elsewhere: sql`elsewhere`,
  paperOnly: sql`paper_only`,
  accepted: sql`accepted`,
  decided: sql`decided`,
  byWindow: sql`by_window`,
  notByWindow: sql`not_by_window`,
  registeredLate: sql`registered_late`,
  wantsPaper: sql`wants_paper`,
  inBulk: sql`in_bulk`,
} as const satisfies Record<WindowWork, unknown>

/** The cases behind one figure of a department, as far as the reader may see them; the newest first. */
export const findWindowCases = (
  db: Db,
  span: WindowSpan,
  { unit, what, limit }: { readonly unit: string; readonly what: WindowWork; readonly limit: number },
): Promise<WorkedCase[]> =>
  db.rows(
    WorkedCase,
    sql`${work(db, span)}
    select case_no, item, item_name_zh, item_name_en, channel, counter, received_at
      from work
     where unit = ${unit}
       and ${COLUMNS[what]}
     order by received_at desc, case_no
     limit ${limit}`,
  )
