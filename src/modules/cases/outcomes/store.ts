import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import type { Outcome, OutcomeFacts } from './outcome.ts'

const text = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString())

export async function putOutcomes(db: Db, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const rows = outcomes.map((one) => ({
    ...{ case_no: one.caseNo, item: one.item, item_name_zh: one.itemNameZh, item_name_en: one.itemNameEn },
    ...{ unit: one.unit, received_unit: one.receivedUnit, counter: one.counter, applicant: one.applicant },
    ...{ on_the_spot: one.onTheSpot, same_day: one.sameDay },
    ...{ accepted_on: one.acceptedOn, accepted_by: one.acceptedBy, ended_at: text(one.endedAt) },
    ...{ decided_on: one.decidedOn, decided_by: one.decidedBy, outcome: one.outcome, at_once: one.atOnce },
    ...{ grade: one.grade, by_reading: one.byReading, urgency_at: text(one.urgencyAt), posted: one.posted },
    facts: one.facts,
  }))
  await db.run(sql`
    insert into case_outcome (jurisdiction, case_no, item, item_name_zh, item_name_en, unit, received_unit, counter,
                              applicant, on_the_spot, same_day, accepted_on, accepted_by, ended_at, decided_on,
                              decided_by, outcome, at_once, grade, by_reading, urgency_at, posted, facts)
    select ${db.scope.jurisdiction}, given.case_no, given.item, given.item_name_zh, given.item_name_en, given.unit,
           given.received_unit, given.counter, given.applicant, given.on_the_spot, given.same_day, given.accepted_on,
           given.accepted_by, given.ended_at, given.decided_on, given.decided_by, given.outcome, given.at_once,
           given.grade, given.by_reading, given.urgency_at, given.posted, given.facts
      from json_to_recordset(${JSON.stringify(rows)}::json)
           as given (case_no text, item text, item_name_zh text, item_name_en text, unit text, received_unit text,
                     counter text, applicant text, on_the_spot boolean, same_day boolean, accepted_on date,
                     accepted_by text, ended_at timestamptz, decided_on date, decided_by text, outcome text,
                     at_once text, grade text, by_reading boolean, urgency_at timestamptz, posted boolean, facts jsonb)
        on conflict (jurisdiction, case_no) do update
       set accepted_on = excluded.accepted_on, accepted_by = excluded.accepted_by, ended_at = excluded.ended_at,
           decided_on = excluded.decided_on, decided_by = excluded.decided_by, outcome = excluded.outcome,
           at_once = excluded.at_once, grade = excluded.grade, by_reading = excluded.by_reading,
           urgency_at = excluded.urgency_at, posted = excluded.posted, facts = excluded.facts`)
}

const DayColumn = z
  .string()
  .transform((day) => day as Day)
  .nullable()

const Listed = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  unit: z.string(),
  counter: z.string().nullable(),
  applicant: z.string(),
  onTheSpot: z.boolean(),
  sameDay: z.boolean(),
  acceptedOn: DayColumn,
  acceptedBy: z.string().nullable(),
  endedAt: z.date().nullable(),
  decidedOn: DayColumn,
  decidedBy: z.string().nullable(),
  outcome: z.enum(['granted', 'denied', 'declined']).nullable(),
  atOnce: z.string().nullable(),
  grade: z.string().nullable(),
  urgencyAt: z.date().nullable(),
  /** Written by `outcomeOf` and nobody else. */
  facts: z.custom<OutcomeFacts>((value) => typeof value === 'object' && value !== null),
})
export type ListedOutcome = z.infer<typeof Listed>

const columns = sql`
  case_no, item, item_name_zh, item_name_en, unit, counter, applicant, on_the_spot, same_day,
  accepted_on::text as accepted_on, accepted_by, ended_at, decided_on::text as decided_on, decided_by, outcome, at_once,
  grade, urgency_at, facts`

const listed = (db: Db, where: Sql, order: Sql, limit: number): Promise<ListedOutcome[]> =>
  db.rows(
    Listed,
    sql`
    select ${columns}
      from case_outcome
     where jurisdiction = ${db.scope.jurisdiction}
       and ${where}
     order by ${order}
     limit ${limit}`,
  )

const MANY = 20_000

/** Cases accepted in a span that are to be finished at once: on the spot, or on the same day. */
export const findAtOnce = (db: Db, from: Day, to: Day) =>
  listed(
    db,
    sql`accepted_on between ${from}::date and ${to}::date and (on_the_spot or same_day)`,
    sql`accepted_on, case_no`,
    MANY,
  )

/** Decisions of one item since a day, for the comparison of like cases. */
export const findDecisions = (db: Db, item: string, since: Day) =>
  listed(
    db,
    sql`item = ${item} and decided_on >= ${since}::date`,
    sql`grade nulls last, decided_on, case_no`,
    MANY,
  )

/** Items that have decisions by a discretion table, the most first. */
export const findGradedItems = (db: Db) =>
  db.rows(
    z.object({ item: z.string(), itemNameZh: z.string(), itemNameEn: z.string(), cases: z.number() }),
    sql`
    select item, min(item_name_zh) as item_name_zh, min(item_name_en) as item_name_en, count(*) as cases
      from case_outcome
     where jurisdiction = ${db.scope.jurisdiction}
       and grade is not null
     group by item
     order by cases desc, item
     limit 200`,
  )

/** Refusals by interpretation between two instants. */
export const findReadings = (db: Db, from: EpochMs, to: EpochMs) =>
  listed(
    db,
    sql`by_reading and ended_at >= ${text(from)} and ended_at < ${text(to)}`,
    sql`ended_at, case_no`,
    2000,
  )

/** Flags of the express lane between two instants, the oldest first. */
export const findFlags = (db: Db, from: EpochMs, to: EpochMs) =>
  listed(db, sql`urgency_at >= ${text(from)} and urgency_at < ${text(to)}`, sql`urgency_at, case_no`, 2000)

/** Decisions after which something goes on: granted on a pledge, or by silence. */
export const findAfterwards = async (db: Db): Promise<string[]> =>
  (
    await db.rows(
      z.object({ caseNo: z.string() }),
      sql`
    select case_no
      from case_outcome
     where jurisdiction = ${db.scope.jurisdiction}
       and (at_once = 'pledge' or (facts ->> 'deemed')::boolean)
     order by case_no
     limit 1000`,
    )
  ).map(({ caseNo }) => caseNo)

export interface PostedQuestion {
  readonly unit: string | undefined
  readonly search: string | undefined
  readonly before: { readonly at: EpochMs; readonly caseNo: string } | undefined
  readonly limit: number
}

const posted = ({ unit, search, before }: PostedQuestion): Sql => sql`
       posted
   and (${unit ?? null}::text is null or unit = ${unit ?? null})
   and (${search ?? null}::text is null or position(${search ?? ''} in item_name_zh) > 0
        or position(lower(${search ?? ''}) in lower(item_name_en)) > 0 or facts ->> 'number' = ${search ?? null})
   and (${text(before?.at ?? null)}::timestamptz is null
        or (ended_at, case_no) < (${text(before?.at ?? null)}, ${before?.caseNo ?? ''}))`

export const countPosted = async (db: Db, question: PostedQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`
    select count(*) as total
      from case_outcome
     where jurisdiction = ${db.scope.jurisdiction}
       and ${posted({ ...question, before: undefined })}`,
    )
  )?.total ?? 0

/** The results that the public sees, the newest first, and a row more when there is a next page. */
export const findPosted = (db: Db, question: PostedQuestion) =>
  listed(db, posted(question), sql`ended_at desc, case_no desc`, question.limit + 1)
