import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import { dayAt } from './moments.ts'
import { factKey, type FindingState, type FindingSubject, isSealed, severityOf, standing } from './finding.ts'
import type { Disposition, FindingSource, FindingStatus } from './terms.ts'

/** Written by `evolveFinding` and nobody else, so read back as it is. */
const State = z.custom<FindingState>(
  (value) => typeof value === 'object' && value !== null && 'sources' in value,
)
const Stored = z.object({ state: State, version: z.number(), seen: z.array(z.string()) })
export type StoredFinding = z.infer<typeof Stored>

/** With the streams of its sealed sources that the reader sees himself. */
const FOUND = raw(
  "state, version, case when sealed_streams = '{}' then '{}'::text[] else seen_streams(sealed_streams) end as seen",
)

/** One finding as far as the reader may see that it is there. */
export const findStored = (db: Db, finding: string): Promise<StoredFinding | undefined> =>
  db.one(
    Stored,
    sql`
    select ${FOUND}
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and finding = ${finding}`,
  )

const Nothing = z.object({})

/** Until the transaction ends nobody else opens a finding of the same fact. */
export const holdFact = (db: Db, key: string) =>
  db.rows(
    Nothing,
    sql`select pg_advisory_xact_lock(hashtextextended('finding/' || ${db.scope.jurisdiction} || ${key}, 8531))::text`,
  )

/**
 * The finding of a fact that nobody has withdrawn. Whoever tells of a matter often does not know whose desk it was: where
 * only one side names a person, the matter, the conduct and the day say that it is the same.
 */
export const findOfFact = (
  db: Db,
  { unit, account, matter, conduct, happenedOn }: FindingSubject,
): Promise<StoredFinding | undefined> =>
  db.one(
    Stored,
    sql`
    select ${FOUND}
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and conduct = ${conduct}
       and happened_on = ${happenedOn}
       and matter is not distinct from ${matter}
       and status <> 'withdrawn'
       and (   account is not distinct from ${account}
            or (matter is not null and (account is null or ${account}::text is null)))
     order by account is not distinct from ${account} desc, finding
     limit 1`,
  )

export interface FindingFilter {
  readonly unit?: string | undefined
  readonly account?: string | undefined
  readonly post?: string | undefined
  readonly badge?: string | undefined
  readonly matter?: string | undefined
  readonly conduct?: string | undefined
  readonly source?: FindingSource | undefined
  readonly sourceId?: string | undefined
  readonly state?: FindingStatus | undefined
  readonly disposition?: Disposition | undefined
  readonly from?: Day | undefined
  readonly until?: Day | undefined
  /** After the finding of an earlier page. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const MOST = 200

/** Findings that the reader may see, the newest number first. */
export const findStoredFindings = (db: Db, filter: FindingFilter): Promise<StoredFinding[]> =>
  db.rows(
    Stored,
    sql`
    select ${FOUND}
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and ${matching(filter)}
       and (${filter.after ?? null}::text is null or finding < ${filter.after ?? null})
     order by finding desc
     limit ${filter.limit ?? MOST}`,
  )

const Count = z.object({ count: z.number() })

export const countFindings = async (db: Db, filter: FindingFilter): Promise<number> =>
  (
    await db.one(
      Count,
      sql`
    select count(*)::integer as count
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and ${matching(filter)}`,
    )
  )?.count ?? 0

const CountOfUnit = z.object({ unit: z.string(), count: z.number() })

/** How many findings that stand and that the reader may see each unit has; units without any are left out. */
export const countFindingsByUnit = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const rows = await db.rows(
    CountOfUnit,
    sql`
    select unit, count(*)::integer as count
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and status <> 'withdrawn'
     group by unit
     order by unit
     limit 10000`,
  )
  return new Map(rows.map(({ unit, count }) => [unit, count]))
}

const SmallOfUnit = z.object({ unit: z.string(), small: z.number(), others: z.number() })

/** Of each unit how many findings stand that are light, and how many that are not; sealed ones are not told of. */
export const countSmallByUnit = (db: Db) =>
  db.rows(
    SmallOfUnit,
    sql`
    select unit, count(*) filter (where severity = 'light')::integer as small,
           count(*) filter (where severity <> 'light')::integer as others
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and status <> 'withdrawn'
       and not sealed
     group by unit
     order by unit
     limit 10000`,
  )

