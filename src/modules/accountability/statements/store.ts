import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Statement } from './statement.ts'

const State = z.custom<Statement>(
  (value) => typeof value === 'object' && value !== null && 'statement' in value,
)
const Stored = z.object({ state: State, version: z.number() })

export const findStatement = (db: Db, statement: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from accountability_statement
     where jurisdiction = ${db.scope.jurisdiction}
       and statement = ${statement}`,
  )

/** The newest first; of the public only what stands. */
export const findStatements = async (db: Db, { standing = false } = {}): Promise<Statement[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select state, version
        from accountability_statement
       where jurisdiction = ${db.scope.jurisdiction}
         and (not ${standing} or not withdrawn)
       order by said_on desc, statement
       limit 500`,
    )
  ).map(({ state }) => state)

export const putStatement = (
  db: Db,
  statement: string,
  { state, version }: { readonly state: Statement; readonly version: number },
) =>
  db.run(sql`
    insert into accountability_statement (jurisdiction, statement, said_on, withdrawn, state, version)
    values (${db.scope.jurisdiction}, ${statement}, ${state.until}, ${state.withdrawn !== null},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, statement) do update
       set withdrawn = excluded.withdrawn, state = excluded.state, version = excluded.version`)
