import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import { ItemContent } from './contract.ts'

const Draft = z.object({
  item: z.string(),
  unit: z.string(),
  changedAt: z.date(),
  changedBy: z.string(),
  content: ItemContent,
})

export const findDraft = (db: Db, item: string) =>
  db.one(
    Draft,
    sql`
    select item, unit, changed_at, changed_by, content
      from catalogue_draft
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
  `,
  )

const DraftHead = z.object({
  item: z.string(),
  unit: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  changedAt: z.date(),
  changedBy: z.string(),
})

export const findDrafts = (db: Db, { after = '', limit }: { after: string | undefined; limit: number }) =>
  db.rows(
    DraftHead,
    sql`
    select item, unit, content -> 'name' as name, changed_at, changed_by
      from catalogue_draft
     where jurisdiction = ${db.scope.jurisdiction}
       and item > ${after}
     order by item
     limit ${limit + 1}
  `,
  )

export const countDrafts = (db: Db) =>
  db.one(
    z.object({ total: z.number() }),
    sql`
    select count(*) as total
      from catalogue_draft
     where jurisdiction = ${db.scope.jurisdiction}
  `,
  )

export const putDraft = (
  db: Db,
  given: {
    readonly item: string
    readonly unit: string
    readonly content: object
    readonly at: string
    readonly by: string
  },
) =>
  db.run(sql`
    insert into catalogue_draft (jurisdiction, item, unit, changed_at, changed_by, content)
    values (${db.scope.jurisdiction}, ${given.item}, ${given.unit}, ${given.at}, ${given.by},
            ${canonical(given.content)}::json)
        on conflict (jurisdiction, item)
        do update set unit = excluded.unit, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                      content = excluded.content
  `)

export const deleteDraft = (db: Db, item: string) =>
  db.run(sql`
    delete from catalogue_draft
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
  `)
