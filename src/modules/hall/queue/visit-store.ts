import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { VISIT_REPORTS } from '../terms.ts'
import type { VisitEvent } from './greeting.ts'

const instant = z.date().transform(Number)

const VisitRow = z.object({
  visit: z.string(),
  hall: z.string(),
  at: instant,
  greeter: z.string(),
  need: z.string(),
  item: z.string().nullable(),
  guidedTo: z.string(),
  number: z.string().nullable(),
  refused: z.boolean(),
  reported: z.enum(VISIT_REPORTS).nullable(),
  reportText: z.string().nullable(),
})
export type VisitRow = z.infer<typeof VisitRow>

const columns = sql`visit, hall, at, greeter, need, item, guided_to, number, refused, reported, report_text`

export const findVisit = (db: Db, visit: string) =>
  db.one(
    VisitRow,
    sql`
    select ${columns}
      from hall_visit
     where jurisdiction = ${db.scope.jurisdiction}
       and visit = ${visit}`,
  )

/** What visitors reported of greeters, and what greeters were refused, the newest first. */
export const findFlaggedVisits = (db: Db, hall: string, from: EpochMs, until: EpochMs) =>
  db.rows(
    VisitRow,
    sql`
    select ${columns}
      from hall_visit
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and at >= ${new Date(from).toISOString()}
       and at < ${new Date(until).toISOString()}
       and (refused or reported is not null)
     order by at desc
     limit 500`,
  )

const Guided = z.object({ day: z.string(), visits: z.number() })

export const countVisits = (db: Db, hall: string, from: Day, until: Day) =>
  db.rows(
    Guided,
    sql`
    select (at at time zone 'Asia/Shanghai')::date as day, count(*) as visits
      from hall_visit
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and (at at time zone 'Asia/Shanghai')::date between ${from}::date and ${until}::date
       and not refused
     group by 1
     order by 1
     limit 400`,
  )

export async function listVisit(
  db: Db,
  visit: string,
  event: VisitEvent,
  { at, actor }: { readonly at: EpochMs; readonly actor: string },
): Promise<void> {
  const when = new Date(at).toISOString()
  if (event.type === 'VisitReported')
    return void (await db.run(sql`
      update hall_visit
         set reported = ${event.kind}, reported_at = ${when}, report_text = ${event.text}
       where jurisdiction = ${db.scope.jurisdiction}
         and visit = ${visit}`))
  const refused = event.type === 'SteeringRefused'
  await db.run(sql`
    insert into hall_visit (jurisdiction, visit, hall, at, greeter, need, item, guided_to, number, refused)
    values (${db.scope.jurisdiction}, ${visit}, ${event.hall}, ${when}, ${actor}, ${event.need}, ${event.item},
            ${refused ? 'paidAgent' : event.guidedTo}, ${refused ? null : event.number}, ${refused})`)
}
