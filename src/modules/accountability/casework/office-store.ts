import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { OfficeLevel } from '../casework-shapes.ts'

/** 效能监察室 (ESUP-03): an office of supervision and its level. Stream `supervision-office/<unit>`. */
export interface SupervisionOffice {
  readonly office: string
  readonly level: OfficeLevel
  /** The document that says so. */
  readonly document: string
}

const Stored = z.object({
  state: z.custom<SupervisionOffice>(
    (value) => typeof value === 'object' && value !== null && 'level' in value,
  ),
  version: z.number(),
})

export const findOffice = (db: Db, office: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from supervision_office
     where jurisdiction = ${db.scope.jurisdiction}
       and office = ${office}`,
  )

export const findOffices = async (db: Db): Promise<SupervisionOffice[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select state, version
        from supervision_office
       where jurisdiction = ${db.scope.jurisdiction}
       order by office
       limit 200`,
    )
  ).map(({ state }) => state)

export const putOffice = (db: Db, state: SupervisionOffice, version: number) =>
  db.run(sql`
    insert into supervision_office (jurisdiction, office, level, state, version)
    values (${db.scope.jurisdiction}, ${state.office}, ${state.level}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, office) do update
       set level = excluded.level, state = excluded.state, version = excluded.version`)
