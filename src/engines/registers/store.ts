import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import type { Institution } from './definition.ts'
import type { Entry } from './entry.ts'

/** What this engine wrote it reads back as it is: `evolve` made it and nobody else writes the column. */
const Content = z.custom<Entry>((value) => typeof value === 'object' && value !== null && 'taken' in value)
const Stored = z.object({ content: Content, version: z.number() })
export type StoredEntry = z.infer<typeof Stored>

/** Published under the rules of its day: read as it was, not checked against the rules of today. */
const Definition = z.custom<Institution>(
  (value) => typeof value === 'object' && value !== null && 'steps' in value,
)
const Published = z.object({
  institution: z.string(),
  version: z.number(),
  definition: Definition,
  publishedBy: z.string(),
  publishedAt: z.date(),
  draftedBy: z.string(),
})
export type Published = z.infer<typeof Published>

/** Every version, or the newest of each institution. */
export const findDefinitions = (db: Db, institution?: string): Promise<Published[]> =>
  db.rows(
    Published,
    sql`
    select institution, version, definition, published_by, published_at, drafted_by
      from register_definition
     where jurisdiction = ${db.scope.jurisdiction}
       and (${institution ?? null}::text is null or institution = ${institution ?? null})
     order by institution, version
     limit 10000`,
  )

/** What a version of an institution said when it was published. */
export const publishedAt = async (
  db: Db,
  institution: string,
  version: number,
): Promise<Institution | undefined> =>
  (await findDefinitions(db, institution)).find((one) => one.version === version)?.definition

export const putDefinition = (
  db: Db,
  { institution, version, definition, publishedBy, publishedAt, draftedBy }: Published,
) =>
  db.run(sql`
    insert into register_definition (jurisdiction, institution, version, definition, published_by, published_at,
                                     drafted_by)
    values (${db.scope.jurisdiction}, ${institution}, ${version}, ${JSON.stringify(definition)}::jsonb,
            ${publishedBy}, ${publishedAt}, ${draftedBy})
        on conflict (jurisdiction, institution, version) do nothing`)

const Draft = z.object({
  institution: z.string(),
  definition: Definition,
  draftedBy: z.string(),
  savedAt: z.date(),
  version: z.number(),
})
export type Draft = z.infer<typeof Draft>

export const findDrafts = (db: Db): Promise<Draft[]> =>
  db.rows(
    Draft,
    sql`
    select institution, definition, drafted_by, saved_at, version
      from register_draft
     where jurisdiction = ${db.scope.jurisdiction}
     order by institution
     limit 1000`,
  )

export const putDraft = (db: Db, { institution, definition, draftedBy, savedAt, version }: Draft) =>
  db.run(sql`
    insert into register_draft (jurisdiction, institution, definition, drafted_by, saved_at, version)
    values (${db.scope.jurisdiction}, ${institution}, ${JSON.stringify(definition)}::jsonb, ${draftedBy}, ${savedAt},
            ${version})
        on conflict (jurisdiction, institution) do update
       set definition = excluded.definition, drafted_by = excluded.drafted_by, saved_at = excluded.saved_at,
           version = excluded.version`)

export const removeDraft = (db: Db, institution: string) =>
  db.run(sql`
    delete from register_draft
     where jurisdiction = ${db.scope.jurisdiction}
       and institution = ${institution}`)

const oneEntry = (db: Db, institution: string, entry: string): Sql => sql`
    select content, version
      from register_entry
     where jurisdiction = ${db.scope.jurisdiction}
       and institution = ${institution}
       and entry = ${entry}`

export const findEntry = (db: Db, institution: string, entry: string): Promise<StoredEntry | undefined> =>
  db.one(Stored, oneEntry(db, institution, entry))

/** Held until the transaction ends, so that nobody else decides on it meanwhile. */
export const lockEntry = (db: Db, institution: string, entry: string): Promise<StoredEntry | undefined> =>
  db.one(Stored, sql`${oneEntry(db, institution, entry)} for update`)

