import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, raw, sql } from '#kernel/sql.ts'
import { type Investigation, stageOf } from './state.ts'

/** Written by `evolveInvestigation` and nobody else, so read back as it is. */
const Stored = z.object({
  number: z.string(),
  state: z.custom<Investigation>(
    (value) => typeof value === 'object' && value !== null && 'particulars' in value,
  ),
  version: z.number(),
})
export type StoredInvestigation = z.infer<typeof Stored>

/** One case, if the reader sees it. */
export const findInvestigation = (db: Db, number: string): Promise<StoredInvestigation | undefined> =>
  db.one(
    Stored,
    sql`
    select number, state, version
      from investigation
     where jurisdiction = ${db.scope.jurisdiction}
       and number = ${number}`,
  )

export interface InvestigationQuestion {
  readonly kind?: string | undefined
  readonly stage?: string | undefined
  readonly unit?: string | undefined
  readonly search?: string | undefined
  readonly from?: EpochMs | undefined
  readonly until?: EpochMs | undefined
}

const instant = (at: EpochMs) => new Date(at).toISOString()

const matching = ({ kind, stage, unit, search, from, until }: InvestigationQuestion) => sql`
       true
       ${kind === undefined ? raw('') : sql`and kind = ${kind}`}
       ${stage === undefined ? raw('') : sql`and stage = ${stage}`}
       ${unit === undefined ? raw('') : sql`and unit = ${unit}`}
       ${from === undefined ? raw('') : sql`and entered_at >= ${instant(from)}`}
       ${until === undefined ? raw('') : sql`and entered_at < ${instant(until)}`}
       ${search === undefined ? raw('') : sql`and (number = ${search} or position(${search} in state ->> 'title') > 0)`}`

/** What the reader may see, the newest first. */
export const findInvestigations = (db: Db, question: InvestigationQuestion, limit = 200) =>
  db.rows(
    Stored,
    sql`
    select number, state, version
      from investigation
     where jurisdiction = ${db.scope.jurisdiction}
       and ${matching(question)}
     order by entered_at desc, number
     limit ${limit}`,
  )

export const countInvestigations = async (db: Db, question: InvestigationQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ count: z.number() }),
      sql`
    select count(*) as count
      from investigation
     where jurisdiction = ${db.scope.jurisdiction}
       and ${matching(question)}`,
    )
  )?.count ?? 0

/** Cases that came from one thing, such as `case/…` or `liability/…`. */
export const findByReference = (db: Db, reference: string): Promise<StoredInvestigation[]> =>
  db.rows(
    Stored,
    sql`
    select number, state, version
      from investigation
     where jurisdiction = ${db.scope.jurisdiction}
       and reference = ${reference}
     order by number
     limit 20`,
  )

export const putInvestigation = (
  db: Db,
  { state, version }: { readonly state: Investigation; readonly version: number },
) => {
  const seenBy = state.notified === null || state.sealed ? [] : unitsOf(state)
  return db.run(sql`
    insert into investigation
           (jurisdiction, number, unit, seen_by, sealed, team, kind, stage, source, reference, entered_at, state, version)
    values (${db.scope.jurisdiction}, ${state.number}, ${state.unit}, ${seenBy}::text[], ${state.sealed},
            ${peopleOn(state)}::text[], ${state.kind}, ${stageOf(state)}, ${state.source},
            ${state.reference}, ${instant(state.entered.at)}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, number) do update
       set seen_by = excluded.seen_by, sealed = excluded.sealed, team = excluded.team, kind = excluded.kind,
           stage = excluded.stage, state = excluded.state, version = excluded.version`)
}

/** Accounts on a case: of a sealed one the only ones that see it. */
export function peopleOn({ team, entered, appeals }: Investigation): string[] {
  const reviewers = appeals.flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer]))
  const on = team ? [team.lead, ...team.members, team.decider, ...reviewers] : reviewers
  return [...new Set([entered.by, ...on])].sort()
}

const unitsOf = ({ unit, nodes }: Investigation) =>
  [...new Set([unit, ...nodes.filter(({ kind }) => kind === 'unit').map((one) => one.unit)])].sort()

const View = z.object({
  nth: z.number(),
  account: z.string(),
  viewedAt: z.date().transform(Number),
  allowed: z.boolean(),
})

/** Who looked at a case, the first first. */
export const findViews = (db: Db, number: string) =>
  db.rows(
    View,
    sql`
    select nth, account, viewed_at, allowed
      from investigation_view
     where jurisdiction = ${db.scope.jurisdiction}
       and number = ${number}
     order by nth
     limit 500`,
  )

export const putView = (
  db: Db,
  number: string,
  { nth, account, at, allowed }: { nth: number; account: string; at: EpochMs; allowed: boolean },
) =>
  db.run(sql`
    insert into investigation_view (jurisdiction, number, nth, account, viewed_at, allowed)
    values (${db.scope.jurisdiction}, ${number}, ${nth}, ${account}, ${instant(at)}, ${allowed})
        on conflict (jurisdiction, number, nth) do nothing`)
