import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import { text } from './store.ts'
import { STATUSES, WORK_KINDS, type WorkKind } from './terms.ts'

export interface WorkItem {
  readonly caseNo: string
  readonly kind: WorkKind
  readonly step: string
  readonly title: string
  readonly unit: string
  readonly post: string | null
  readonly since: EpochMs
  readonly clock: string
  readonly sentBack: number
}

/** The work of these cases is now this and nothing else: what goes and what stays have no key in common. */
export async function putWork(db: Db, caseNos: readonly string[], work: readonly WorkItem[]): Promise<void> {
  const rows = work.map((one) => ({
    ...one,
    case_no: one.caseNo,
    since: text(one.since),
    sent_back: one.sentBack,
  }))
  await db.run(sql`
      with given as (
           select *
             from json_to_recordset(${JSON.stringify(rows)}::json)
                  as given (case_no text, kind text, step text, title text, unit text, post text, since timestamptz,
                            clock text, sent_back integer)),
           gone as (
           delete from case_work
            where jurisdiction = ${db.scope.jurisdiction}
              and case_no = any (${caseNos}::text[])
              and (case_no, kind, step) not in (select case_no, kind, step from given))
    insert into case_work (jurisdiction, case_no, kind, step, title, unit, post, since, clock, sent_back)
    select ${db.scope.jurisdiction}, case_no, kind, step, title, unit, post, since, clock, sent_back
      from given
        on conflict (jurisdiction, case_no, kind, step) do update
       set title = excluded.title, unit = excluded.unit, post = excluded.post, since = excluded.since,
           clock = excluded.clock, sent_back = excluded.sent_back`)
}

const Work = z.object({
  caseNo: z.string(),
  kind: z.enum(WORK_KINDS),
  step: z.string(),
  title: z.string(),
  unit: z.string(),
  post: z.string().nullable(),
  since: z.date(),
  sentBack: z.number(),
  item: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  applicantMasked: z.string(),
  status: z.enum(STATUSES),
  dueAt: z.date().nullable(),
  provisional: z.boolean().nullable(),
  mine: z.boolean(),
  urgent: z.boolean(),
})
export type ListedWork = z.infer<typeof Work>

export interface WorkQuestion {
  readonly units: readonly string[]
  /** `unit/post` held now. */
  readonly desks: readonly string[]
  readonly onlyMine: boolean
  readonly kind: string | undefined
  readonly limit: number
  readonly offset: number
}

const workWhere = (db: Db, { units, desks, onlyMine, kind }: WorkQuestion): Sql => sql`
       w.jurisdiction = ${db.scope.jurisdiction}
   and w.unit = any (${units}::text[])
   and (${kind ?? null}::text is null or w.kind = ${kind ?? null})
   and (not ${onlyMine} or w.post is null or (w.unit || '/' || w.post) = any (${desks}::text[]))`

/** The express lane first, then whatever ends first; what has no end yet comes last. */
export const findWork = (db: Db, question: WorkQuestion): Promise<ListedWork[]> =>
  db.rows(
    Work,
    sql`
    select w.case_no, w.kind, w.step, w.title, w.unit, w.post, w.since, w.sent_back,
           coalesce(f.item, b.item) as item, coalesce(f.item_name_zh, b.item_name_zh) as item_name_zh,
           coalesce(f.item_name_en, b.item_name_en) as item_name_en,
           coalesce(f.applicant_masked, b.applicant_masked) as applicant_masked,
           coalesce(f.status, b.case_status) as status,
           c.due_at, c.provisional, w.clock like '%/urgent' as urgent,
           coalesce((w.unit || '/' || w.post) = any (${question.desks}::text[]), false) as mine
      from case_work w
      left join case_file f on f.jurisdiction = w.jurisdiction and f.case_no = w.case_no
      left join case_branch b on b.jurisdiction = w.jurisdiction and b.case_no = w.case_no and b.branch = w.step
                             and w.kind = 'branch'
      left join clock c on c.jurisdiction = w.jurisdiction and c.id = w.clock
     where ${workWhere(db, question)}
       and coalesce(f.case_no, b.case_no) is not null
     order by w.clock like '%/urgent' desc, c.due_at nulls last, w.since, w.case_no, w.step
     limit ${question.limit + 1} offset ${question.offset}`,
  )

export const countWork = async (db: Db, question: WorkQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*) as total from case_work w where ${workWhere(db, question)}`,
    )
  )?.total ?? 0