/** Entries of an institution that the caller may see, in the order in which they were opened: all, or those with a field filled. */
export const findEntries = async (db: Db, institution: string, filled?: string): Promise<Entry[]> =>
  (
    await db.rows(
      Stored,
      sql`
    select content, version
      from register_entry
     where jurisdiction = ${db.scope.jurisdiction}
       and institution = ${institution}
       and (${filled ?? null}::text is null or content -> 'values' ->> ${filled ?? null}::text is not null)
     order by entry
     limit 100000`,
    )
  ).map(({ content }) => content)

const Use = z.object({ institution: z.string(), uses: z.number(), lastOn: z.string() })
export type RegisterUse = z.infer<typeof Use>

export interface UseAsked {
  readonly from: Day
  readonly until: Day
  /** Whose steps and entries count; null: everybody's. */
  readonly unit?: string | null
  readonly institution?: string
}

/** How often each institution was used in some days: every step taken is one use. */
export const findUses = (
  db: Db,
  { from, until, unit = null, institution }: UseAsked,
): Promise<RegisterUse[]> =>
  db.rows(
    Use,
    sql`
    select institution, count(*)::integer as uses, max(taken ->> 'on') as last_on
      from register_entry
     cross join lateral jsonb_array_elements(content -> 'taken') taken
     where jurisdiction = ${db.scope.jurisdiction}
       and (${institution ?? null}::text is null or institution = ${institution ?? null})
       and (${unit}::text is null or unit = ${unit} or taken ->> 'unit' = ${unit})
       and taken ->> 'on' between ${from} and ${until}
     group by institution
     order by institution
     limit 1000`,
  )

const Name = z.object({ institution: z.string(), entry: z.string() })

/** Names of the entries that the caller may see, of one institution or of all: `hall-rules/2026-0001`. */
export const findVisible = async (db: Db, institution?: string): Promise<Set<string>> =>
  new Set(
    (
      await db.rows(
        Name,
        sql`
    select institution, entry
      from register_entry
     where jurisdiction = ${db.scope.jurisdiction}
       and (${institution ?? null}::text is null or institution = ${institution ?? null})
     limit 1000000`,
      )
    ).map((one) => nameOf(one.institution, one.entry)),
  )

export const nameOf = (institution: string, entry: string): string => `${institution}/${entry}`

export interface EntryRow {
  readonly entry: Entry
  readonly seenBy: readonly string[]
  readonly everyone: boolean
  readonly sealed: boolean
  readonly over: boolean
  readonly changedAt: EpochMs
  readonly words: string
  readonly version: number
}

export const putEntry = (
  db: Db,
  { entry, seenBy, everyone, sealed, over, changedAt, words, version }: EntryRow,
) =>
  db.run(sql`
    insert into register_entry (jurisdiction, institution, entry, definition, unit, seen_by, everyone, sealed, state, over,
                                opened_on, changed_at, words, content, version)
    values (${db.scope.jurisdiction}, ${entry.institution}, ${entry.id}, ${entry.version}, ${entry.unit},
            ${[...seenBy]}::text[], ${everyone}, ${sealed}, ${entry.state}, ${over}, ${entry.taken[0]?.on ?? null}::date,
            ${new Date(changedAt)}, ${words}, ${JSON.stringify(entry)}::jsonb, ${version})
        on conflict (jurisdiction, institution, entry) do update
       set unit = excluded.unit, seen_by = excluded.seen_by, everyone = excluded.everyone, sealed = excluded.sealed, state = excluded.state,
           over = excluded.over, changed_at = excluded.changed_at, words = excluded.words,
           content = excluded.content, version = excluded.version`)

const Last = z.object({ last: z.number() })

/** Held by everybody who opens an entry of this institution, so that numbers have no gaps. */
export async function lockNumbers(db: Db, institution: string, year: number): Promise<number> {
  const key = `${db.scope.jurisdiction}/register/${institution}`
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  const found = await db.one(
    Last,
    sql`
    select last
      from register_count
     where jurisdiction = ${db.scope.jurisdiction}
       and institution = ${institution}
       and year = ${year}`,
  )
  return found?.last ?? 0
}

export const countNumber = (db: Db, institution: string, year: number, number: number) =>
  db.run(sql`
    insert into register_count (jurisdiction, institution, year, last)
    values (${db.scope.jurisdiction}, ${institution}, ${year}, ${number})
        on conflict (jurisdiction, institution, year) do update
       set last = greatest(register_count.last, excluded.last)`)
