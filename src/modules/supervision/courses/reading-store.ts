import { z } from 'zod'
import { type Db, raw, sql } from '#kernel/sql.ts'

const ofItem = (item: string | undefined) => (item === undefined ? raw('true') : sql`item = ${item}`)

/** Cases in the counts of a log, and in its list: a log from before there were counts has fewer here until a rebuild. */
export async function areAllCounted(db: Db, log: string): Promise<boolean> {
  const found = await db.one(
    z.object({ all: z.boolean() }),
    sql`
    select coalesce((select sum(cases)
                       from watch_variant
                      where jurisdiction = ${db.scope.jurisdiction}
                        and log = ${log}), 0)
         = coalesce((select sum(cases)
                       from watch_total
                      where jurisdiction = ${db.scope.jurisdiction}
                        and log = ${log}), 0) as all`,
  )
  return found?.all ?? false
}

const ItemCount = z.object({ value: z.string(), cases: z.number() })

/** Cases of each item that the log names, the most frequent first. */
export const countItems = (db: Db, log: string, limit: number) =>
  db.rows(
    ItemCount,
    sql`
    select item as value, sum(cases)::int8 as cases
      from watch_variant
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and item <> ''
     group by item
     order by sum(cases) desc, item collate "C"
     limit ${limit}`,
  )

const Ranked = z.object({ mark: z.string(), path: z.string(), total: z.number() })

/** The paths that most cases ran, equally frequent ones in the order of their texts; with how many paths there are. */
export const rankVariants = (db: Db, log: string, item: string | undefined, limit: number) =>
  db.rows(
    Ranked,
    sql`
    select mark, path, count(*) over ()::int8 as total
      from watch_variant
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and ${ofItem(item)}
     group by mark, path
     order by sum(cases) desc, path collate "C"
     limit ${limit}`,
  )

/** Whoever gets so many rows did not get all of them. */
export const MOST_ROWS = 1_000_000

const StoredCourse = z.object({
  mark: z.string(),
  path: z.string(),
  cases: z.number(),
  waits: z.instanceof(Buffer),
})

/** The counts of some paths; a path that cases of several units or items ran has several rows. */
export const findVariants = (
  db: Db,
  log: string,
  { item, marks }: { readonly item: string | undefined; readonly marks: readonly string[] },
) =>
  db.rows(
    StoredCourse,
    sql`
    select mark, path, cases, waits
      from watch_variant
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and ${ofItem(item)}
       and mark = any (${marks}::text[])
     limit ${MOST_ROWS}`,
  )

const Holder = z.object({ holder: z.string() })

/** Everybody, and every unit, that held a case of a log. */
export const findHolders = (db: Db, log: string, limit: number) =>
  db.rows(
    Holder,
    sql`
    select distinct holder collate "C" as holder
      from watch_holder
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
     order by 1
     limit ${limit}`,
  )

/** Who held the cases of a log one after the other. */
export const findHoldings = (db: Db, log: string, item: string | undefined) =>
  db.rows(
    StoredCourse,
    sql`
    select mark, path, cases, waits
      from watch_holding
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and ${ofItem(item)}
     limit ${MOST_ROWS}`,
  )

const NewestCase = z.object({ caseId: z.string() })

/** The case of an item whose number is the highest. */
export const findNewestCase = (db: Db, log: string, item: string) =>
  db.one(
    NewestCase,
    sql`
    select case_id
      from watched_case
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and item = ${item}
     order by case_id desc
     limit 1`,
  )
