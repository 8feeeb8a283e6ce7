import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { codesOf, itemTypes, levels } from './terms.ts'

const DayColumn = z.custom<Day>((value) => typeof value === 'string' && isDay(value))

const VersionFigures = z.object({
  item: z.string(),
  version: z.number(),
  unit: z.string(),
  from: DayColumn,
  until: DayColumn.nullable(),
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
  cancelledFrom: DayColumn.nullable(),
})
/** What a version asks of people, as numbers; see `item-contract.ts` for the words. */
export type VersionFigures = z.infer<typeof VersionFigures>

/** Every published version of every item, oldest first within an item. */
export const findVersionFigures = (db: Db): Promise<VersionFigures[]> =>
  db.rows(
    VersionFigures,
    sql`
    with said as (
         select v.item, v.version, v.unit, v.effective_from, v.effective_until, v.content::jsonb as content,
                (i.cancellation ->> 'from')::date as cancelled_from
           from catalogue_version v
           join catalogue_item i
             on i.jurisdiction = v.jurisdiction
            and i.item = v.item
          where v.jurisdiction = ${db.scope.jurisdiction}
         )
    select item, version, unit, effective_from as "from", effective_until as until,
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
           jsonb_array_length(content -> 'clients') > 0 and jsonb_array_length(content -> 'channels') > 0 as is_public,
           cancelled_from
      from said
     order by item, version
     limit 200000`,
  )
