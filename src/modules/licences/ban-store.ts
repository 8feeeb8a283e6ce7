import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import type { Ban } from './ban.ts'

const Content = z.custom<Ban>((value) => typeof value === 'object' && value !== null && 'ban' in value)
const Stored = z.object({ content: Content, version: z.number() })
export type StoredBan = z.infer<typeof Stored>

const one = (db: Db, ban: string): Sql => sql`
  select content, version
    from application_ban
   where jurisdiction = ${db.scope.jurisdiction}
     and ban = ${ban}`

export const findBan = (db: Db, ban: string): Promise<StoredBan | undefined> => db.one(Stored, one(db, ban))

export const lockBan = (db: Db, ban: string): Promise<StoredBan | undefined> =>
  db.one(Stored, sql`${one(db, ban)} for update`)

/** Bans of these persons that stand on a day. */
export const findBansOf = async (db: Db, persons: readonly string[], today: Day): Promise<Ban[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select content, version
        from application_ban
       where jurisdiction = ${db.scope.jurisdiction}
         and person = any (${persons}::text[])
         and not lifted
         and until_day >= ${today}::date
       order by until_day desc
       limit 100`,
    )
  ).map(({ content }) => content)

/** Bans that a unit has set and that stand on a day: few, and most units have none. */
export const findBansOfUnit = async (db: Db, unit: string, today: Day): Promise<Ban[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select content, version
        from application_ban
       where jurisdiction = ${db.scope.jurisdiction}
         and unit = ${unit}
         and not lifted
         and until_day >= ${today}::date
       order by until_day desc
       limit 10000`,
    )
  ).map(({ content }) => content)

export interface BanQuestion {
  readonly unit: string | undefined
  readonly standing: boolean
  readonly today: Day
  readonly limit: number
  readonly offset: number
}

const matching = (db: Db, { unit, standing, today }: BanQuestion): Sql => sql`
       jurisdiction = ${db.scope.jurisdiction}
   and (${unit ?? null}::text is null or unit = ${unit ?? null})
   and (not ${standing} or (not lifted and until_day >= ${today}::date))`

export const listBans = async (db: Db, question: BanQuestion): Promise<Ban[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select content, version
        from application_ban
       where ${matching(db, question)}
       order by until_day desc, ban
       limit ${question.limit + 1} offset ${question.offset}`,
    )
  ).map(({ content }) => content)

export const countBans = async (db: Db, question: BanQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*) as total from application_ban where ${matching(db, question)}`,
    )
  )?.total ?? 0

export const putBan = (db: Db, { content, version }: StoredBan) =>
  db.run(sql`
    insert into application_ban
           (jurisdiction, ban, person, item, unit, from_day, until_day, lifted, content, version)
    values (${db.scope.jurisdiction}, ${content.ban}, ${content.person}, ${content.item}, ${content.unit},
            ${content.from}, ${content.until}, ${content.lifted !== null}, ${JSON.stringify(content)}::jsonb,
            ${version})
        on conflict (jurisdiction, ban) do update
       set lifted = excluded.lifted, content = excluded.content, version = excluded.version`)
