import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Agency, Agent } from './agency.ts'

const folded = <State>() => z.custom<State>((value) => typeof value === 'object' && value !== null)
const StoredAgent = z.object({ state: folded<Agent>(), version: z.number() })
const StoredAgency = z.object({ state: folded<Agency>(), version: z.number() })

export const findAgent = (db: Db, account: string) =>
  db.one(
    StoredAgent,
    sql`
    select state, version
      from agency_agent
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}`,
  )

/** Those who act now. */
export const findAgents = async (db: Db): Promise<Agent[]> =>
  (
    await db.rows(
      StoredAgent,
      sql`
      select state, version
        from agency_agent
       where jurisdiction = ${db.scope.jurisdiction}
         and not ended
       order by unit, account
       limit 5000`,
    )
  ).map(({ state }) => state)

export const putAgent = (db: Db, { state, version }: { readonly state: Agent; readonly version: number }) =>
  db.run(sql`
    insert into agency_agent (jurisdiction, account, unit, ended, state, version)
    values (${db.scope.jurisdiction}, ${state.account}, ${state.unit}, ${state.endedAt !== null},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, account) do update
       set unit = excluded.unit, ended = excluded.ended, state = excluded.state, version = excluded.version`)

export const findAgency = (db: Db, agency: string) =>
  db.one(
    StoredAgency,
    sql`
    select state, version
      from agency_matter
     where jurisdiction = ${db.scope.jurisdiction}
       and agency = ${agency}`,
  )

/** Who acts for the resident in a case; undefined where nobody does. */
export const agentOfCase = async (db: Db, caseNo: string): Promise<string | undefined> =>
  (
    await db.one(
      z.object({ agent: z.string() }),
      sql`
      select agent
        from agency_matter
       where jurisdiction = ${db.scope.jurisdiction}
         and case_no = ${caseNo}
       order by taken_at desc
       limit 1`,
    )
  )?.agent

export interface AgencyQuestion {
  readonly open: boolean
  readonly agent: string | undefined
}

const asked = (db: Db, { open, agent }: AgencyQuestion) => sql`
       jurisdiction = ${db.scope.jurisdiction}
   and (not ${open} or stage not in ('delivered', 'ended'))
   and (${agent ?? null}::text is null or agent = ${agent ?? null})`

/** What has waited longest comes first. */
export const listAgencies = async (db: Db, question: AgencyQuestion, limit = 200): Promise<Agency[]> =>
  (
    await db.rows(
      StoredAgency,
      sql`
      select state, version
        from agency_matter
       where ${asked(db, question)}
       order by stage in ('delivered', 'ended'), taken_at, agency
       limit ${limit}`,
    )
  ).map(({ state }) => state)

export const countAgencies = async (db: Db, question: AgencyQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*) as total from agency_matter where ${asked(db, question)}`,
    )
  )?.total ?? 0

export const putAgency = (db: Db, { state, version }: { readonly state: Agency; readonly version: number }) =>
  db.run(sql`
    insert into agency_matter (jurisdiction, agency, unit, township, agent, person, stage, case_no, taken_at, state,
                               version)
    values (${db.scope.jurisdiction}, ${state.agency}, ${state.unit}, ${state.township}, ${state.agent}, ${state.person},
            ${state.stage}, ${state.caseNo}, ${new Date(state.times.taken ?? 0).toISOString()},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, agency) do update
       set stage = excluded.stage, case_no = excluded.case_no, state = excluded.state, version = excluded.version`)
