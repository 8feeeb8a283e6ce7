import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

export interface CasesAsked {
  readonly item?: string | undefined
  readonly unit?: string | undefined
  readonly counter?: string | undefined
  readonly from?: Day | undefined
  readonly until?: Day | undefined
}

const Count = z.object({ count: z.number() })
const numberOf = async (found: Promise<{ readonly count: number } | undefined>): Promise<number> =>
  (await found)?.count ?? 0

/** What is left out narrows nothing; a case is a unit's that handles it or took it in. */
const asked = ({ item, unit, counter, from, until }: CasesAsked) => sql`
       (${item ?? null}::text is null or item = ${item ?? null})
   and (${unit ?? null}::text is null or ${unit ?? null} in (unit, received_unit))
   and (${counter ?? null}::text is null or state ->> 'counter' = ${counter ?? null})
   and (${from ?? null}::date is null or (received_at at time zone 'Asia/Shanghai')::date >= ${from ?? null}::date)
   and (${until ?? null}::date is null or (received_at at time zone 'Asia/Shanghai')::date <= ${until ?? null}::date)`

export const countReceived = (db: Db, of: CasesAsked): Promise<number> =>
  numberOf(
    db.one(
      Count,
      sql`
      select count(*) as count
        from case_file
       where jurisdiction = ${db.scope.jurisdiction}
         and ${asked(of)}`,
    ),
  )

const Decided = z.object({ decided: z.number(), onTime: z.number() })

/** Decided cases, and those of them that let no limit of the law or of the promise pass before. */
export const countOnTime = (db: Db, of: CasesAsked) =>
  db.one(
    Decided,
    sql`
    select count(*) as decided,
           count(*) filter (where not jsonb_path_exists(state -> 'passed',
                                                        '$[*].limit ? (@ == "committed" || @ == "statutory")'))
             as on_time
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and state -> 'decision' <> 'null'::jsonb
       and ${asked(of)}`,
  )

const Span = z.object({ acceptedAt: z.date(), decidedAt: z.date().nullable() })

/** When accepted cases were accepted and decided. */
export const findSpans = (db: Db, of: CasesAsked) =>
  db.rows(
    Span,
    sql`
    select accepted_at, to_timestamp((state -> 'decision' ->> 'at')::float8 / 1000) as decided_at
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and accepted_at is not null
       and ${asked(of)}
     order by accepted_at
     limit 20000`,
  )

/** Cases whose step was done by whoever decided: no second pair of eyes. */
export const countAlone = (db: Db, step: string, of: CasesAsked): Promise<number> =>
  numberOf(
    db.one(
      Count,
      sql`
      select count(*) as count
        from case_file
       where jurisdiction = ${db.scope.jurisdiction}
         and exists (select 1
                       from jsonb_array_elements(state -> 'steps') done
                      where done ->> 'code' = ${step}
                        and done ->> 'doneBy' = state -> 'decision' ->> 'by')
         and ${asked(of)}`,
    ),
  )

const Cited = z.object({ basis: z.string() })

/** What decisions from a day on say that they rest on. */
export const findCited = (db: Db, from: Day) =>
  db.rows(
    Cited,
    sql`
    select state -> 'decision' ->> 'basis' as basis
      from case_file
     where jurisdiction = ${db.scope.jurisdiction}
       and state -> 'decision' ->> 'basis' <> ''
       and (to_timestamp((state -> 'decision' ->> 'at')::float8 / 1000) at time zone 'Asia/Shanghai')::date
           >= ${from}::date
     limit 100000`,
  )

/** Open cases whose limit is watched by a running clock. */
export const countUnderClock = (db: Db): Promise<number> =>
  numberOf(
    db.one(
      Count,
      sql`
      select count(*) as count
        from case_file f
       where f.jurisdiction = ${db.scope.jurisdiction}
         and f.status in ('received', 'accepted', 'suspended')
         and exists (select 1
                       from clock c
                      where c.jurisdiction = f.jurisdiction
                        and c.subject = 'case/' || f.case_no
                        and c.status in ('open', 'suspended'))`,
    ),
  )
