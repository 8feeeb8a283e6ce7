import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { ItemContent, ItemSummary } from './contract.ts'
import type { Why } from './item.ts'

export const DayColumn = z.custom<Day>((value) => typeof value === 'string' && isDay(value))
export const WhyColumn: z.ZodType<Why> = z.object({
  from: DayColumn,
  reason: z.string(),
  document: z.string(),
})

const versionShape = {
  item: z.string(),
  version: z.number(),
  unit: z.string(),
  from: DayColumn,
  until: DayColumn.nullable(),
  publishedAt: z.date(),
  publishedBy: z.string(),
  hash: z.string(),
}
export const Version = z.object({ ...versionShape, content: ItemContent })
export type StoredVersion = z.infer<typeof Version>

export const columnsOfVersion = sql`
  item, version, unit, effective_from as "from", effective_until as until, published_at, published_by, hash
`

export const findVersion = (db: Db, item: string, version: number) =>
  db.one(
    Version,
    sql`
    select ${columnsOfVersion}, content
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
       and version = ${version}
  `,
  )

/** The version in force on a day. */
export const findVersionOn = (db: Db, item: string, day: Day) =>
  db.one(
    Version,
    sql`
    select ${columnsOfVersion}, content
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
       and effective_from <= ${day}
       and (effective_until is null or effective_until > ${day})
  `,
  )

/** What items are called on a day, or will be where none of their versions has begun; unknown ones are left out. */
export const findNamesOn = (db: Db, items: readonly string[], day: Day) =>
  db.rows(
    z.object({ item: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
    sql`
    select distinct on (item) item, summary -> 'name' as name
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and item = any (${items}::text[])
       and (effective_until is null or effective_until > ${day})
     order by item, effective_from
     limit 5000
  `,
  )

/** The item of a unit under which licences of a main item are renewed on a day, where it is one of its own. */
export const findRenewalItem = async (
  db: Db,
  { mainItem, unit, day }: { readonly mainItem: string; readonly unit: string; readonly day: Day },
): Promise<string | undefined> =>
  (
    await db.one(
      z.object({ item: z.string() }),
      sql`
      select item
        from catalogue_version
       where jurisdiction = ${db.scope.jurisdiction}
         and unit = ${unit}
         and effective_from <= ${day}
         and (effective_until is null or effective_until > ${day})
         and content ->> 'mainItem' = ${mainItem}
         and (content -> 'results')::jsonb @> '[{"licence": "renews"}]'
       order by item
       limit 1`,
    )
  )?.item

/** The first version that comes into force after a day. */
export const findVersionAfter = (db: Db, item: string, day: Day) =>
  db.one(
    Version,
    sql`
    select ${columnsOfVersion}, content
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
       and effective_from > ${day}
     order by effective_from
     limit 1
  `,
  )

const VersionHead = z.object({
  ...versionShape,
  draftedBy: z.string(),
  reason: z.string(),
  summary: ItemSummary.omit({ state: true }),
})

export const findVersions = (db: Db, item: string) =>
  db.rows(
    VersionHead,
    sql`
    select ${columnsOfVersion}, drafted_by, reason, summary
      from catalogue_version
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
     order by version desc
     limit 1000
  `,
  )

export interface NewVersion {
  readonly item: string
  readonly version: number
  readonly from: Day
  readonly publishedAt: string
  readonly publishedBy: string
  readonly draftedBy: string
  readonly hash: string
  readonly basicCode: string | null
  readonly reason: string
  readonly summary: object
}

/** The draft becomes the version, and the version before it ends where this one begins. */
export async function insertVersion(db: Db, given: NewVersion): Promise<void> {
  const { jurisdiction } = db.scope
  await db.run(sql`
    update catalogue_version
       set effective_until = ${given.from}
     where jurisdiction = ${jurisdiction}
       and item = ${given.item}
       and version = ${given.version - 1}
  `)
  await db.run(sql`
    insert into catalogue_version (jurisdiction, item, version, unit, effective_from, effective_until, published_at,
                                   published_by, drafted_by, basic_code, hash, reason, summary, content)
    select jurisdiction, item, ${given.version}, unit, ${given.from}, null, ${given.publishedAt}, ${given.publishedBy},
           ${given.draftedBy}, ${given.basicCode}, ${given.hash}, ${given.reason},
           ${JSON.stringify(given.summary)}::json, content
      from catalogue_draft
     where jurisdiction = ${jurisdiction}
       and item = ${given.item}
  `)
}
