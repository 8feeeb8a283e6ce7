import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'

const instant = z.date().transform(Number)

const ImportRun = z.object({
  import: z.string(),
  log: z.string(),
  fileName: z.string(),
  status: z.enum(['waiting', 'reading', 'storing', 'done', 'unchanged', 'refused']),
  progress: z.number(),
  cases: z.number(),
  events: z.number(),
  rejectedRows: z.number(),
  unknownUnits: z.array(z.string()),
  refusalCode: z.string().nullable(),
  refusalZh: z.string().nullable(),
  refusalEn: z.string().nullable(),
  startedAt: instant,
  changedAt: instant,
  endedAt: instant.nullable(),
})
export type ImportRun = z.infer<typeof ImportRun>

/** A run begins. */
export const insertRun = (
  db: Db,
  given: {
    readonly import: string
    readonly log: string
    readonly fileName: string
    readonly account: string
    readonly startedAt: Date
  },
) =>
  db.run(sql`
    insert into import_run (jurisdiction, import, log, file_name, account, status, progress, cases, events,
                            rejected_rows, started_at, changed_at)
    values (${db.scope.jurisdiction}, ${given.import}, ${given.log}, ${given.fileName}, ${given.account}, 'waiting', 0, 0, 0,
            0, ${given.startedAt}, ${given.startedAt})`)

export interface RunChange {
  readonly status: ImportRun['status']
  readonly progress: number
  readonly cases: number
  readonly events: number
  readonly rejectedRows: number
  readonly refusal?: { readonly code: string; readonly zh: string; readonly en: string } | undefined
  readonly unknownUnits?: readonly string[] | undefined
  readonly at: Date
  readonly ended: boolean
}

/** How a run stands; one that has ended stays as it is. */
export const updateRun = (db: Db, run: string, change: RunChange) =>
  db.run(sql`
    update import_run
       set status = ${change.status},
           progress = ${change.progress},
           cases = ${change.cases},
           events = ${change.events},
           rejected_rows = ${change.rejectedRows},
           unknown_units = ${change.unknownUnits ?? []}::text[],
           refusal_code = ${change.refusal?.code ?? null},
           refusal_zh = ${change.refusal?.zh ?? null},
           refusal_en = ${change.refusal?.en ?? null},
           changed_at = ${change.at},
           ended_at = ${change.ended ? change.at : null}
     where jurisdiction = ${db.scope.jurisdiction}
       and import = ${run}
       and ended_at is null`)

export const findRun = (db: Db, run: string): Promise<ImportRun | undefined> =>
  db.one(
    ImportRun,
    sql`
    select import, log, file_name, status, progress, cases, events, rejected_rows, unknown_units, refusal_code, refusal_zh, refusal_en,
           started_at, changed_at, ended_at
      from import_run
     where jurisdiction = ${db.scope.jurisdiction}
       and import = ${run}`,
  )

export interface RunPlace {
  readonly startedAt: Date
  readonly import: string
}

/** The latest runs first. */
export const findRuns = (db: Db, after: RunPlace | undefined, limit: number): Promise<ImportRun[]> =>
  db.rows(
    ImportRun,
    sql`
    select import, log, file_name, status, progress, cases, events, rejected_rows, unknown_units, refusal_code, refusal_zh, refusal_en,
           started_at, changed_at, ended_at
      from import_run
     where jurisdiction = ${db.scope.jurisdiction}
       and (${after?.startedAt ?? null}::timestamptz is null
            or (started_at, import) < (${after?.startedAt ?? null}::timestamptz, ${after?.import ?? ''}))
     order by started_at desc, import desc
     limit ${limit}`,
  )

export const countRuns = (db: Db) =>
  db.one(
    z.object({ total: z.number() }),
    sql`select count(*) as total from import_run where jurisdiction = ${db.scope.jurisdiction}`,
  )
