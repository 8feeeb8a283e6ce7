import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import { ItemSummary } from './contract.ts'
import type { Closed, ItemEvent } from './item.ts'
import { columnsOfVersion, Version, WhyColumn } from './version-store.ts'

const Item = z.object({
  item: z.string(),
  unit: z.string(),
  latestVersion: z.number(),
  streamVersion: z.number(),
  suspension: WhyColumn.nullable(),
  resumption: WhyColumn.nullable(),
  cancellation: WhyColumn.nullable(),
})
export type ItemRow = z.infer<typeof Item> & Closed

export const findItem = (db: Db, item: string) =>
  db.one(
    Item,
    sql`
    select item, unit, latest_version, stream_version, suspension, resumption, cancellation
      from catalogue_item
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
  `,
  )

/** Which of these are there. */
export const findKnownItems = async (db: Db, items: readonly string[]): Promise<Set<string>> => {
  const known = await db.rows(
    z.object({ item: z.string() }),
    sql`
    select item
      from catalogue_item
     where jurisdiction = ${db.scope.jurisdiction}
       and item = any (${items}::text[])
     limit 100000
  `,
  )
  return new Set(known.map(({ item }) => item))
}

const Listed = z.object({
  summary: ItemSummary.omit({ state: true }),
  suspension: WhyColumn.nullable(),
  resumption: WhyColumn.nullable(),
  cancellation: WhyColumn.nullable(),
})

/** The summaries of what a search found, in its order. The jurisdiction is in the question, see `search-store.ts`. */
export const findSummaries = (
  db: Db,
  jurisdiction: string,
  found: readonly { readonly item: string; readonly version: number }[],
) =>
  db.rows(
    Listed,
    sql`
    select v.summary, i.suspension, i.resumption, i.cancellation
      from unnest(${found.map(({ item }) => item)}::text[], ${found.map(({ version }) => version)}::int[])
           with ordinality as f (item, version, place)
      join catalogue_version v on v.jurisdiction = ${jurisdiction} and v.item = f.item and v.version = f.version
      join catalogue_item i on i.jurisdiction = ${jurisdiction} and i.item = f.item
     order by f.place
     limit 1000
  `,
  )

const Called = z.object({ item: z.string(), name: z.string(), nameEn: z.string().nullable() })

/** What items are called in their newest version. */
export const findItemNames = (db: Db, items: readonly string[]) =>
  db.rows(
    Called,
    sql`
    select distinct on (item) item, summary -> 'name' ->> 'zh' as name, summary -> 'name' ->> 'en' as name_en
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and item = any (${items}::text[])
     order by item, version desc
     limit 100000`,
  )

/** Where the unit of an item answers questions, as its other items in force say. */
export const findOwnPhones = async (db: Db, item: string, day: Day): Promise<string[]> =>
  (
    await db.rows(
      z.object({ consult: z.string() }),
      sql`
      select distinct other.content -> 'phones' ->> 'consult' as consult
        from catalogue_item own
        join catalogue_version other on other.jurisdiction = own.jurisdiction and other.unit = own.unit
       where own.jurisdiction = ${db.scope.jurisdiction}
         and own.item = ${item}
         and other.item <> own.item
         and other.effective_from <= ${day}
         and (other.effective_until is null or other.effective_until > ${day})
       order by consult
       limit 200`,
    )
  ).map(({ consult }) => consult)

/** Other items of the same basic code that are in force or about to be: what "the same standard everywhere" compares. */
export const findNamesakes = (db: Db, basicCode: string, item: string) =>
  db.rows(
    Version,
    sql`
    select ${columnsOfVersion}, content
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and basic_code = ${basicCode}
       and effective_until is null
       and item <> ${item}
     order by item
     limit 20
  `,
  )

/** The item as the stream leaves it at a version; the unit stays unless one is given. */
export const putItem = (
  db: Db,
  given: { readonly item: string; readonly unit: string; readonly streamVersion: number },
) =>
  db.run(sql`
    insert into catalogue_item (jurisdiction, item, unit, latest_version, stream_version)
    values (${db.scope.jurisdiction}, ${given.item}, ${given.unit}, 0, ${given.streamVersion})
        on conflict (jurisdiction, item)
        do update set unit = excluded.unit, stream_version = excluded.stream_version
  `)

export const markPublished = (db: Db, item: string, version: number, streamVersion: number) =>
  db.run(sql`
    update catalogue_item
       set latest_version = ${version}, stream_version = ${streamVersion}
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
  `)

type Closing = Extract<ItemEvent, { type: 'ItemSuspended' | 'ItemResumed' | 'ItemCancelled' }>

/** A new suspension makes the resumption before it history. */
export function markClosing(db: Db, item: string, event: Closing, streamVersion: number): Promise<number> {
  const { type, ...why } = event
  const given = canonical(why)
  const change =
    type === 'ItemSuspended'
      ? sql`suspension = ${given}::json, resumption = null`
      : type === 'ItemResumed'
        ? sql`resumption = ${given}::json`
        : sql`cancellation = ${given}::json`
  return db.run(sql`
    update catalogue_item
       set ${change}, stream_version = ${streamVersion}
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
  `)
}

const OfUnit = z.object({ item: z.string(), unit: z.string() })

/** Which unit answers for each of these items. */
export const findItemUnits = async (db: Db, items: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await db.rows(
        OfUnit,
        sql`
    select item, unit
      from catalogue_item
     where jurisdiction = ${db.scope.jurisdiction}
       and item = any (${items}::text[])
     order by item
     limit 100000`,
      )
    ).map(({ item, unit }) => [item, unit]),
  )
