import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import type { Question } from './question.ts'

/**
 * The list is asked by the system's role with the jurisdiction in the question: no index on words works under row-level
 * security, and what is published is public.
 */
export interface Within {
  readonly jurisdiction: string
  readonly day: Day
  readonly theme?: string | undefined
  readonly unit?: string | undefined
  readonly client?: string | undefined
}

const Found = z.object({ item: z.string(), version: z.number() })
export type Found = z.infer<typeof Found>
const FoundOf = Found.extend({ total: z.number() })

/** In force on the day, and of the theme, unit and client asked for. */
const within = ({ jurisdiction, day, theme, unit, client }: Within): Sql => sql`
       s.jurisdiction = ${jurisdiction}
   and s.effective_from <= ${day}
   and (s.effective_until is null or s.effective_until > ${day})
   ${unit === undefined ? raw('') : sql`and s.unit = ${unit}`}
   ${theme === undefined ? raw('') : sql`and s.themes @> array[${theme}]::text[]`}
   ${client === undefined ? raw('') : sql`and ${client} = any (s.clients)`}
`

const anyOf = (conditions: readonly Sql[]): Sql => conditions.reduce((all, one) => sql`${all} or ${one}`)
const allOf = (conditions: readonly Sql[]): Sql => conditions.reduce((all, one) => sql`${all} and ${one}`)

/** How near a name is: the words as typed, then what is most likely meant by them; last what only its phrases answer. */
function nearness({ text, meant }: Question): Sql {
  const means = meant.map((pieces, place) => {
    const holds = allOf(pieces.map((piece) => sql`position(${piece} in s.name) > 0`))
    return sql` when ${holds} then ${place + 3}::int`
  })
  return sql`
          case when s.name = ${text} then 0
               when starts_with(s.name, ${text}) or starts_with(s.initials, ${text}) then 1
               when position(${text} in s.name) > 0 or position(${text} in s.initials) > 0 then 2
               ${means.reduce((all, one) => sql`${all}${one}`, raw(''))}
               else 99
          end`
}

/** Items that answer a reading of the question, the nearest first: the name itself, names that begin with it, hold it. */
export function findAnswering(
  db: Db,
  question: Question,
  filter: Within,
  { offset, limit }: { readonly offset: number; readonly limit: number },
) {
  const { readings, intent } = question
  const has = readings.map((words) => sql`s.words @> ${words}::text[]`)
  return db.rows(
    FoundOf,
    sql`
    select s.item, s.version, s.total
      from (select a.*, count(*) over () as total,
                   row_number() over (order by least(a.nearness, 3), a.nearness, a.name_length, a.item collate "C") as place
              from (select s.item, s.version, s.name, s.name_length, ${nearness(question)} as nearness
                      from catalogue_search s
                     where ${within(filter)}
                       and (${anyOf(has)})
                     limit ${MOST_COMPARED}) as a) as s
     order by s.place > ${WEIGHED}, least(s.nearness, 3),
              case when s.place <= ${WEIGHED} then (s.name ~ ${intent.named}) <> ${intent.first} end,
              s.nearness, s.name_length, s.item collate "C"
    offset ${offset}
     limit ${limit}
  `,
  )
}

/** A question that so many items answer says little; those met first are put in order, and the answer says there are more. */
const MOST_COMPARED = 1200

/** What is wanted done is asked of the nearest names only: a pattern costs more than all that comes before it. */
const WEIGHED = 200

const Frequency = z.object({ word: z.string(), items: z.number() })

/** In how many items each word stands, counted no further than `ceiling`. */
export const countWords = (db: Db, words: readonly string[], jurisdiction: string, ceiling: number) =>
  db.rows(
    Frequency,
    sql`
    select w.word, (select count(*)
                      from (select 1
                              from catalogue_search s
                             where s.jurisdiction = ${jurisdiction}
                               and s.words @> array[w.word]
                             limit ${ceiling}) as seen) as items
      from unnest(${words}::text[]) as w (word)
     limit 100
  `,
  )

/** Items that have at least `least` of the words, those with more first. */
export const findResembling = (
  db: Db,
  { words, intent }: Pick<Question, 'words' | 'intent'>,
  filter: Within,
  { least, limit }: { readonly least: number; readonly limit: number },
) =>
  db.rows(
    Found,
    sql`
    select s.item, s.version
      from unnest(${words}::text[]) as w (word)
      join catalogue_search s on s.words @> array[w.word]
     where ${within(filter)}
     group by s.item, s.version, s.name, s.name_length
    having count(*) >= ${least}
     order by count(*) desc, (s.name ~ ${intent.named}) <> ${intent.first}, s.name_length, s.item
     limit ${limit}
  `,
  )

/** Items without a question, by code. */
export const findAllWithin = (
  db: Db,
  filter: Within,
  { after, limit }: { readonly after: string; readonly limit: number },
) =>
  db.rows(
    Found,
    sql`
    select s.item, s.version
      from catalogue_search s
     where ${within(filter)}
       and s.item > ${after}
     order by s.item
     limit ${limit}
  `,
  )

/** Nobody reads a list of more; further it is not counted. */
export const COUNTED = 5000

/** How many there are, counted to one more than `COUNTED`. */
export const countWithin = (db: Db, filter: Within) =>
  db.one(
    z.object({ total: z.number() }),
    sql`
    select count(*) as total
      from (select 1
              from catalogue_search s
             where ${within(filter)}
             limit ${COUNTED + 1}) as seen
  `,
  )

const Tally = z.object({ key: z.string(), items: z.number() })

export const countByTheme = (db: Db, filter: Within) =>
  db.rows(
    Tally,
    sql`
    select t.theme as key, count(*) as items
      from catalogue_search s
     cross join unnest(s.themes) as t (theme)
     where ${within(filter)}
     group by t.theme
     order by t.theme
     limit 200
  `,
  )

export const countByUnit = (db: Db, filter: Within) =>
  db.rows(
    Tally,
    sql`
    select s.unit as key, count(*) as items
      from catalogue_search s
     where ${within(filter)}
     group by s.unit
     order by count(*) desc, s.unit
     limit 1000
  `,
  )

export interface SearchRow {
  readonly item: string
  readonly version: number
  readonly from: Day
  readonly clients: readonly string[]
  readonly themes: readonly string[]
  readonly name: string
  readonly initials: string
  readonly words: readonly string[]
}

/** The words of a version; the version before it is found until this one begins. */
export async function insertSearchable(db: Db, unit: string, row: SearchRow): Promise<void> {
  const { jurisdiction } = db.scope
  await db.run(sql`
    update catalogue_search
       set effective_until = ${row.from}
     where jurisdiction = ${jurisdiction}
       and item = ${row.item}
       and version = ${row.version - 1}
  `)
  await db.run(sql`
    insert into catalogue_search (jurisdiction, item, version, unit, effective_from, effective_until, clients, themes,
                                  name, name_length, initials, words)
    values (${jurisdiction}, ${row.item}, ${row.version}, ${unit}, ${row.from}, null, ${row.clients}, ${row.themes},
            ${row.name}, ${row.name.length}, ${row.initials}, ${row.words})
  `)
}

/** From a day on nobody finds it: cancelled. */
export const endSearchable = (db: Db, item: string, from: Day) =>
  db.run(sql`
    update catalogue_search
       set effective_until = ${from}
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
       and (effective_until is null or effective_until > ${from})
  `)
