import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import { Basis, ItemContent, ItemSummary } from '../contract.ts'
import type { Why } from '../item.ts'

export type ReformKind = 'round' | 'power' | 'law'

const DayColumn = z.custom<Day>((value) => typeof value === 'string' && isDay(value))
const WhyColumn: z.ZodType<Why> = z.object({ from: DayColumn, reason: z.string(), document: z.string() })

/** The state is what `evolve` made of the stream: nobody else writes it. */
const stateOf = <State>() => z.object({ subject: z.string(), state: z.custom<State>(), version: z.number() })

export const findReform = <State>(db: Db, kind: ReformKind, subject: string) =>
  db.one(
    stateOf<State>(),
    sql`
    select subject, state, version
      from catalogue_reform
     where jurisdiction = ${db.scope.jurisdiction}
       and kind = ${kind}
       and subject = ${subject}`,
  )

export const listReform = <State>(db: Db, kind: ReformKind) =>
  db.rows(
    stateOf<State>(),
    sql`
    select subject, state, version
      from catalogue_reform
     where jurisdiction = ${db.scope.jurisdiction}
       and kind = ${kind}
     order by subject
     limit 5000`,
  )

export const putReform = (
  db: Db,
  kind: ReformKind,
  subject: string,
  { state, version }: { readonly state: object | unknown; readonly version: number },
) =>
  db.run(sql`
    insert into catalogue_reform (jurisdiction, kind, subject, state, version)
    values (${db.scope.jurisdiction}, ${kind}, ${subject}, ${canonical(state as object)}::jsonb, ${version})
        on conflict (jurisdiction, kind, subject)
        do update set state = excluded.state, version = excluded.version`)

const Standing = z.object({
  item: z.string(),
  unit: z.string(),
  latestVersion: z.number(),
  suspension: WhyColumn.nullable(),
  resumption: WhyColumn.nullable(),
  cancellation: WhyColumn.nullable(),
  /** The version of the day; null: none is in force. */
  version: z.number().nullable(),
  from: DayColumn.nullable(),
  basis: z.array(Basis).nullable(),
})
export type Standing = z.infer<typeof Standing>

/** How these items stand on a day; those that the catalogue does not know are left out. */
export const findStandings = (db: Db, items: readonly string[], day: Day): Promise<Standing[]> =>
  db.rows(
    Standing,
    sql`
    select i.item, i.unit, i.latest_version, i.suspension, i.resumption, i.cancellation,
           v.version, v.effective_from as "from", v.content -> 'basis' as basis
      from catalogue_item i
      left join catalogue_version v
             on v.jurisdiction = i.jurisdiction
            and v.item = i.item
            and v.effective_from <= ${day}
            and (v.effective_until is null or v.effective_until > ${day})
     where i.jurisdiction = ${db.scope.jurisdiction}
       and i.item = any (${items}::text[])
     limit 10000`,
  )

const InForce = z.object({ item: z.string(), unit: z.string(), summary: ItemSummary.omit({ state: true }) })

/** The whole catalogue of a day, by code: what a round reviews and a hall is held against. */
export const findItemsInForce = (db: Db, day: Day) =>
  db.rows(
    InForce,
    sql`
    select v.item, v.unit, v.summary
      from catalogue_version v
      join catalogue_item i on i.jurisdiction = v.jurisdiction and i.item = v.item
     where v.jurisdiction = ${db.scope.jurisdiction}
       and v.effective_from <= ${day}
       and (v.effective_until is null or v.effective_until > ${day})
       and (i.cancellation is null or (i.cancellation ->> 'from')::date > ${day})
     order by v.item
     limit 20000`,
  )

const Added = z.object({
  item: z.string(),
  unit: z.string(),
  from: DayColumn,
  publishedBy: z.string(),
  summary: ItemSummary.omit({ state: true }),
})

/** Items that were published for the first time since an instant. */
export const findAddedSince = (db: Db, since: string) =>
  db.rows(
    Added,
    sql`
    select item, unit, effective_from as "from", published_by, summary
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and version = 1
       and published_at >= ${since}
     order by published_at desc, item
     limit 1000`,
  )

const Cancelled = z.object({ item: z.string(), cancellation: WhyColumn, content: ItemContent })

/** Items that are cancelled, now or later, as they stood last. */
export const findCancelled = (db: Db) =>
  db.rows(
    Cancelled,
    sql`
    select i.item, i.cancellation, v.content
      from catalogue_item i
      join catalogue_version v
        on v.jurisdiction = i.jurisdiction and v.item = i.item and v.version = i.latest_version
     where i.jurisdiction = ${db.scope.jurisdiction}
       and i.cancellation is not null
     order by i.cancellation ->> 'from' desc, i.item
     limit 500`,
  )

const Place = z.object({ jurisdiction: z.string(), item: z.string(), unit: z.string(), content: ItemContent })

/** The same item wherever it is published on a day. Asked by the system: what is published is public. */
export const findPlaces = (db: Db, basicCode: string, day: Day) =>
  db.rows(
    Place,
    sql`
    select jurisdiction, item, unit, content
      from catalogue_version
     where basic_code = ${basicCode}
       and effective_from <= ${day}
       and (effective_until is null or effective_until > ${day})
     order by jurisdiction, item
     limit 200`,
  )

const Resting = z.object({
  item: z.string(),
  summary: ItemSummary.omit({ state: true }),
  basis: z.array(Basis),
})

/** Items in force that rest on a law, by its title without marks. */
export const findResting = (db: Db, law: string, day: Day) =>
  db.rows(
    Resting,
    sql`
    select item, summary, content -> 'basis' as basis
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and effective_from <= ${day}
       and (effective_until is null or effective_until > ${day})
       and exists (select 1
                     from json_array_elements(content -> 'basis') clause
                    where translate(clause ->> 'law', '《》 ', '') = ${law})
     order by item
     limit 500`,
  )
