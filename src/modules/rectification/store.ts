import { z } from 'zod'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import { dayAt } from './acting.ts'
import type { Measure } from './measure.ts'
import type { Problem } from './problem.ts'

/** Written by the folding functions and nobody else, so read back as they are. */
const folded = <State>(mark: string) =>
  z.object({
    state: z.custom<State>((value) => typeof value === 'object' && value !== null && mark in value),
    version: z.number(),
  })
const StoredProblem = folded<Problem>('firstEnteredOn')
const StoredMeasure = folded<Measure>('treats')

export const findProblem = (db: Db, problem: string) =>
  db.one(
    StoredProblem,
    sql`
    select state, version
      from rectification_problem
     where jurisdiction = ${db.scope.jurisdiction}
       and problem = ${problem}`,
  )

export const putProblem = (
  db: Db,
  problem: string,
  { state, version }: { readonly state: Problem; readonly version: number },
) =>
  db.run(sql`
    insert into rectification_problem
           (jurisdiction, problem, unit, source, source_id, finding, raisers, is_open, sealed, entered_on, state, version)
    values (${db.scope.jurisdiction}, ${problem}, ${state.unit}, ${state.source}, ${state.sourceId}, ${state.finding},
            ${state.raisers}, ${state.closed === null && state.withdrawn === null}, ${state.sealed}, ${dayAt(state.at)},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, problem) do update
       set raisers = excluded.raisers, is_open = excluded.is_open, sealed = excluded.sealed, state = excluded.state, version = excluded.version`)

/** More than a government has in years; what lies beyond is not counted, so it is never reached silently. */
const MOST = 20_000

/** Problems that the reader sees, the newest first. */
export const findProblems = (db: Db, unit?: string): Promise<Problem[]> =>
  statesOf(
    db,
    StoredProblem,
    sql`
    select state, version
      from rectification_problem
     where jurisdiction = ${db.scope.jurisdiction}
       and (${unit ?? null}::text is null or unit = ${unit ?? null})
     order by entered_on desc, problem
     limit ${MOST}`,
  )

const statesOf = async <State>(
  db: Db,
  schema: z.ZodType<{ readonly state: State; readonly version: number }>,
  statement: Sql,
): Promise<State[]> => (await db.rows(schema, statement)).map(({ state }) => state)

const Number_ = z.object({ problem: z.string() })

/** The problems that were opened for a finding. */
export const findOfFinding = async (db: Db, finding: string): Promise<string[]> =>
  (
    await db.rows(
      Number_,
      sql`
    select problem
      from rectification_problem
     where jurisdiction = ${db.scope.jurisdiction}
       and finding = ${finding}
     limit 100`,
    )
  ).map(({ problem }) => problem)

/** What a person raised, the newest first. */
export const findRaisedBy = (db: Db, person: string): Promise<Problem[]> =>
  statesOf(
    db,
    StoredProblem,
    sql`
    select state, version
      from rectification_problem
     where jurisdiction = ${db.scope.jurisdiction}
       and raisers @> array[${person}]::text[]
     order by entered_on desc, problem
     limit 100`,
  )

export const findMeasure = (db: Db, measure: string) =>
  db.one(
    StoredMeasure,
    sql`
    select state, version
      from rectification_measure
     where jurisdiction = ${db.scope.jurisdiction}
       and measure = ${measure}`,
  )

export const putMeasure = (
  db: Db,
  measure: string,
  { state, version }: { readonly state: Measure; readonly version: number },
) =>
  db.run(sql`
    insert into rectification_measure
           (jurisdiction, measure, unit, units, problems, is_public, due_on, state, version)
    values (${db.scope.jurisdiction}, ${measure}, ${state.unit}, ${state.units}, ${state.problems},
            ${state.published.length > 0}, ${state.dueOn}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, measure) do update
       set units = excluded.units, problems = excluded.problems, is_public = excluded.is_public,
           due_on = excluded.due_on, state = excluded.state, version = excluded.version`)

/** The measures of some problems, by number. */
export const findMeasuresOf = (db: Db, problems: readonly string[]): Promise<Measure[]> =>
  statesOf(
    db,
    StoredMeasure,
    sql`
    select state, version
      from rectification_measure
     where jurisdiction = ${db.scope.jurisdiction}
       and problems && ${problems}::text[]
     order by due_on, measure
     limit ${MOST}`,
  )

/** Every measure that the reader sees, the sooner first. */
export const findMeasures = (db: Db): Promise<Measure[]> =>
  statesOf(
    db,
    StoredMeasure,
    sql`
    select state, version
      from rectification_measure
     where jurisdiction = ${db.scope.jurisdiction}
     order by due_on, measure
     limit ${MOST}`,
  )

/** 公开承诺: what anybody may read, the sooner first. */
export const findCommitments = (db: Db, unit?: string): Promise<Measure[]> =>
  statesOf(
    db,
    StoredMeasure,
    sql`
    select state, version
      from rectification_measure
     where jurisdiction = ${db.scope.jurisdiction}
       and is_public
       and (${unit ?? null}::text is null or unit = ${unit ?? null})
     order by due_on, measure
     limit 2000`,
  )

export type RecordKind = 'unit' | 'period' | 'round' | 'settings'

export const findRecord = <State>(kind: RecordKind) => {
  const Stored = z.object({
    state: z.custom<State>((value) => typeof value === 'object'),
    version: z.number(),
  })
  return (db: Db, id: string) =>
    db.one(
      Stored,
      sql`
    select state, version
      from rectification_record
     where jurisdiction = ${db.scope.jurisdiction}
       and kind = ${kind}
       and id = ${id}`,
    )
}

export const putRecord =
  <State>(kind: RecordKind) =>
  (db: Db, id: string, { state, version }: { readonly state: State; readonly version: number }) =>
    db.run(sql`
    insert into rectification_record (jurisdiction, kind, id, unit, state, version)
    values (${db.scope.jurisdiction}, ${kind}, ${id}, ${kind === 'unit' ? id : null}, ${JSON.stringify(state)}::jsonb,
            ${version})
        on conflict (jurisdiction, kind, id) do update
       set state = excluded.state, version = excluded.version`)

/** The records of a kind that the reader sees, the newest name first. */
export const findRecords = <State>(db: Db, kind: RecordKind) => {
  const Stored = z.object({ id: z.string(), state: z.custom<State>((value) => typeof value === 'object') })
  return db.rows(
    Stored,
    sql`
    select id, state
      from rectification_record
     where jurisdiction = ${db.scope.jurisdiction}
       and kind = ${kind}
     order by id desc
     limit 5000`,
  )
}

const Nothing = z.object({})

/** Until the transaction ends nobody else enters a problem of the unit, so that no two are the first. */
export const holdUnit = (db: Db, unit: string) =>
  db.rows(
    Nothing,
    sql`select pg_advisory_xact_lock(hashtextextended('problem/' || ${db.scope.jurisdiction} || ${unit}, 4101))::text`,
  )
