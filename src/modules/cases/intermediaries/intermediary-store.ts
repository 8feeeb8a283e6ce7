import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Engagement, Intermediary, Survey } from './intermediary.ts'

const folded = <State>() => z.custom<State>((value) => typeof value === 'object' && value !== null)
const StoredIntermediary = z.object({ state: folded<Intermediary>(), version: z.number() })
const StoredEngagement = z.object({ state: folded<Engagement>(), version: z.number() })
const StoredSurvey = z.object({ state: folded<Survey>(), version: z.number() })

export const findIntermediary = (db: Db, intermediary: string) =>
  db.one(
    StoredIntermediary,
    sql`
    select state, version
      from intermediary
     where jurisdiction = ${db.scope.jurisdiction}
       and intermediary = ${intermediary}`,
  )

export const findIntermediaries = async (db: Db): Promise<Intermediary[]> =>
  (
    await db.rows(
      StoredIntermediary,
      sql`
      select state, version
        from intermediary
       where jurisdiction = ${db.scope.jurisdiction}
       order by intermediary
       limit 5000`,
    )
  ).map(({ state }) => state)

export const putIntermediary = (
  db: Db,
  { state, version }: { readonly state: Intermediary; readonly version: number },
) =>
  db.run(sql`
    insert into intermediary (jurisdiction, intermediary, state, version)
    values (${db.scope.jurisdiction}, ${state.intermediary}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, intermediary) do update
       set state = excluded.state, version = excluded.version`)

export const findEngagement = (db: Db, engagement: string) =>
  db.one(
    StoredEngagement,
    sql`
    select state, version
      from case_engagement
     where jurisdiction = ${db.scope.jurisdiction}
       and engagement = ${engagement}`,
  )

/** Those of one case, or of all: an intermediary is measured by everything it did. */
export const findEngagements = async (db: Db, caseNo?: string): Promise<Engagement[]> =>
  (
    await db.rows(
      StoredEngagement,
      sql`
      select state, version
        from case_engagement
       where jurisdiction = ${db.scope.jurisdiction}
         and (${caseNo ?? null}::text is null or case_no = ${caseNo ?? null})
       order by started_at, engagement
       limit 50000`,
    )
  ).map(({ state }) => state)

export const putEngagement = (
  db: Db,
  { state, version }: { readonly state: Engagement; readonly version: number },
) =>
  db.run(sql`
    insert into case_engagement (jurisdiction, engagement, case_no, unit, intermediary, started_at, done_at, state, version)
    values (${db.scope.jurisdiction}, ${`${state.caseNo}/${state.number}`}, ${state.caseNo}, ${state.unit},
            ${state.intermediary}, ${new Date(state.startedAt).toISOString()},
            ${state.doneAt === null ? null : new Date(state.doneAt).toISOString()},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, engagement) do update
       set done_at = excluded.done_at, state = excluded.state, version = excluded.version`)

export const findSurvey = (db: Db, survey: string) =>
  db.one(
    StoredSurvey,
    sql`
    select state, version
      from fee_survey
     where jurisdiction = ${db.scope.jurisdiction}
       and survey = ${survey}`,
  )

export const findSurveys = async (db: Db): Promise<Survey[]> =>
  (
    await db.rows(
      StoredSurvey,
      sql`
      select state, version
        from fee_survey
       where jurisdiction = ${db.scope.jurisdiction}
       order by survey desc
       limit 500`,
    )
  ).map(({ state }) => state)

export const putSurvey = (db: Db, { state, version }: { readonly state: Survey; readonly version: number }) =>
  db.run(sql`
    insert into fee_survey (jurisdiction, survey, state, version)
    values (${db.scope.jurisdiction}, ${state.survey}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, survey) do update
       set state = excluded.state, version = excluded.version`)
