import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import type { Admission } from './admission.ts'

const Stored = z.object({
  item: z.string(),
  unit: z.string(),
  // What `evolve` made of the stream: nobody else writes it.
  state: z.custom<Admission>(),
  version: z.number(),
})

const splitOnce = (id: string): readonly [string, string] => {
  const at = id.indexOf('/')
  return [id.slice(0, at), id.slice(at + 1)]
}

export const findAdmission = (db: Db, id: string) => {
  const [hall, item] = splitOnce(id)
  return db.one(
    Stored,
    sql`
    select item, unit, state, version
      from hall_admission
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and item = ${item}`,
  )
}

export const findAdmissions = (db: Db, hall: string) =>
  db.rows(
    Stored,
    sql`
    select item, unit, state, version
      from hall_admission
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
     order by item
     limit 20000`,
  )

export const putAdmission = (
  db: Db,
  id: string,
  { state, version }: { readonly state: Admission; readonly version: number },
) => {
  const [hall, item] = splitOnce(id)
  return db.run(sql`
    insert into hall_admission (jurisdiction, hall, item, unit, entry_on, exempt_until, state, version)
    values (${db.scope.jurisdiction}, ${hall}, ${item}, ${state.unit},
            ${state.approval?.entryOn ?? null}::date, ${state.exemption?.until ?? null}::date,
            ${canonical(state)}::jsonb, ${version})
        on conflict (jurisdiction, hall, item)
        do update set unit = excluded.unit, entry_on = excluded.entry_on, exempt_until = excluded.exempt_until,
                      state = excluded.state, version = excluded.version`)
}
