import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { instant } from './instants.ts'

const PostOfUnit = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  holder: z.string().nullable(),
  backup: z.string().nullable(),
  awayFrom: z.date().nullable(),
  awayUntil: z.date().nullable(),
})

export const findPosts = (db: Db, unit: string) =>
  db.rows(
    PostOfUnit,
    sql`
    select post as id, title, title_en, holder, backup, away_from, away_until
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
     order by post
     limit 1000
  `,
  )

const PostAt = PostOfUnit.omit({ id: true }).extend({ unit: z.string(), post: z.string() })

interface PostsSought {
  readonly desks: readonly { readonly unit: string; readonly post: string }[]
  /** Whatever these accounts hold, too. */
  readonly holders: readonly string[]
}

/** Posts with whoever holds them and stands in, by unit and post; unknown ones are left out. */
export const findPostsAt = (db: Db, { desks, holders }: PostsSought) =>
  db.rows(
    PostAt,
    sql`
    select unit, post, title, title_en, holder, backup, away_from, away_until
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and ((unit, post) in (select * from unnest(${desks.map(({ unit }) => unit)}::text[], ${desks.map(({ post }) => post)}::text[]))
            or holder = any (${holders}::text[]))
     order by unit, post
     limit 1000
  `,
  )

const PostTitle = z.object({
  unit: z.string(),
  post: z.string(),
  title: z.string(),
  titleEn: z.string(),
  holder: z.string().nullable(),
})

/** What posts are called and who holds them, by unit and post; unknown ones are left out. */
export const findPostTitles = (db: Db, desks: readonly { readonly unit: string; readonly post: string }[]) =>
  db.rows(
    PostTitle,
    sql`
    select unit, post, title, title_en, holder
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and (unit, post) in (select * from unnest(${desks.map(({ unit }) => unit)}::text[], ${desks.map(({ post }) => post)}::text[]))
     limit 1000
  `,
  )

const Held = z.object({
  account: z.string(),
  unit: z.string(),
  post: z.string(),
  holder: z.string().nullable(),
  asBackup: z.boolean(),
})

const Standing = z.object({
  kind: z.string().nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  holder: z.string().nullable(),
  asBackup: z.boolean().nullable(),
})

interface Asked {
  readonly account: string
  readonly unit: string | null
  readonly at: EpochMs
}

/** What the unit of an account is, and the posts whose powers it has at an instant: a row without a post where it has none. */
export const findStanding = (db: Db, { account, unit, at }: Asked) =>
  db.rows(
    Standing,
    sql`
    select own.kind, held.unit, held.post, held.holder, held.holder is distinct from ${account} as as_backup
      from (select (select kind
                      from organisation_unit
                     where jurisdiction = ${db.scope.jurisdiction}
                       and unit = ${unit}) as kind) own
      left join (select unit, post, holder
                   from (select unit, post, holder, backup,
                                coalesce(away_from <= ${instant(at)} and (away_until is null or away_until > ${instant(at)}), false) as away
                           from organisation_post
                          where jurisdiction = ${db.scope.jurisdiction}
                            and (holder = ${account} or backup = ${account})) post
                  where (holder = ${account} and not away)
                     or (backup = ${account} and away)) held on true
     order by held.unit, held.post
     limit 1000
  `,
  )

/** The posts whose powers accounts have at an instant: as holder, or as backup while the holder is away. */
export const findHeldPostsOf = (db: Db, accounts: readonly string[], at: EpochMs) =>
  db.rows(
    Held,
    sql`
    select asked.account, unit, post, holder, holder is distinct from asked.account as as_backup
      from (select distinct unnest(${accounts}::text[]) as account) asked
      join (select unit, post, holder, backup,
                   coalesce(away_from <= ${instant(at)} and (away_until is null or away_until > ${instant(at)}), false) as away
              from organisation_post
             where jurisdiction = ${db.scope.jurisdiction}
               and (holder = any(${accounts}::text[]) or backup = any(${accounts}::text[]))) held
        on (holder = asked.account and not away)
        or (backup = asked.account and away)
     order by asked.account, unit, post
     limit 1000
  `,
  )

export const findHeldPosts = (db: Db, account: string, at: EpochMs) => findHeldPostsOf(db, [account], at)

const StandIn = z.object({ account: z.string(), backup: z.string() })

/** 顶岗: who has the powers of people who are away from a post they hold, by account; whoever is at his desk is left out. */
export const findStandIns = async (
  db: Db,
  accounts: readonly string[],
  at: EpochMs,
): Promise<Map<string, string>> => {
  const rows = await db.rows(
    StandIn,
    sql`
    select holder as account, min(backup) as backup
      from organisation_post
     where jurisdiction = ${db.scope.jurisdiction}
       and holder = any (${accounts}::text[])
       and backup is not null
       and away_from <= ${instant(at)}
       and (away_until is null or away_until > ${instant(at)})
     group by holder
     limit 1000
  `,
  )
  return new Map(rows.map(({ account, backup }) => [account, backup]))
}
