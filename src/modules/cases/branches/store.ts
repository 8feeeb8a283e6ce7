import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { LivingCase } from '../case.ts'

/** The branches of these cases are now these and no others. */
export async function putBranches(db: Db, cases: readonly LivingCase[]): Promise<void> {
  const rows = cases.flatMap(rowsOf)
  if (rows.length === 0) return
  await db.run(sql`
    insert into case_branch
           (jurisdiction, case_no, branch, unit, post, lead, name_zh, name_en, status, result, late, item, item_name_zh,
            item_name_en, applicant_masked, case_status, received_at)
    select ${db.scope.jurisdiction}, given.case_no, given.branch, given.unit, given.post, given.lead, given.name_zh,
           given.name_en, given.status, given.result, given.late, given.item, given.item_name_zh, given.item_name_en,
           given.applicant_masked, given.case_status, given.received_at
      from json_to_recordset(${JSON.stringify(rows)}::json)
           as given (case_no text, branch text, unit text, post text, lead text, name_zh text, name_en text, status text,
                     result text, late boolean, item text, item_name_zh text, item_name_en text, applicant_masked text,
                     case_status text, received_at timestamptz)
        on conflict (jurisdiction, case_no, branch) do update
       set status = excluded.status, result = excluded.result, late = excluded.late,
           case_status = excluded.case_status`)
}

function rowsOf({ caseNo, plan, joint, applicantMasked, status, receivedAt }: LivingCase) {
  if (!joint || !plan.joint) return []
  const { lead } = plan.joint
  return joint.branches.map((branch) => ({
    ...{ case_no: caseNo, branch: branch.code, unit: branch.unit, post: branch.post, lead },
    ...{ name_zh: branch.name.zh, name_en: branch.name.en, status: branch.status },
    result: branch.opinion?.result ?? null,
    late: branch.overdueAt !== null || (branch.opinion?.late ?? false),
    ...{ item: plan.item, item_name_zh: plan.name.zh, item_name_en: plan.name.en },
    ...{ applicant_masked: applicantMasked, case_status: status },
    received_at: new Date(receivedAt).toISOString(),
  }))
}

const Seen = z.object({ branch: z.string(), unit: z.string() })

/** The branches of a case that this scope may see. */
export const findSeenBranches = (db: Db, caseNo: string) =>
  db.rows(
    Seen,
    sql`
    select branch, unit
      from case_branch
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = ${caseNo}
     order by branch
     limit 200`,
  )

/** Cases handled jointly, by number. */
export const findJointCases = async (db: Db, after: string, limit: number): Promise<string[]> =>
  (
    await db.rows(
      z.object({ caseNo: z.string() }),
      sql`
    select distinct case_no
      from case_branch
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no > ${after}
     order by case_no
     limit ${limit}`,
    )
  ).map(({ caseNo }) => caseNo)
