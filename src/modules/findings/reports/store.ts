import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Report } from './report.ts'

/** Written by `evolveReport` and nobody else, so read back as it is. */
const State = z.custom<Report>((value) => typeof value === 'object' && value !== null && 'sheet' in value)
const Stored = z.object({ state: State, version: z.number() })

export const findReport = (db: Db, report: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from protected_report
     where jurisdiction = ${db.scope.jurisdiction}
       and report = ${report}`,
  )

/** Open ones first, the most urgent first. */
export const findReports = (db: Db) =>
  db.rows(
    Stored,
    sql`
    select state, version
      from protected_report
     where jurisdiction = ${db.scope.jurisdiction}
     order by stage = 'closed', transfer_by, report
     limit 300`,
  )

export const putReport = (db: Db, report: string, { state, version }: z.infer<typeof Stored>) =>
  db.run(sql`
    insert into protected_report (jurisdiction, report, unit, stage, transfer_by, state, version)
    values (${db.scope.jurisdiction}, ${report}, ${state.unit}, ${state.state},
            ${new Date(state.transferBy).toISOString()}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, report) do update
       set stage = excluded.stage, state = excluded.state, version = excluded.version`)
