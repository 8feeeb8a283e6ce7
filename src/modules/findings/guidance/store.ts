import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Guidance } from './guidance.ts'

/** Written by `evolveGuidance` and nobody else, so read back as it is. */
const State = z.custom<Guidance>(
  (value) => typeof value === 'object' && value !== null && 'guidance' in value,
)
const Stored = z.object({ state: State, version: z.number() })

export const findGuidance = (db: Db, guidance: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from finding_guidance
     where jurisdiction = ${db.scope.jurisdiction}
       and guidance = ${guidance}`,
  )

/** What waits for a reply first, the most urgent first. */
export const findGuidances = (db: Db) =>
  db.rows(
    Stored,
    sql`
    select state, version
      from finding_guidance
     where jurisdiction = ${db.scope.jurisdiction}
     order by replied, reply_by, guidance
     limit 300`,
  )

export const putGuidance = (db: Db, guidance: string, { state, version }: z.infer<typeof Stored>) =>
  db.run(sql`
    insert into finding_guidance (jurisdiction, guidance, unit, reply_by, replied, state, version)
    values (${db.scope.jurisdiction}, ${guidance}, ${state.unit}, ${new Date(state.replyBy).toISOString()},
            ${state.reply !== null}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, guidance) do update
       set replied = excluded.replied, state = excluded.state, version = excluded.version`)
