import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Inquiry } from './inquiry.ts'

const State = z.custom<Inquiry>((value) => typeof value === 'object' && value !== null && 'inquiry' in value)
const Stored = z.object({ state: State, version: z.number() })

export const findInquiry = (db: Db, inquiry: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from principal_inquiry
     where jurisdiction = ${db.scope.jurisdiction}
       and inquiry = ${inquiry}`,
  )

/** The one that is open on the principal of a unit. */
export const findOpenInquiry = async (db: Db, unit: string): Promise<Inquiry | undefined> =>
  (
    await db.rows(
      Stored,
      sql`
      select state, version
        from principal_inquiry
       where jurisdiction = ${db.scope.jurisdiction}
         and about = ${unit}
         and open
       order by opened_on, inquiry
       limit 1`,
    )
  )[0]?.state

export const findInquiries = async (db: Db): Promise<Inquiry[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select state, version
        from principal_inquiry
       where jurisdiction = ${db.scope.jurisdiction}
       order by opened_on desc, inquiry
       limit 1000`,
    )
  ).map(({ state }) => state)

export const putInquiry = (
  db: Db,
  inquiry: string,
  { state, version }: { readonly state: Inquiry; readonly version: number },
) =>
  db.run(sql`
    insert into principal_inquiry (jurisdiction, inquiry, about, open, opened_on, state, version)
    values (${db.scope.jurisdiction}, ${inquiry}, ${state.unit}, ${state.answered === null}, ${state.on},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, inquiry) do update
       set open = excluded.open, state = excluded.state, version = excluded.version`)
