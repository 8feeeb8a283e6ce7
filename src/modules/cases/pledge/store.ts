import { z } from 'zod'
import { dayNumber, type Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { barredUntil, dueOf, type PledgeCheck } from './check.ts'

/** What this module wrote it reads back as it is: `evolveCheck` made it and nobody else writes the column. */
const Content = z.custom<PledgeCheck>(
  (value) => typeof value === 'object' && value !== null && 'caseNo' in value,
)
const Stored = z.object({ content: Content, version: z.number() })
export type StoredPledge = z.infer<typeof Stored>

export const findPledges = (db: Db, caseNos: readonly string[]): Promise<StoredPledge[]> =>
  db.rows(
    Stored,
    sql`
    select content, version
      from pledge_check
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = any (${caseNos}::text[])
     order by case_no
     limit 1000`,
  )

/** Held until the transaction ends, so that nobody else finds something of it meanwhile. */
export const lockPledge = (db: Db, caseNo: string): Promise<StoredPledge | undefined> =>
  db.one(
    Stored,
    sql`
    select content, version
      from pledge_check
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = ${caseNo}
       for update`,
  )

const Listed = Stored.extend({ dueAt: z.date() })

/** Those still to be checked first, the soonest first; then the newest that were. */
export const listPledges = (db: Db, { limit }: { readonly limit: number }) =>
  db.rows(
    Listed,
    sql`
    select content, version, due_at
      from pledge_check
     where jurisdiction = ${db.scope.jurisdiction}
     order by open desc, case when open then due_at end, due_at desc, case_no
     limit ${limit}`,
  )

const Broken = z.object({ content: Content, barredUntil: z.string() })

/** The false pledge that still keeps this applicant from pledging, if there is one. */
export const findBrokenPledge = (db: Db, applicant: string, today: Day) =>
  db.one(
    Broken,
    sql`
    select content, barred_until::text as barred_until
      from pledge_check
     where jurisdiction = ${db.scope.jurisdiction}
       and applicant = ${applicant}
       and barred_until >= ${today}::date
     order by barred_until desc
     limit 1`,
  )

/** A day to mend by ends at 24:00 of it. */
function dueAtOf(check: PledgeCheck): string {
  const due = dueOf(check)
  const at = 'at' in due ? due.at : instantOf(DEFAULT_ZONE, dayNumber(due.day) + 1)
  return new Date(at).toISOString()
}

export const putPledge = (db: Db, { content, version }: StoredPledge) =>
  db.run(sql`
    insert into pledge_check (jurisdiction, case_no, unit, applicant, due_at, result, open, barred_until, content, version)
    values (${db.scope.jurisdiction}, ${content.caseNo}, ${content.unit}, ${content.applicant}, ${dueAtOf(content)},
            ${content.checks.at(-1)?.result ?? null}, ${content.open}, ${barredUntil(content)},
            ${JSON.stringify(content)}::jsonb, ${version})
        on conflict (jurisdiction, case_no) do update
       set due_at = excluded.due_at, result = excluded.result, open = excluded.open,
           barred_until = excluded.barred_until, content = excluded.content, version = excluded.version`)
