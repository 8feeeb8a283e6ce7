import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const FileRow = z.object({
  file: z.string(),
  person: z.string(),
  about: z.string(),
  label: z.instanceof(Buffer),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.instanceof(Buffer),
  keptAt: z.date(),
})
export type FileRow = z.infer<typeof FileRow>

export interface NewFile extends Omit<FileRow, 'keptAt'> {
  readonly content: Buffer
  readonly keptAt: EpochMs
}

export const insertFile = (db: Db, given: NewFile) =>
  db.run(sql`
    insert into vault_file (jurisdiction, file, person, about, label, media_type, size, sha256, content, kept_at)
    values (${db.scope.jurisdiction}, ${given.file}, ${given.person}, ${given.about}, ${given.label},
            ${given.mediaType}, ${given.size}, ${given.sha256}, ${given.content},
            ${new Date(given.keptAt).toISOString()})
  `)

const columns = sql`file, person, about, label, media_type, size, sha256, kept_at`

export const findFile = (db: Db, file: string) =>
  db.one(
    FileRow.extend({ content: z.instanceof(Buffer) }),
    sql`
    select ${columns}, content
      from vault_file
     where jurisdiction = ${db.scope.jurisdiction}
       and file = ${file}
  `,
  )

/** The files handed in for one subject, in the order in which they came. */
export const findFilesAbout = (db: Db, about: string) =>
  db.rows(
    FileRow,
    sql`
    select ${columns}
      from vault_file
     where jurisdiction = ${db.scope.jurisdiction}
       and about = ${about}
     order by file
     limit 500
  `,
  )

export const deleteFile = (db: Db, file: string) =>
  db.run(sql`
    delete from vault_file
     where jurisdiction = ${db.scope.jurisdiction}
       and file = ${file}
  `)

export const deleteFiles = (db: Db, person: string) =>
  db.run(sql`
    delete from vault_file
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
  `)
