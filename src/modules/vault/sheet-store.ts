import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const SheetRow = z.object({
  sheet: z.string(),
  person: z.string(),
  content: z.instanceof(Buffer),
})

interface NewSheet extends z.infer<typeof SheetRow> {
  readonly about: string
  readonly keptAt: EpochMs
}

export const insertSheet = (db: Db, { sheet, person, about, content, keptAt }: NewSheet) =>
  db.run(sql`
    insert into vault_sheet (jurisdiction, sheet, person, about, content, kept_at)
    values (${db.scope.jurisdiction}, ${sheet}, ${person}, ${about}, ${content},
            ${new Date(keptAt).toISOString()})
  `)

export const findSheet = (db: Db, sheet: string) =>
  db.one(
    SheetRow,
    sql`
    select sheet, person, content
      from vault_sheet
     where jurisdiction = ${db.scope.jurisdiction}
       and sheet = ${sheet}
  `,
  )

export const deleteSheets = (db: Db, person: string) =>
  db.run(sql`
    delete from vault_sheet
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
  `)
