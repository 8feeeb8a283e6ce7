import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { Talk } from './talk.ts'

const Stored = z.object({
  state: z.custom<Talk>((value) => typeof value === 'object' && value !== null && 'findings' in value),
  version: z.number(),
})

export const findTalk = (db: Db, talk: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from reminder_talk
     where jurisdiction = ${db.scope.jurisdiction}
       and talk = ${talk}`,
  )

/** As far as the reader sees, those still to be held first. */
export const findTalks = async (db: Db, unit?: string): Promise<Talk[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select state, version
        from reminder_talk
       where jurisdiction = ${db.scope.jurisdiction}
         and (${unit ?? null}::text is null or unit = ${unit ?? null})
       order by held, due_at, talk
       limit 500`,
    )
  ).map(({ state }) => state)

export const putTalk = (db: Db, state: Talk, version: number) => {
  const dueAt: EpochMs | null = state.dueAt
  return db.run(sql`
    insert into reminder_talk (jurisdiction, talk, unit, account, due_at, held, state, version)
    values (${db.scope.jurisdiction}, ${state.talk}, ${state.unit}, ${state.account},
            ${dueAt === null ? null : new Date(dueAt).toISOString()}, ${state.held !== null},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, talk) do update
       set held = excluded.held, state = excluded.state, version = excluded.version`)
}
