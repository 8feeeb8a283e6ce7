import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import type { Section } from './coverage/section.ts'
import type { Inspector } from './pool.ts'
import { isSealed, type Round, teamOf } from './rounds/round.ts'
import type { NumberState } from './numbers.ts'
import type { Checklist } from './visits/checklist.ts'
import { standingOf, type Visit } from './visits/visit.ts'
import type { ToldYear } from './coverage/year.ts'

/** The state is what `evolve` made of the stream: nobody else writes it. */
const stored = <State>() => z.object({ state: z.custom<State>(), version: z.number() })
interface Row<State> {
  readonly state: State
  readonly version: number
}
const json = (state: unknown) => canonical(state as object)

export const findChecklist = (db: Db, code: string) =>
  db.one(
    stored<Checklist>(),
    sql`
    select state, version
      from inspection_checklist
     where jurisdiction = ${db.scope.jurisdiction}
       and checklist = ${code}`,
  )

export const findChecklists = (db: Db) =>
  db.rows(
    stored<Checklist>(),
    sql`
    select state, version
      from inspection_checklist
     where jurisdiction = ${db.scope.jurisdiction}
     order by checklist
     limit 500`,
  )

export const putChecklist = (db: Db, code: string, { state, version }: Row<Checklist>) =>
  db.run(sql`
    insert into inspection_checklist (jurisdiction, checklist, state, version)
    values (${db.scope.jurisdiction}, ${code}, ${json(state)}::jsonb, ${version})
        on conflict (jurisdiction, checklist) do update set state = excluded.state, version = excluded.version`)

export const findInspector = (db: Db, account: string) =>
  db.one(
    stored<Inspector>(),
    sql`
    select state, version
      from inspection_inspector
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}`,
  )

export const findInspectors = (db: Db) =>
  db.rows(
    stored<Inspector>(),
    sql`
    select state, version
      from inspection_inspector
     where jurisdiction = ${db.scope.jurisdiction}
     order by account
     limit 1000`,
  )

export const putInspector = (db: Db, account: string, { state, version }: Row<Inspector>) =>
  db.run(sql`
    insert into inspection_inspector (jurisdiction, account, state, version)
    values (${db.scope.jurisdiction}, ${account}, ${json(state)}::jsonb, ${version})
        on conflict (jurisdiction, account) do update set state = excluded.state, version = excluded.version`)

export const findSection = (db: Db, id: string) => {
  const [unit = '', section = ''] = id.split('/')
  return db.one(
    stored<Section>(),
    sql`
    select state, version
      from inspection_section
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and section = ${section}`,
  )
}

export const findSections = (db: Db) =>
  db.rows(
    stored<Section>(),
    sql`
    select state, version
      from inspection_section
     where jurisdiction = ${db.scope.jurisdiction}
     order by unit, section
     limit 5000`,
  )

export const putSection = (db: Db, _id: string, { state, version }: Row<Section>) =>
  db.run(sql`
    insert into inspection_section (jurisdiction, unit, section, state, version)
    values (${db.scope.jurisdiction}, ${state.unit}, ${state.section}, ${json(state)}::jsonb, ${version})
        on conflict (jurisdiction, unit, section) do update set state = excluded.state, version = excluded.version`)

export const findRound = (db: Db, round: string) =>
  db.one(
    stored<Round>(),
    sql`
    select state, version
      from inspection_round
     where jurisdiction = ${db.scope.jurisdiction}
       and round = ${round}`,
  )

/** Rounds that touch a span of days, the newest first, as far as the reader sees them. */
export const findRounds = (db: Db, { from, until }: { readonly from: Day; readonly until: Day }) =>
  db.rows(
    stored<Round>(),
    sql`
    select state, version
      from inspection_round
     where jurisdiction = ${db.scope.jurisdiction}
       and from_on <= ${until}
       and until_on >= ${from}
     order by from_on desc, round
     limit 500`,
  )

export const putRound = (db: Db, round: string, { state, version }: Row<Round>) =>
  db.run(sql`
    insert into inspection_round
           (jurisdiction, round, kind, theme, sealed, team, from_on, until_on, state, version)
    values (${db.scope.jurisdiction}, ${round}, ${state.kind}, ${state.theme}, ${isSealed(state)},
            ${teamOf(state)}, ${state.from}, ${state.until}, ${json(state)}::jsonb, ${version})
        on conflict (jurisdiction, round) do update
       set sealed = excluded.sealed, state = excluded.state, version = excluded.version`)