/** A finding is found by what its reader may know of it. */
const OF_SOURCES = raw(`
       case when sealed_streams = '{}'
              or (    (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
                  and (   coalesce((select current_setting('xiaoneng.account', true)), '') = ''
                       or (select current_setting('xiaoneng.account', true)) = any (entered_by)
                       or seen_streams(sealed_streams) @> sealed_streams))
            then sources
            else open_sources
        end`)

function matching(filter: FindingFilter): Sql {
  const { unit, account, post, badge, matter, conduct, source, sourceId } = filter
  const { state, disposition, from, until } = filter
  const parts: (Sql | undefined)[] = [
    unit === undefined ? undefined : sql`unit = ${unit}`,
    account === undefined ? undefined : sql`account = ${account}`,
    post === undefined ? undefined : sql`post = ${post}`,
    badge === undefined ? undefined : sql`badge = ${badge}`,
    matter === undefined ? undefined : sql`matter = ${matter}`,
    conduct === undefined ? undefined : sql`conduct = ${conduct}`,
    source === undefined ? undefined : sql`${source} = any (${OF_SOURCES})`,
    sourceId === undefined ? undefined : sql`${sourceId} = any (${OF_SOURCES})`,
    state === undefined ? undefined : sql`status = ${state}`,
    disposition === undefined ? undefined : sql`disposition = ${disposition}`,
    from === undefined ? undefined : sql`happened_on >= ${from}`,
    until === undefined ? undefined : sql`happened_on <= ${until}`,
  ]
  return parts.reduce<Sql>((all, part) => (part ? sql`${all} and ${part}` : all), raw('true'))
}

const Educated = z.object({ finding: z.string(), on: z.string().transform((text) => text as Day) })

/** Findings of a conduct in a unit that were ended by educating. */
export const findEducated = (db: Db, unit: string, conduct: string) =>
  db.rows(
    Educated,
    sql`
    select finding, disposed_on as on
      from finding
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and conduct = ${conduct}
       and disposition = 'educated'
       and status = 'disposed'
     order by disposed_on desc, finding
     limit 20`,
  )

/** What a list can be asked for: sources by kind and by stream in one column. */
const asked = (sources: FindingState['sources']): string[] => [
  ...new Set(sources.flatMap(({ source, sourceId }) => [source, sourceId])),
]

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort()

export const putFinding = (
  db: Db,
  finding: string,
  { state, version }: Pick<StoredFinding, 'state' | 'version'>,
) => {
  const { unit, account, post, badge, matter, conduct, status, disposed, happenedOn } = state
  const held = standing(state)
  const open = held.filter(({ sealed }) => !sealed)
  const sealed = state.sources.filter((one) => one.sealed)
  return db.run(sql`
    insert into finding
           (jurisdiction, finding, fact, unit, account, post, badge, matter, conduct, severity, status, sealed,
            sources, open_sources, disposition, disposed_on, handler, judge,
            sealed_streams, entered_by, dispose_by, opened_at, happened_on, state, version)
    values (${db.scope.jurisdiction}, ${finding}, ${factKey(state)}, ${unit}, ${account}, ${post}, ${badge}, ${matter},
            ${conduct}, ${severityOf(state)}, ${status}, ${isSealed(state)}, ${asked(held)}, ${asked(open)},
            ${disposed?.disposition ?? null}, ${disposed ? dayAt(disposed.at) : null}, ${state.handler?.by ?? null},
            ${disposed?.by ?? state.handler?.by ?? state.openedBy},
            ${distinct(sealed.map(({ sourceId }) => sourceId))}, ${distinct(sealed.map(({ by }) => by))},
            ${new Date(state.disposeBy).toISOString()}, ${new Date(state.openedAt).toISOString()}, ${happenedOn},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, finding) do update
       set severity = excluded.severity, status = excluded.status, sealed = excluded.sealed,
           sealed_streams = excluded.sealed_streams, entered_by = excluded.entered_by,
           sources = excluded.sources, open_sources = excluded.open_sources, disposition = excluded.disposition,
           disposed_on = excluded.disposed_on, handler = excluded.handler, judge = excluded.judge, state = excluded.state,
           version = excluded.version`)
}
