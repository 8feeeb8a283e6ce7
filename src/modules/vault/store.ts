import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const PersonRow = z.object({
  person: z.string(),
  keyVersion: z.number(),
  wrappedKey: z.instanceof(Buffer).nullable(),
  content: z.instanceof(Buffer).nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

export interface KeptPerson {
  readonly person: string
  readonly keyVersion: number
  readonly wrappedKey: Buffer
  readonly content: Buffer
}

export const insertPerson = (db: Db, { person, keyVersion, wrappedKey, content }: KeptPerson) =>
  db.run(sql`
    insert into vault_person (jurisdiction, person, key_version, wrapped_key, content)
    values (${db.scope.jurisdiction}, ${person}, ${keyVersion}, ${wrappedKey}, ${content})
  `)

export const findPersons = (db: Db, persons: readonly string[]) =>
  db.rows(
    PersonRow,
    sql`
    select person, key_version, wrapped_key, content
      from vault_person
     where jurisdiction = ${db.scope.jurisdiction}
       and person = any (${persons})
     limit ${persons.length}
  `,
  )

/** The person, whom nobody else changes or forgets until this transaction ends. */
export const lockPerson = (db: Db, person: string) =>
  db.one(
    PersonRow,
    sql`
    select person, key_version, wrapped_key, content
      from vault_person
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
       for update
  `,
  )

/** The first person who was kept under a mark, held; undefined where nobody was. */
export const lockMarked = (db: Db, { kind, mark }: Mark) =>
  db.one(
    PersonRow,
    sql`
    select person, key_version, wrapped_key, content
      from vault_person
     where jurisdiction = ${db.scope.jurisdiction}
       and person = (select min(person)
                       from vault_mark
                      where jurisdiction = ${db.scope.jurisdiction}
                        and kind = ${kind}
                        and mark = ${mark})
       for update
  `,
  )

export const putContent = (db: Db, person: string, content: Buffer) =>
  db.run(sql`
    update vault_person
       set content = ${content}
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
  `)

export const putWrappedKey = (db: Db, { person, keyVersion, wrappedKey }: Omit<KeptPerson, 'content'>) =>
  db.run(sql`
    update vault_person
       set key_version = ${keyVersion}, wrapped_key = ${wrappedKey}
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
       and wrapped_key is not null
  `)

/** Persons whose key an older master key wraps. */
export const lockPersonsBefore = (db: Db, keyVersion: number, limit: number) =>
  db.rows(
    PersonRow,
    sql`
    select person, key_version, wrapped_key, content
      from vault_person
     where jurisdiction = ${db.scope.jurisdiction}
       and key_version < ${keyVersion}
       and wrapped_key is not null
     order by person
     limit ${limit}
       for update
  `,
  )

/** Nothing of the person is left but the reference; files and marks go with `deleteMarks` and `deleteFiles`. */
export const destroyKey = (db: Db, person: string, at: EpochMs) =>
  db.run(sql`
    update vault_person
       set wrapped_key = null, content = null, forgotten_at = ${new Date(at).toISOString()}
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
  `)

export interface Mark {
  readonly kind: string
  readonly mark: Buffer
}

export const insertMark = (db: Db, person: string, { kind, mark }: Mark) =>
  db.run(sql`
    insert into vault_mark (jurisdiction, kind, mark, person)
    values (${db.scope.jurisdiction}, ${kind}, ${mark}, ${person})
        on conflict do nothing
  `)

/** The persons of a number, the first one that was kept before the others. */
export const findMarked = (db: Db, { kind, mark }: Mark) =>
  db.rows(
    z.object({ person: z.string() }),
    sql`
    select person
      from vault_mark
     where jurisdiction = ${db.scope.jurisdiction}
       and kind = ${kind}
       and mark = ${mark}
     order by person
     limit 50
  `,
  )

export const deleteMarks = (db: Db, person: string) =>
  db.run(sql`
    delete from vault_mark
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
  `)

export const deleteMarksOf = (db: Db, person: string, kind: string) =>
  db.run(sql`
    delete from vault_mark
     where jurisdiction = ${db.scope.jurisdiction}
       and person = ${person}
       and kind = ${kind}
  `)

/** Two who keep the same number at once come one after the other. */
export const lockMark = (db: Db, { mark }: Mark) =>
  db.run(sql`select pg_advisory_xact_lock(${mark.readInt32BE(0)}, ${mark.readInt32BE(4)})`)
