import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import { copyOut } from '#platform/database/index.ts'
import type { CaseFacts } from './fact-shape.ts'

export interface PaceRow {
  readonly caseNo: string
  readonly facts: CaseFacts
  readonly version: number
}

/** Facts are written by this folder alone and read back as they are. */
const Facts = z.custom<CaseFacts>((value) => typeof value === 'object' && value !== null)
const Pace = z.object({ caseNo: z.string(), facts: Facts, version: z.number() })

/** Cases by number. */
export const findPaces = (db: Db, numbers: readonly string[]): Promise<PaceRow[]> =>
  db.rows(
    Pace,
    sql`
    select case_no, facts, version
      from case_pace
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = any (${numbers}::text[])
     limit 10000`,
  )

/** Writes cases as they stand now. */
export const putPaces = (db: Db, rows: readonly PaceRow[]) =>
  db.run(sql`
    insert into case_pace (jurisdiction, case_no, unit, received_unit, seen_by, item, received_at, facts, version)
    select ${db.scope.jurisdiction}, given.case_no, given.facts ->> 'unit', given.facts ->> 'receivedUnit',
           array(select jsonb_array_elements_text(given.facts -> 'units')), given.facts ->> 'item',
           to_timestamp((given.facts ->> 'receivedAt')::numeric / 1000), given.facts, given.version
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ caseNo, ...row }) => ({ case_no: caseNo, ...row })))}::jsonb)
           as given (case_no text, facts jsonb, version int)
     order by given.case_no
        on conflict (jurisdiction, case_no) do update
       set facts = excluded.facts, version = excluded.version`)

const Mark = z.object({ cases: z.number(), versions: z.number() })

/** Changes with every case that comes in and every act on one. */
export const paceMark = async (db: Db): Promise<{ cases: number; versions: number }> =>
  (await db.one(
    Mark,
    sql`
    select count(*) as cases, coalesce(sum(version), 0)::int8 as versions
      from case_pace
     where jurisdiction = ${db.scope.jurisdiction}`,
  )) ?? { cases: 0, versions: 0 }

/** What a row of the stream below holds: number, facts, and the instants at which the promise and the law run out. */
export type PaceLine = readonly [string, CaseFacts, number | null, number | null]

/**
 * Every case the reader may see with the dates of its clocks, line by line, the oldest first: where rows happen to lie on
 * the disk must not order what is shown. Dates stay the clocks' own. The names of clocks are put together below the join
 * (`offset 0` keeps them there): row-level security lets no join use its index for a name that is put together in it.
 */
export async function* streamPaces(db: Db): AsyncGenerator<PaceLine[]> {
  const rows = copyOut(
    db,
    sql`
    copy (select jsonb_build_array(p.case_no, p.facts,
                                   (extract(epoch from c.due_at) * 1000)::int8,
                                   (extract(epoch from s.due_at) * 1000)::int8)
            from (select jurisdiction, case_no, facts, received_at,
                         case_no || '/committed' as committed, case_no || '/statutory' as statutory
                    from case_pace
                   where jurisdiction = ${db.scope.jurisdiction}
                  offset 0) p
            left join clock c
              on c.jurisdiction = p.jurisdiction
             and c.id = p.committed
            left join clock s
              on s.jurisdiction = p.jurisdiction
             and s.id = p.statutory
           order by p.received_at, p.case_no)
      to stdout (format csv, quote E'\\x01', delimiter E'\\x02')`,
  )
  let rest = ''
  rows.setEncoding('utf8')
  for await (const chunk of rows as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield lines.map((line) => JSON.parse(line) as PaceLine)
  }
}
