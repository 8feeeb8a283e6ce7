import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { type Rank, RANKS, STATUSES } from '../terms.ts'
import type { PersonStanding } from './person.ts'

const State = z.custom<PersonStanding>(
  (value) => typeof value === 'object' && value !== null && 'rank' in value,
)
const Stored = z.object({ state: State, version: z.number() })

export const findStanding = (db: Db, account: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from person_standing
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}`,
  )

const Row = z.object({ account: z.string(), status: z.enum(STATUSES), rank: z.enum(RANKS) })
export type StandingRow = z.infer<typeof Row>

export const findStandings = (db: Db): Promise<StandingRow[]> =>
  db.rows(
    Row,
    sql`
    select account, status, rank
      from person_standing
     where jurisdiction = ${db.scope.jurisdiction}
     order by account
     limit 50000`,
  )

/** The ranks of some people as the personnel body has them; of others nothing. */
export const findRanksOf = async (db: Db, accounts: readonly string[]): Promise<ReadonlyMap<string, Rank>> =>
  new Map(
    (
      await db.rows(
        Row.pick({ account: true, rank: true }),
        sql`
        select account, rank
          from person_standing
         where jurisdiction = ${db.scope.jurisdiction}
           and account = any (${accounts}::text[])
         limit 10000`,
      )
    ).map(({ account, rank }) => [account, rank]),
  )

export const putStanding = (
  db: Db,
  account: string,
  { state, version }: { readonly state: PersonStanding; readonly version: number },
) =>
  db.run(sql`
    insert into person_standing (jurisdiction, account, status, rank, state, version)
    values (${db.scope.jurisdiction}, ${account}, ${state.status}, ${state.rank}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, account) do update
       set status = excluded.status, rank = excluded.rank, state = excluded.state, version = excluded.version`)
