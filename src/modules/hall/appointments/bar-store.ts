import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { DayColumn, text } from '../columns.ts'

const BarRow = z.object({
  hall: z.string(),
  person: z.string(),
  from: DayColumn,
  until: DayColumn,
  missed: z.number(),
  appeal: z.string().nullable(),
  lifted: z.boolean(),
  answer: z.string().nullable(),
})
export type BarRow = z.infer<typeof BarRow>

const barColumns = sql`hall, person, from_day as "from", until_day as until, missed, appeal, lifted, answer`

/** The bars of a person, the last one first. */
export const findBarsOf = (db: Db, person: string): Promise<BarRow[]> =>
  db.rows(
    BarRow,
    sql`
    select ${barColumns}
      from hall_booking_bar
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
     order by from_day desc
     limit 20`,
  )

export const findBars = (db: Db, hall: string): Promise<BarRow[]> =>
  db.rows(
    BarRow,
    sql`
    select ${barColumns}
      from hall_booking_bar
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
     order by from_day desc, person
     limit 500`,
  )

export const putBar = (
  db: Db,
  { hall, person, from, until, missed }: Omit<BarRow, 'appeal' | 'lifted' | 'answer'>,
) =>
  db.run(sql`
    insert into hall_booking_bar (jurisdiction, hall, person, from_day, until_day, missed, lifted)
    values (${db.scope.jurisdiction}, ${hall}, ${person}, ${from}::date, ${until}::date, ${missed}, false)`)

interface Appealed {
  readonly hall: string
  readonly person: string
  readonly from: string
}

export const setAppeal = (db: Db, { hall, person, from }: Appealed, appeal: string) =>
  db.run(sql`
    update hall_booking_bar
       set appeal = ${appeal}
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and person = ${person}
       and from_day = ${from}::date`)

export const setAnswer = (
  db: Db,
  { hall, person, from }: Appealed,
  { lift, answer }: { readonly lift: boolean; readonly answer: string },
) =>
  db.run(sql`
    update hall_booking_bar
       set lifted = ${lift}, answer = ${answer}
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and person = ${person}
       and from_day = ${from}::date`)

export const insertRefusal = (
  db: Db,
  {
    hall,
    person,
    version,
    why,
    agentMark,
    at,
  }: {
    readonly hall: string
    readonly person: string
    readonly version: number
    readonly why: string
    readonly agentMark: string | null
    readonly at: EpochMs
  },
) =>
  db.run(sql`
    insert into hall_booking_refusal (jurisdiction, hall, person, version, at, why, agent_mark)
    values (${db.scope.jurisdiction}, ${hall}, ${person}, ${version}, ${text(at)}, ${why}, ${agentMark})`)

const Refused = z.object({ person: z.string(), agentMark: z.string().nullable(), refused: z.number() })

export const countRefusals = (db: Db, hall: string, from: EpochMs, until: EpochMs) =>
  db.rows(
    Refused,
    sql`
    select person, agent_mark, count(*) as refused
      from hall_booking_refusal
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and at >= ${text(from)}
       and at < ${text(until)}
     group by person, agent_mark
     order by refused desc, person
     limit 2000`,
  )
