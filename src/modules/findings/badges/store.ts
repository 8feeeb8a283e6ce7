import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { BadgeTalk } from './talk.ts'

/** Written by `evolveBadgeTalk` and nobody else, so read back as it is. */
const State = z.custom<BadgeTalk>((value) => typeof value === 'object' && value !== null && 'badge' in value)
const Stored = z.object({ state: State, version: z.number() })

export const findBadgeTalk = (db: Db, talk: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from badge_talk
     where jurisdiction = ${db.scope.jurisdiction}
       and talk = ${talk}`,
  )

/** Those still owed first, the most urgent first. */
export const findBadgeTalks = (db: Db) =>
  db.rows(
    Stored,
    sql`
    select state, version
      from badge_talk
     where jurisdiction = ${db.scope.jurisdiction}
     order by held, due_at, talk
     limit 300`,
  )

export const putBadgeTalk = (db: Db, talk: string, { state, version }: z.infer<typeof Stored>) =>
  db.run(sql`
    insert into badge_talk (jurisdiction, talk, unit, badge, due_at, held, state, version)
    values (${db.scope.jurisdiction}, ${talk}, ${state.unit}, ${state.badge}, ${new Date(state.dueAt).toISOString()},
            ${state.held !== null}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, talk) do update
       set held = excluded.held, state = excluded.state, version = excluded.version`)
