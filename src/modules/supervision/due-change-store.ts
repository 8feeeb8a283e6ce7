import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { CasesReprojected } from './watched-log.ts'

/** Keeps the journal of moved due instants where a case's page finds it. */
export async function rememberDueChanges(db: Db, log: string, event: StoredEvent): Promise<void> {
  const { changes, why, at } = CasesReprojected.parse(event.payload)
  const given = changes.map(({ caseId, kind, from, to }) => ({
    case_id: caseId,
    kind,
    old_due_at: from,
    new_due_at: to,
  }))
  await db.run(sql`
    insert into case_due_change (jurisdiction, log, case_id, kind, changed_at, old_due_at, new_due_at, why_zh, why_en)
    select ${db.scope.jurisdiction}, ${log}, case_id, kind, ${at}::timestamptz, old_due_at, new_due_at, ${why.zh}, ${why.en}
      from json_to_recordset(${JSON.stringify(given)}::json)
           as given (case_id text, kind text, old_due_at timestamptz, new_due_at timestamptz)
        on conflict (jurisdiction, log, case_id, kind, changed_at) do nothing`)
}

const Change = z.object({
  changedAt: z.date().transform(Number),
  oldDueAt: z.date().transform(Number),
  newDueAt: z.date().transform(Number),
  whyZh: z.string(),
  whyEn: z.string(),
})

/** How one due instant of a case moved, oldest first. */
export const findDueChanges = (db: Db, log: string, caseId: string, kind: string) =>
  db.rows(
    Change,
    sql`
    select changed_at, old_due_at, new_due_at, why_zh, why_en
      from case_due_change
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and case_id = ${caseId}
       and kind in (${kind}, 'certainty')
     order by changed_at, kind
     limit 100`,
  )
