import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { PermitMapState } from './map.ts'

const State = z.custom<PermitMapState>((value) => typeof value === 'object' && value !== null)
const Row = z.object({ type: z.string(), state: State, version: z.number() })

/** All maps, in the order of their names. */
export const findPermitMaps = (db: Db) =>
  db.rows(
    Row,
    sql`
    select project_type as type, state, version
      from permit_map
     where jurisdiction = ${db.scope.jurisdiction}
     order by project_type
     limit 200`,
  )

export const findPermitMap = (db: Db, type: string) =>
  db.one(
    Row,
    sql`
    select project_type as type, state, version
      from permit_map
     where jurisdiction = ${db.scope.jurisdiction}
       and project_type = ${type}`,
  )

export const putPermitMap = (
  db: Db,
  type: string,
  { state, version }: { readonly state: PermitMapState; readonly version: number },
) =>
  db.run(sql`
    insert into permit_map (jurisdiction, project_type, state, version)
    values (${db.scope.jurisdiction}, ${type}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, project_type) do update
       set state = excluded.state, version = excluded.version`)
