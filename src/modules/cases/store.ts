import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, type Sql, sql } from '#kernel/sql.ts'
import type { LivingCase } from './case.ts'
import { CHANNELS, STATUSES } from './terms.ts'
import { unitsOnTheWay } from './transfers/state.ts'

/** What this module wrote it reads back as it is: the state was made by `evolve` and nobody else writes the column. */
const State = z.custom<LivingCase>(
  (value) => typeof value === 'object' && value !== null && 'status' in value,
)

const StoredState = z.object({ caseNo: z.string(), state: State, version: z.number() })
export type StoredState = z.infer<typeof StoredState>

export const findStates = (db: Db, caseNos: readonly string[]): Promise<StoredState[]> =>
  db.rows(
    StoredState,
    sql`
    select case_no, state, version
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = any (${caseNos}::text[])
     order by case_no
     limit 100000`,
  )

const CaseTitle = z.object({ caseNo: z.string(), itemName: z.object({ zh: z.string(), en: z.string() }) })

/** What some cases are about, as far as the reader sees them. */
export const findCaseTitles = (db: Db, caseNos: readonly string[]) =>
  db.rows(
    CaseTitle,
    sql`
    select case_no, json_build_object('zh', item_name_zh, 'en', item_name_en) as item_name
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = any (${caseNos}::text[])
     limit 1000`,
  )

/** One case, held until the transaction ends so that nobody else decides on it meanwhile. */
export const lockState = (db: Db, caseNo: string): Promise<StoredState | undefined> =>
  db.one(
    StoredState,
    sql`
    select case_no, state, version
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = ${caseNo}
       for update`,
  )

/** Whether there is a case by that number. */
export const knownCase = async (db: Db, caseNo: string): Promise<boolean> =>
  (await findStates(db, [caseNo])).length > 0

export const text = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString())

export const putFiles = (
  db: Db,
  files: readonly { readonly state: LivingCase; readonly version: number }[],
) =>
  db.run(sql`
    insert into case_file
           (jurisdiction, case_no, item, item_version, item_name_zh, item_name_en, unit, received_unit, party_units,
            status, channel, applicant, applicant_masked, agent, received_at, accepted_at, ended_at, outcome, state, version)
    select ${db.scope.jurisdiction}, given.case_no, given.item, given.item_version, given.item_name_zh,
           given.item_name_en, given.unit, given.received_unit, given.party_units, given.status, given.channel,
           given.applicant, given.applicant_masked, given.agent, given.received_at, given.accepted_at,
           given.ended_at, given.outcome, given.state, given.version
      from json_to_recordset(${JSON.stringify(files.map(columnsOf))}::json)
           as given (case_no text, item text, item_version integer, item_name_zh text, item_name_en text, unit text,
                     received_unit text, party_units text[], status text, channel text, applicant text,
                     applicant_masked text, agent text, received_at timestamptz, accepted_at timestamptz,
                     ended_at timestamptz, outcome text, state jsonb, version integer)
        on conflict (jurisdiction, case_no) do update
       set party_units = excluded.party_units, status = excluded.status, accepted_at = excluded.accepted_at, ended_at = excluded.ended_at,
           outcome = excluded.outcome, state = excluded.state, version = excluded.version`)

function columnsOf({ state, version }: { readonly state: LivingCase; readonly version: number }) {
  const { plan, decision, steps } = state
  const desks = [...plan.steps, ...steps, plan.decidedBy, plan.deliveredBy].map(({ unit }) => unit)
  // Whoever handed it on goes on seeing what became of it.
  const units = [...desks, ...(plan.joint ? [plan.joint.lead] : []), ...unitsOnTheWay(state.transfers)]
  return {
    case_no: state.caseNo,
    item: plan.item,
    item_version: plan.version,
    item_name_zh: plan.name.zh,
    item_name_en: plan.name.en,
    unit: plan.unit,
    received_unit: state.receivedAtUnit,
    party_units: [...new Set(units)].filter((unit) => unit !== plan.unit).sort(),
    status: state.status,
    channel: state.channel,
    applicant: state.applicant,
    applicant_masked: state.applicantMasked,
    agent: state.agent,
    received_at: text(state.receivedAt),
    accepted_at: text(state.accepted?.at ?? null),
    ended_at: text(state.endedAt),
    outcome: decision && !decision.revoked ? decision.outcome : null,
    state,
    version,
  }
}

