import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { codesOf, itemTypes, levels } from './terms.ts'

const DayColumn = z.custom<Day>((value) => typeof value === 'string' && isDay(value))

const Version = z.object({
  item: z.string(),
  version: z.number(),
  unit: z.string(),
  from: DayColumn,
  until: DayColumn.nullable(),
  cancelledFrom: DayColumn.nullable(),
  hash: z.string(),
})

const Asked = z.object({
  nameZh: z.string(),
  nameEn: z.string(),
  type: z.enum(codesOf(itemTypes)),
  level: z.enum(codesOf(levels)),
  steps: z.number(),
  /** Papers the applicant brings, blanks to fill in among them, and those that somebody else than he or a government office issues. */
  materials: z.number(),
  forms: z.number(),
  foreignMaterials: z.number(),
  visits: z.number(),
  fees: z.number(),
  specialSteps: z.number(),
  committed: z.object({ length: z.number(), unit: z.string() }).nullable(),
  statutory: z.object({ length: z.number(), unit: z.string() }).nullable(),
  onTheSpot: z.boolean(),
  online: z.boolean(),
  /** Somebody outside may apply, by some channel. */
  isPublic: z.boolean(),
})
type Asked = z.infer<typeof Asked>

/** What a version asks of people, as numbers; see `item-contract.ts` for the words. */
export type VersionFigures = Omit<z.infer<typeof Version>, 'hash'> & Asked

/**
 * By the hash of the content, which says the same of it wherever it is stored: taking a thousand contents apart takes a
 * second, and a published one never changes.
 */
const shelf = new Map<string, Asked>()
const SHELF_LIMIT = 50_000

/** Every published version of every item, oldest first within an item. */
export async function findVersionFigures(db: Db): Promise<VersionFigures[]> {
  const versions = await findVersions(db)
  const unknown = [...new Set(versions.map(({ hash }) => hash))].filter((hash) => !shelf.has(hash))
  if (unknown.length > 0) {
    if (shelf.size + unknown.length > SHELF_LIMIT) shelf.clear()
    for (const { hash, ...asked } of await findAsked(db, unknown)) shelf.set(hash, asked)
  }
  return versions.flatMap(({ hash, ...version }) => {
    const asked = shelf.get(hash)
    return asked ? [{ ...version, ...asked }] : []
  })
}

const findVersions = (db: Db) =>
  db.rows(
    Version,
    sql`
    select v.item, v.version, v.unit, v.effective_from as "from", v.effective_until as until, v.hash,
           (i.cancellation ->> 'from')::date as cancelled_from
      from catalogue_version v
      join catalogue_item i
        on i.jurisdiction = v.jurisdiction
       and i.item = v.item
     where v.jurisdiction = ${db.scope.jurisdiction}
     order by v.item, v.version
     limit 200000`,
  )

/** Each content is read once (`materialized`), not once for every number. */
const findAsked = (db: Db, hashes: readonly string[]) =>
  db.rows(
    Asked.extend({ hash: z.string() }),
    sql`
    with said as materialized (
         select distinct on (hash) hash, content::jsonb as content
           from catalogue_version
          where jurisdiction = ${db.scope.jurisdiction}
            and hash = any (${hashes}::text[])
         )
    select hash,
           content -> 'name' ->> 'zh' as name_zh, content -> 'name' ->> 'en' as name_en,
           content ->> 'type' as type, content ->> 'level' as level,
           jsonb_array_length(content -> 'steps') as steps,
           jsonb_array_length(jsonb_path_query_array(content, '$.materials[*] ? (@.askedFromApplicant == true)')) as materials,
           jsonb_array_length(jsonb_path_query_array(content, '$.materials[*] ? (@.blankForm != null)')) as forms,
           jsonb_array_length(jsonb_path_query_array(content,
             '$.materials[*] ? (@.askedFromApplicant == true && @.source == "other")')) as foreign_materials,
           (content ->> 'visits')::int as visits,
           jsonb_array_length(content -> 'fee' -> 'items') as fees,
           jsonb_array_length(content -> 'specialSteps') as special_steps,
           content -> 'limits' -> 'committed' as committed,
           content -> 'limits' -> 'statutory' as statutory,
           (content -> 'limits' ->> 'onTheSpot')::boolean as on_the_spot,
           content -> 'channels' ?| array['web', 'mobile'] as online,
           jsonb_array_length(content -> 'clients') > 0 and jsonb_array_length(content -> 'channels') > 0 as is_public
      from said
     order by hash
     limit 200000`,
  )
