import { z } from 'zod'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import { changesIn, type CourseChange, type CourseTally, type HolderChange, holdersIn } from './tally.ts'
import { packWaits, unpackWaits, type Waits } from './waits.ts'

const TABLES = { variants: raw('watch_variant'), holdings: raw('watch_holding') } satisfies Record<
  string,
  Sql
>
type Courses = keyof typeof TABLES

const ROWS_AT_A_TIME = 500

/** Writes what was counted and forgets it. */
export async function writeCourses(db: Db, log: string, tally: CourseTally): Promise<void> {
  for (const courses of ['variants', 'holdings'] as const) {
    const changes = changesIn(tally[courses])
    for (let start = 0; start < changes.length; start += ROWS_AT_A_TIME)
      await addToCourses(db, { log, courses }, changes.slice(start, start + ROWS_AT_A_TIME))
    tally[courses].clear()
  }
  await addToHolders(db, log, holdersIn(tally))
  tally.holders.clear()
  tally.buckets = 0
}

interface Place {
  readonly log: string
  readonly courses: Courses
}

async function addToCourses(db: Db, place: Place, changes: readonly CourseChange[]): Promise<void> {
  const stored = new Map((await lockCourses(db, place, changes)).map((row) => [keyOf(row), row]))
  const after = changes.map((change) => {
    const before = stored.get(keyOf(change))
    const waits: Waits = new Map()
    if (before) unpackWaits(waits, before.waits)
    for (const [key, { count, sum }] of change.waits) {
      const known = waits.get(key)
      waits.set(key, { count: (known?.count ?? 0) + count, sum: (known?.sum ?? 0) + sum })
    }
    return { ...change, cases: (before?.cases ?? 0) + change.cases, waits }
  })
  await putCourses(db, place, after)
  if (after.some(({ cases }) => cases === 0)) await removeEmpty(db, place, after)
}

const keyOf = ({ unit, item, mark }: Pick<CourseChange, 'unit' | 'item' | 'mark'>): string =>
  `${unit}\n${item}\n${mark}`

const CourseRow = z.object({
  unit: z.string(),
  item: z.string(),
  mark: z.string(),
  cases: z.number(),
  waits: z.instanceof(Buffer),
})
type CourseRow = z.infer<typeof CourseRow>

/** The rows of some paths as they stand, locked in one order; those that are new are made, so that they can be locked. */
async function lockCourses(db: Db, place: Place, changes: readonly CourseChange[]): Promise<CourseRow[]> {
  const there = await lockRows(db, place, changes)
  if (there.length === changes.length) return there
  const found = new Set(there.map(keyOf))
  const fresh = changes.filter((change) => !found.has(keyOf(change)))
  await makeRows(db, place, fresh)
  return [...there, ...(await lockRows(db, place, fresh))]
}

/** Another process may make the same row at the same time: it is then waited for, and its row is counted on. */
const makeRows = (db: Db, { log, courses }: Place, changes: readonly CourseChange[]) => {
  const fresh = changes.map(({ unit, item, mark, path }) => ({ unit, item, mark, path }))
  return db.run(sql`
    insert into ${TABLES[courses]} (jurisdiction, log, unit, item, mark, path, cases, waits)
    select ${db.scope.jurisdiction}, ${log}, unit, item, mark, path, 0, ''::bytea
      from json_to_recordset(${JSON.stringify(fresh)}::json) as fresh (unit text, item text, mark text, path text)
        on conflict (jurisdiction, log, unit, item, mark) do nothing`)
}

const lockRows = (db: Db, { log, courses }: Place, changes: readonly CourseChange[]) => {
  const asked = JSON.stringify(changes.map(({ unit, item, mark }) => ({ unit, item, mark })))
  return db.rows(
    CourseRow,
    sql`
    select course.unit, course.item, course.mark, course.cases, course.waits
      from json_to_recordset(${asked}::json) as asked (unit text, item text, mark text)
      join ${TABLES[courses]} as course
        on course.jurisdiction = ${db.scope.jurisdiction}
       and course.log = ${log}
       and course.unit = asked.unit
       and course.item = asked.item
       and course.mark = asked.mark
     order by course.unit collate "C", course.item collate "C", course.mark
       for update of course
     limit ${changes.length}`,
  )
}

/** Sets rows that are locked. */
async function putCourses(db: Db, { log, courses }: Place, changes: readonly CourseChange[]): Promise<void> {
  const given = changes.map(({ unit, item, mark, cases, waits }) => {
    return { unit, item, mark, cases, waits: packWaits(waits).toString('base64') }
  })
  await db.run(sql`
    update ${TABLES[courses]} as course
       set cases = given.cases, waits = decode(given.waits, 'base64')
      from json_to_recordset(${JSON.stringify(given)}::json)
           as given (unit text, item text, mark text, cases bigint, waits text)
     where course.jurisdiction = ${db.scope.jurisdiction}
       and course.log = ${log}
       and course.unit = given.unit
       and course.item = given.item
       and course.mark = given.mark`)
}

/** A path that nobody runs any more has no row, so that a rebuild gives the same. */
const removeEmpty = (db: Db, { log, courses }: Place, changes: readonly CourseChange[]) => {
  const emptied = changes
    .filter(({ cases }) => cases === 0)
    .map(({ unit, item, mark }) => ({ unit, item, mark }))
  return db.run(sql`
    delete from ${TABLES[courses]} as course
     using json_to_recordset(${JSON.stringify(emptied)}::json) as gone (unit text, item text, mark text)
     where course.jurisdiction = ${db.scope.jurisdiction}
       and course.log = ${log}
       and course.unit = gone.unit
       and course.item = gone.item
       and course.mark = gone.mark
       and course.cases = 0`)
}

/** Adds to the counts of those who held cases; whoever held none any more has no row. */
async function addToHolders(db: Db, log: string, changes: readonly HolderChange[]): Promise<void> {
  if (changes.length === 0) return
  await db.run(sql`
    insert into watch_holder (jurisdiction, log, unit, holder, cases)
    select ${db.scope.jurisdiction}, ${log}, unit, holder, cases
      from json_to_recordset(${JSON.stringify(changes)}::json) as given (unit text, holder text, cases bigint)
        on conflict (jurisdiction, log, unit, holder) do update
       set cases = watch_holder.cases + excluded.cases`)
  const fewer = changes.filter(({ cases }) => cases < 0)
  if (fewer.length === 0) return
  await db.run(sql`
    delete from watch_holder
     using json_to_recordset(${JSON.stringify(fewer)}::json) as fewer (unit text, holder text)
     where watch_holder.jurisdiction = ${db.scope.jurisdiction}
       and watch_holder.log = ${log}
       and watch_holder.unit = fewer.unit
       and watch_holder.holder = fewer.holder
       and watch_holder.cases = 0`)
}