const Listed = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  unit: z.string(),
  status: z.enum(STATUSES),
  channel: z.enum(CHANNELS),
  applicantMasked: z.string(),
  receivedAt: z.date(),
  acceptedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  outcome: z.enum(['granted', 'denied']).nullable(),
  dueAt: z.date().nullable(),
  provisional: z.boolean().nullable(),
  version: z.number(),
})
export type ListedFile = z.infer<typeof Listed>

/** The soonest end among the clocks of a case that still run; the days in which a party may ask are not the office's. */
const soonest = sql`
  left join lateral (
    select min(c.due_at) as due_at, bool_or(c.provisional) as provisional
      from clock c
     where c.jurisdiction = f.jurisdiction
       and c.subject = 'case/' || f.case_no
       and c.status in ('open', 'expired')
       and c.kind <> 'step'
       and c.id <> f.case_no || '/hearing-request'
  ) due on true`

const fileColumns = sql`
  f.case_no, f.item, f.item_name_zh, f.item_name_en, f.unit, f.status, f.channel, f.applicant_masked, f.received_at,
  f.accepted_at, f.ended_at, f.outcome, due.due_at, due.provisional, f.version`

export const findFile = (db: Db, caseNo: string): Promise<ListedFile | undefined> =>
  db.one(
    Listed,
    sql`
    select ${fileColumns}
      from case_file f ${soonest}
     where f.jurisdiction = ${db.scope.jurisdiction}
       and f.case_no = ${caseNo}`,
  )

/** The same with everything that was decided on it. */
export const findWholeFile = (db: Db, caseNo: string) =>
  db.one(
    Listed.extend({ state: State }),
    sql`
    select ${fileColumns}, f.state
      from case_file f ${soonest}
     where f.jurisdiction = ${db.scope.jurisdiction}
       and f.case_no = ${caseNo}`,
  )

export interface FileQuestion {
  readonly unit: string | undefined
  readonly status: string | undefined
  readonly item: string | undefined
  readonly search: string | undefined
  readonly before: { readonly at: EpochMs; readonly caseNo: string } | undefined
  readonly limit: number
}

const matching = (db: Db, { unit, status, item, search }: FileQuestion): Sql => sql`
       f.jurisdiction = ${db.scope.jurisdiction}
   and (${unit ?? null}::text is null or f.unit = ${unit ?? null} or f.received_unit = ${unit ?? null}
        or ${unit ?? null} = any (f.party_units))
   and (${status ?? null}::text is null or f.status = ${status ?? null})
   and (${item ?? null}::text is null or f.item = ${item ?? null})
   and (${search ?? null}::text is null or f.case_no = ${search ?? null}
        or position(${search ?? ''} in f.item_name_zh) > 0)`

/** Newest first, and a row more when there is a next page. */
export const findFiles = (db: Db, question: FileQuestion): Promise<ListedFile[]> => {
  const { before, limit } = question
  return db.rows(
    Listed,
    sql`
    select ${fileColumns}
      from (select *
              from case_file f
             where ${matching(db, question)}
               and (${text(before?.at ?? null)}::timestamptz is null
                    or (f.received_at, f.case_no) < (${text(before?.at ?? null)}, ${before?.caseNo ?? ''}))
             order by f.received_at desc, f.case_no desc
             limit ${limit + 1}) f ${soonest}
     order by f.received_at desc, f.case_no desc`,
  )
}

export const countFiles = async (db: Db, question: FileQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*) as total from case_file f where ${matching(db, question)}`,
    )
  )?.total ?? 0

const Applied = z.object({ caseNo: z.string() })

/** The cases of one applicant, or of whoever applied in his place, newest first. */
export const findFilesOf = (db: Db, person: string): Promise<{ caseNo: string }[]> =>
  db.rows(
    Applied,
    sql`
    select case_no
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and (applicant = ${person} or agent = ${person})
     order by received_at desc, case_no
     limit 200`,
  )

/** How many cases of a person, as applicant or agent, are not over yet. */
export const countOpenOf = async (db: Db, person: string): Promise<number> =>
  (
    await db.one(
      z.object({ open: z.number() }),
      sql`
    select count(*) as open
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and (applicant = ${person} or agent = ${person})
       and status in ('received', 'accepted', 'suspended', 'decided')`,
    )
  )?.open ?? 0

const OpenVersion = z.object({ version: z.number(), cases: z.number() })

/** How many cases still run under each version of an item: what a change of the catalogue would leave behind. */
export const countOpenByVersion = (db: Db, item: string) =>
  db.rows(
    OpenVersion,
    sql`
    select item_version as version, count(*) as cases
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and item = ${item}
       and status in ('received', 'accepted', 'suspended')
     group by item_version
     order by item_version`,
  )
