import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { RecusalState } from './relation.ts'

/** Written by `evolveRecusal` and nobody else, so read back as it is. */
const State = z.custom<RecusalState>(
  (value) => typeof value === 'object' && value !== null && 'services' in value,
)
const Stored = z.object({ state: State, version: z.number() })

export const findRecusal = (db: Db, account: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from recusal_person
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}`,
  )

/** Everybody of whom something is known; those who did not declare first. */
export const findRecusals = (db: Db) =>
  db.rows(
    Stored,
    sql`
    select state, version
      from recusal_person
     where jurisdiction = ${db.scope.jurisdiction}
     order by undeclared desc, account
     limit 500`,
  )

export const putRecusal = (db: Db, account: string, { state, version }: z.infer<typeof Stored>) =>
  db.run(sql`
    insert into recusal_person (jurisdiction, account, undeclared, state, version)
    values (${db.scope.jurisdiction}, ${account}, ${state.undeclared.length}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, account) do update
       set undeclared = excluded.undeclared, state = excluded.state, version = excluded.version`)
