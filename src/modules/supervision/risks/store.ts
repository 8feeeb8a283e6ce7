import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { RISK_KINDS, type RiskAct } from './acts.ts'

const Instant = z.date().transform(Number)

export interface ListedAct extends RiskAct {
  readonly stream: string
  readonly version: number
  readonly place: number
  readonly happenedAt: EpochMs
}

/** Written once for each act; the same again changes nothing. */
export async function putActs(db: Db, acts: readonly ListedAct[]): Promise<void> {
  if (acts.length === 0) return
  const rows = acts.map(({ happenedAt, ...act }) => ({
    ...act,
    happened_at: new Date(happenedAt).toISOString(),
  }))
  await db.run(sql`
    insert into risk_act (jurisdiction, stream, version, place, unit, counter, kind, account, item, own, mark, happened_at)
    select ${db.scope.jurisdiction}, given.stream, given.version, given.place, given.unit, given.counter, given.kind,
           given.account, given.item, given.own, given.mark, given.happened_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as given (stream text, version int, place int, unit text, counter text, kind text, account text, item text,
                     own boolean, mark text, happened_at timestamptz)
        on conflict (jurisdiction, stream, version, place) do nothing`)
}

const Asked = z.object({
  stream: z.string(),
  unit: z.string(),
  counter: z.string().nullable(),
  item: z.string().nullable(),
})

/** Where and about what enquiries were first asked. */
export const findQuestions = (db: Db, streams: readonly string[]) =>
  db.rows(
    Asked,
    sql`
    select stream, unit, counter, item
      from risk_act
     where jurisdiction = ${db.scope.jurisdiction}
       and stream = any (${streams}::text[])
       and kind = 'asked'
     limit 10000`,
  )

const Counted = z.object({
  unit: z.string(),
  counter: z.string().nullable(),
  kind: z.enum(RISK_KINDS),
  own: z.boolean(),
  mark: z.string().nullable(),
  acts: z.number(),
})
export type CountedActs = z.infer<typeof Counted>

/** How often each unit at each counter did what in a month (`2026-03`). */
export const countActs = (db: Db, month: string): Promise<CountedActs[]> =>
  db.rows(
    Counted,
    sql`
    select unit, counter, kind, own, mark, count(*) as acts
      from risk_act
     where jurisdiction = ${db.scope.jurisdiction}
       and happened_at >= (${month} || '-01')::timestamp at time zone 'Asia/Shanghai'
       and happened_at < ((${month} || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai'
     group by unit, counter, kind, own, mark
     order by unit, counter, kind, own, mark
     limit 10000`,
  )

const Act = z.object({
  stream: z.string(),
  unit: z.string(),
  kind: z.enum(RISK_KINDS),
  account: z.string(),
  item: z.string().nullable(),
  own: z.boolean(),
  mark: z.string().nullable(),
  happenedAt: Instant,
})
export type FoundAct = z.infer<typeof Act>

/** Single acts of a month, oldest first: of one county these are some thousands. */
export const findActs = (db: Db, month: string, kinds: readonly string[]): Promise<FoundAct[]> =>
  db.rows(
    Act,
    sql`
    select stream, unit, kind, account, item, own, mark, happened_at
      from risk_act
     where jurisdiction = ${db.scope.jurisdiction}
       and happened_at >= (${month} || '-01')::timestamp at time zone 'Asia/Shanghai'
       and happened_at < ((${month} || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai'
       and kind = any (${kinds}::text[])
     order by happened_at, stream, version, place
     limit 20000`,
  )
