import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { type Circular, levelNow, statusOf } from './circular.ts'

/** Written by `evolveCircular` and nobody else, so read back as it is. */
const State = z.custom<Circular>((value) => typeof value === 'object' && value !== null && 'facts' in value)
const Stored = z.object({ circular: z.string(), state: State, version: z.number() })
export type StoredCircular = z.infer<typeof Stored>

export const findCircular = (db: Db, circular: string): Promise<StoredCircular | undefined> =>
  db.one(
    Stored,
    sql`
    select circular, state, version
      from circular
     where jurisdiction = ${db.scope.jurisdiction}
       and circular = ${circular}`,
  )

/** What the reader may see, the newest first; or only what stands and is open to everybody. */
export const findCirculars = (db: Db, { open }: { readonly open: boolean } = { open: false }) =>
  db.rows(
    Stored,
    sql`
    select circular, state, version
      from circular
     where jurisdiction = ${db.scope.jurisdiction}
       and (not ${open} or (status = 'issued' and level = 'public'))
     order by drafted_at desc, circular
     limit 500`,
  )

export const putCircular = (db: Db, circular: string, state: Circular, version: number) =>
  db.run(sql`
    insert into circular (jurisdiction, circular, unit, reach, status, level, drafted_at, state, version)
    values (${db.scope.jurisdiction}, ${circular}, ${state.unit}, ${[...(state.issued?.reach ?? [])]}::text[],
            ${statusOf(state)}, ${state.issued?.level ?? levelNow(state)},
            ${new Date(state.drafted.at)}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, circular) do update
       set reach = excluded.reach, status = excluded.status, level = excluded.level, state = excluded.state,
           version = excluded.version`)
