import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Liability } from './liability.ts'

/** What this module wrote it reads back as it is: `evolveLiability` made it and nobody else writes the column. */
const Content = z.custom<Liability>(
  (value) => typeof value === 'object' && value !== null && 'liability' in value,
)
const Stored = z.object({ content: Content, version: z.number() })
export type StoredLiability = z.infer<typeof Stored>

export const findLiability = (db: Db, liability: string): Promise<StoredLiability | undefined> =>
  db.one(
    Stored,
    sql`
    select content, version
      from case_liability
     where jurisdiction = ${db.scope.jurisdiction}
       and liability = ${liability}`,
  )

/** Held until the transaction ends, so that nobody else decides on it meanwhile. */
export const lockLiability = (db: Db, liability: string): Promise<StoredLiability | undefined> =>
  db.one(
    Stored,
    sql`
    select content, version
      from case_liability
     where jurisdiction = ${db.scope.jurisdiction}
       and liability = ${liability}
       for update`,
  )

/** Those still open first, the soonest first. */
export const listLiabilities = (db: Db, { limit }: { readonly limit: number }): Promise<StoredLiability[]> =>
  db.rows(
    Stored,
    sql`
    select content, version
      from case_liability
     where jurisdiction = ${db.scope.jurisdiction}
     order by stage = 'concluded', due_at, liability
     limit ${limit}`,
  )

export const putLiability = (db: Db, { content, version }: StoredLiability) =>
  db.run(sql`
    insert into case_liability (jurisdiction, liability, case_no, unit, entered_at, due_at, stage, content, version)
    values (${db.scope.jurisdiction}, ${content.liability}, ${content.caseNo}, ${content.unit},
            ${new Date(content.enteredAt).toISOString()}, ${new Date(content.dueAt).toISOString()}, ${content.stage},
            ${JSON.stringify(content)}::jsonb, ${version})
        on conflict (jurisdiction, liability) do update
       set stage = excluded.stage, content = excluded.content, version = excluded.version`)

/** One that was lifted stands in its stream and in no list. */
export const deleteLiability = (db: Db, liability: string) =>
  db.run(sql`
    delete from case_liability
     where jurisdiction = ${db.scope.jurisdiction}
       and liability = ${liability}`)

const OfCard = z.object({ liability: z.string(), version: z.number() })

/** What was entered because of a card. */
export const findLiabilitiesOfCard = (db: Db, card: string) =>
  db.rows(
    OfCard,
    sql`
    select liability, version
      from case_liability
     where jurisdiction = ${db.scope.jurisdiction}
       and content ->> 'card' = ${card}
     order by liability
     limit 10`,
  )