/** With the release of a round its visits are sealed no more. */
export const unsealVisits = (db: Db, round: string) =>
  db.run(sql`
    update inspection_visit
       set sealed = false
     where jurisdiction = ${db.scope.jurisdiction}
       and round = ${round}`)

const StoredVisit = stored<Visit>().extend({ sealed: z.boolean() })
export type StoredVisit = z.infer<typeof StoredVisit>

const visits = (db: Db, condition: Sql, limit = 2000) =>
  db.rows(
    StoredVisit,
    sql`
    select state, version, sealed
      from inspection_visit
     where jurisdiction = ${db.scope.jurisdiction}
       and ${condition}
     order by from_on, visit
     limit ${limit}`,
  )

export const findVisit = async (db: Db, visit: string): Promise<StoredVisit | undefined> =>
  (await visits(db, sql`visit = ${visit}`, 1))[0]

export const findVisitsOfRound = (db: Db, round: string) => visits(db, sql`round = ${round}`)

/** 台历: visits that may take place within a span, of a unit, or of one inspector. */
export const findVisits = (
  db: Db,
  {
    from,
    until,
    unit = null,
    inspector = null,
  }: {
    readonly from: Day
    readonly until: Day
    readonly unit?: string | null
    readonly inspector?: string | null
  },
) =>
  visits(
    db,
    sql`from_on <= ${until}
       and until_on >= ${from}
       and (${unit}::text is null or unit = ${unit})
       and (${inspector}::text is null or state -> 'inspectors' ? ${inspector})`,
  )

/** The visits on which a finding was noted or looked at again, in the order of their days. */
export const findVisitsOfFinding = (db: Db, finding: string) =>
  visits(db, sql`findings @> array[${finding}]::text[]`)

export const putVisit = (db: Db, visit: string, { state, version }: Row<Visit>) => {
  const named = [...state.findings, ...state.rechecks].map(({ finding }) => finding)
  return db.run(sql`
    insert into inspection_visit
           (jurisdiction, visit, round, unit, section, kind, theme, sealed, team, from_on, until_on, status, findings,
            state, version)
    values (${db.scope.jurisdiction}, ${visit}, ${state.round}, ${state.unit}, ${state.section}, ${state.kind},
            ${state.theme}, ${state.sealed}, ${[...state.team]}, ${state.from}, ${state.until},
            ${standingOf(state)}, ${[...new Set([...state.follows, ...named])]}, ${json(state)}::jsonb, ${version})
        on conflict (jurisdiction, visit) do update
       set status = excluded.status, findings = excluded.findings, state = excluded.state,
           version = excluded.version`)
}

export const findNumber = (db: Db, name: string) =>
  db.one(
    stored<NumberState>(),
    sql`
    select state, version
      from inspection_number
     where jurisdiction = ${db.scope.jurisdiction}
       and name = ${name}`,
  )

export const findNumbers = (db: Db) =>
  db.rows(
    stored<NumberState>(),
    sql`
    select state, version
      from inspection_number
     where jurisdiction = ${db.scope.jurisdiction}
     order by name
     limit 100`,
  )

export const putNumber = (db: Db, name: string, { state, version }: Row<NumberState>) =>
  db.run(sql`
    insert into inspection_number (jurisdiction, name, state, version)
    values (${db.scope.jurisdiction}, ${name}, ${json(state)}::jsonb, ${version})
        on conflict (jurisdiction, name) do update set state = excluded.state, version = excluded.version`)

export const findYear = (db: Db, year: string) =>
  db.one(
    stored<ToldYear>(),
    sql`
    select state, version
      from inspection_year
     where jurisdiction = ${db.scope.jurisdiction}
       and year = ${year}`,
  )

export const putYear = (db: Db, year: string, { state, version }: Row<ToldYear>) =>
  db.run(sql`
    insert into inspection_year (jurisdiction, year, state, version)
    values (${db.scope.jurisdiction}, ${year}, ${json(state)}::jsonb, ${version})
        on conflict (jurisdiction, year) do update set state = excluded.state, version = excluded.version`)
