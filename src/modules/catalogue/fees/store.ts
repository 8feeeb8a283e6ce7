import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { CHARGE_FAULTS } from '../fee-shape.ts'
import type { Fee } from './fee.ts'
import type { Receipt } from './receipt.ts'

/** What this module wrote it reads back as it is: it was folded from the stream, and nobody else writes the column. */
const folded = <State>() => z.custom<State>((value) => typeof value === 'object' && value !== null)
const StoredFee = z.object({ state: folded<Fee>(), version: z.number() })
const StoredReceipt = z.object({ state: folded<Receipt>(), version: z.number() })

export const findFee = (db: Db, fee: string) =>
  db.one(
    StoredFee,
    sql`
    select state, version
      from fee_register
     where jurisdiction = ${db.scope.jurisdiction}
       and fee = ${fee}`,
  )

/** The whole register: a county has some hundred fees, and each bill may need any of them. */
export const findFees = async (db: Db): Promise<Fee[]> =>
  (
    await db.rows(
      StoredFee,
      sql`
      select state, version
        from fee_register
       where jurisdiction = ${db.scope.jurisdiction}
       order by fee
       limit 5000`,
    )
  ).map(({ state }) => state)

export const putFee = (db: Db, { state, version }: { readonly state: Fee; readonly version: number }) =>
  db.run(sql`
    insert into fee_register (jurisdiction, fee, unit, state, version)
    values (${db.scope.jurisdiction}, ${state.fee}, ${state.unit}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, fee) do update
       set state = excluded.state, version = excluded.version`)

export const findReceipt = (db: Db, receipt: string) =>
  db.one(
    StoredReceipt,
    sql`
    select state, version
      from fee_receipt
     where jurisdiction = ${db.scope.jurisdiction}
       and receipt = ${receipt}`,
  )

export const putReceipt = (
  db: Db,
  { state, version }: { readonly state: Receipt; readonly version: number },
) =>
  db.run(sql`
    insert into fee_receipt (jurisdiction, receipt, unit, fee, charged_on, paid, due, saved, reduction, case_no, fault,
                             state, version)
    values (${db.scope.jurisdiction}, ${state.receipt}, ${state.unit}, ${state.fee}, ${state.on}::date, ${state.cents},
            ${state.due}, ${state.saved}, ${state.reduction}, ${state.caseNo}, ${state.fault},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, receipt) do nothing`)

export interface ReceiptQuestion {
  readonly faulty: boolean
  readonly fee: string | undefined
}

const receiptsOf = (db: Db, { faulty, fee }: ReceiptQuestion) => sql`
       jurisdiction = ${db.scope.jurisdiction}
   and (not ${faulty} or fault is not null)
   and (${fee ?? null}::text is null or fee = ${fee ?? null})`

/** The newest first. */
export const listReceipts = async (db: Db, question: ReceiptQuestion): Promise<Receipt[]> =>
  (
    await db.rows(
      StoredReceipt,
      sql`
      select state, version
        from fee_receipt
       where ${receiptsOf(db, question)}
       order by charged_on desc, receipt
       limit 200`,
    )
  ).map(({ state }) => state)

export const countReceipts = async (db: Db, question: ReceiptQuestion): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*) as total from fee_receipt where ${receiptsOf(db, question)}`,
    )
  )?.total ?? 0

const Saved = z.object({ fee: z.string(), saved: z.coerce.number(), receipts: z.number() })

/** What the sound receipts of a span say was not paid, by fee. */
export const savedBetween = (db: Db, from: Day, until: Day) =>
  db.rows(
    Saved,
    sql`
    select fee, sum(saved)::bigint as saved, count(*) as receipts
      from fee_receipt
     where jurisdiction = ${db.scope.jurisdiction}
       and charged_on between ${from}::date and ${until}::date
       and fee is not null
       and fault is null
     group by fee
     order by fee
     limit 5000`,
  )

const Reach = z.object({ reduction: z.string(), eligible: z.number(), reduced: z.number() })

/** Whose projects were eligible for a reduction, and how many of them got it. */
export const reachOfReductions = (db: Db) =>
  db.rows(
    Reach,
    sql`
    select reduction, count(*) as eligible, count(*) filter (where fault is null) as reduced
      from fee_receipt
     where jurisdiction = ${db.scope.jurisdiction}
       and reduction is not null
     group by reduction
     order by reduction
     limit 5000`,
  )

export const putFault = (db: Db, { stream, version, actor, occurredAt, payload }: StoredEvent) => {
  const said = payload as unknown as { readonly unit: string; readonly fault: string }
  return db.run(sql`
    insert into charge_fault (jurisdiction, subject, version, unit, fault, noted_at, state)
    values (${db.scope.jurisdiction}, ${stream.slice('charge-fault/'.length)}, ${version}, ${said.unit}, ${said.fault},
            ${new Date(occurredAt).toISOString()}, ${JSON.stringify({ ...payload, by: actor })}::jsonb)
        on conflict (jurisdiction, subject, version) do nothing`)
}

const Fault = z.object({
  subject: z.string(),
  unit: z.string(),
  fault: z.enum(CHARGE_FAULTS),
  notedAt: z.date(),
  state: folded<{ readonly because: Bilingual; readonly by: string }>(),
})

/** The newest first; of one subject, or of all that the reader may see. */
export const findFaults = (db: Db, subject?: string) =>
  db.rows(
    Fault,
    sql`
    select subject, unit, fault, noted_at, state
      from charge_fault
     where jurisdiction = ${db.scope.jurisdiction}
       and (${subject ?? null}::text is null or subject = ${subject ?? null})
     order by noted_at desc, subject, version desc
     limit 200`,
  )
