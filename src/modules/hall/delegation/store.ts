import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Delegation } from './delegation.ts'

/** Written by `evolveDelegation` and nobody else, so read back as it is. */
const Stored = z.object({
  item: z.string(),
  state: z.custom<Delegation>(
    (value) => typeof value === 'object' && value !== null && 'windowHead' in value,
  ),
  version: z.number(),
})

export const findDelegation = (db: Db, item: string) =>
  db.one(
    Stored,
    sql`
    select item, state, version
      from hall_delegation
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}`,
  )

export const findDelegations = (db: Db) =>
  db.rows(
    Stored,
    sql`
    select item, state, version
      from hall_delegation
     where jurisdiction = ${db.scope.jurisdiction}
     order by unit, item
     limit 2000`,
  )

export const putDelegation = (db: Db, state: Delegation, version: number) =>
  db.run(sql`
    insert into hall_delegation (jurisdiction, item, unit, state, version)
    values (${db.scope.jurisdiction}, ${state.item}, ${state.unit}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, item) do update
       set unit = excluded.unit, state = excluded.state, version = excluded.version`)
