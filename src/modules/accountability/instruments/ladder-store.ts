import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { LadderState } from './ladder.ts'

const State = z.custom<LadderState>(
  (value) => typeof value === 'object' && value !== null && 'versions' in value,
)
const Stored = z.object({ state: State, version: z.number() })

export const findLadder = (db: Db, ladder: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from accountability_ladder
     where jurisdiction = ${db.scope.jurisdiction}
       and ladder = ${ladder}`,
  )

export const putLadder = (
  db: Db,
  ladder: string,
  { state, version }: { readonly state: LadderState; readonly version: number },
) =>
  db.run(sql`
    insert into accountability_ladder (jurisdiction, ladder, state, version)
    values (${db.scope.jurisdiction}, ${ladder}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, ladder) do update
       set state = excluded.state, version = excluded.version`)
