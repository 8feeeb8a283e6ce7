import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Charges } from './charges.ts'

const Stored = z.object({
  state: z.custom<Charges>((value) => typeof value === 'object' && value !== null),
  version: z.number(),
})

export const findCharges = (db: Db, caseNo: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from case_charge
     where jurisdiction = ${db.scope.jurisdiction}
       and case_no = ${caseNo}`,
  )

export const putCharges = (
  db: Db,
  { state, version }: { readonly state: Charges; readonly version: number },
) =>
  db.run(sql`
    insert into case_charge (jurisdiction, case_no, unit, state, version)
    values (${db.scope.jurisdiction}, ${state.caseNo}, ${state.unit}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, case_no) do update
       set state = excluded.state, version = excluded.version`)
