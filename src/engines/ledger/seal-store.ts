import { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { sql } from '#kernel/sql.ts'
import type { Place } from './event.ts'
import type { Seal } from './seal.ts'

const Locked = z.object({ locked: z.boolean() })

/** One process seals a jurisdiction at a time. Held until the transaction ends. */
export async function tryLockSeals(db: Db): Promise<boolean> {
  const row = await db.one(
    Locked,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${db.scope.jurisdiction}, 8533)) as locked`,
  )
  return row?.locked ?? false
}

const SealRow = z.object({
  number: z.number(),
  transaction: z.string(),
  position: z.number(),
  count: z.number(),
  root: z.string(),
  previous: z.string(),
  hash: z.string(),
  sealedAt: z.date().transform((at) => at.toISOString()),
  publicKey: z.string(),
  signature: z.string(),
  timeStamp: z.string().nullable(),
})

const base64 = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'))

/** Seals from a number on, in their order. */
export const findSeals = (db: Db, fromNumber: number, limit: number): Promise<Array<Seal & Place>> =>
  db.rows(
    SealRow,
    sql`
    select number, last_transaction::text as transaction, last_position as position, event_count as count,
           encode(root, 'hex') as root, encode(previous_seal, 'hex') as previous, encode(seal, 'hex') as hash,
           sealed_at, translate(encode(public_key, 'base64'), E'\n', '') as public_key,
           translate(encode(signature, 'base64'), E'\n', '') as signature,
           translate(encode(time_stamp, 'base64'), E'\n', '') as time_stamp
      from ledger_seal
     where jurisdiction = ${db.scope.jurisdiction}
       and ledger_seal.number >= ${fromNumber}
     order by ledger_seal.number
     limit ${limit}`,
  )

const NumberRow = z.object({ number: z.number() })

export async function findLastSeal(db: Db): Promise<(Seal & Place) | undefined> {
  const last = await db.one(
    NumberRow,
    sql`
    select number
      from ledger_seal
     where jurisdiction = ${db.scope.jurisdiction}
     order by number desc
     limit 1`,
  )
  return last && (await findSeals(db, last.number, 1))[0]
}

export const insertSeal = (db: Db, seal: Seal, last: Place) =>
  db.run(sql`
    insert into ledger_seal
           (jurisdiction, number, last_transaction, last_position, event_count, root, previous_seal, seal, sealed_at,
            public_key, signature, time_stamp)
    values (${db.scope.jurisdiction}, ${seal.number}, ${last.transaction}::xid8, ${last.position}, ${seal.count},
            decode(${seal.root}, 'hex'), decode(${seal.previous}, 'hex'), decode(${seal.hash}, 'hex'),
            ${seal.sealedAt}::timestamptz, ${base64(seal.publicKey)}, ${base64(seal.signature)}, ${base64(seal.timeStamp)})`)

const HashRow = z.object({ hash: z.string(), transaction: z.string(), position: z.number() })

/** The hashes of committed events after a place, in the order of the ledger; see `findAfter` for where it stops. */
export const findHashesAfter = (db: Db, after: Place, limit: number) =>
  db.rows(
    HashRow,
    sql`
    select encode(hash, 'hex') as hash, transaction_id::text as transaction, position
      from ledger_event
     where jurisdiction = ${db.scope.jurisdiction}
       and (transaction_id, position) > (${after.transaction}::xid8, ${after.position}::bigint)
       and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
     order by ledger_event.transaction_id, ledger_event.position
     limit ${limit}`,
  )

const JurisdictionRow = z.object({ jurisdiction: z.string() })

/** Jurisdictions with events that no seal covers yet; for the system role. */
export const findUnsealed = (db: Db) =>
  db.rows(
    JurisdictionRow,
    sql`
    select distinct ledger_chain.jurisdiction
      from ledger_chain
      left join lateral (
             select last_transaction, last_position
               from ledger_seal
              where ledger_seal.jurisdiction = ledger_chain.jurisdiction
              order by number desc
              limit 1) as sealed on true
     where exists (
           select 1
             from ledger_event
            where ledger_event.jurisdiction = ledger_chain.jurisdiction
              and (ledger_event.transaction_id, ledger_event.position)
                  > (coalesce(sealed.last_transaction, '0'::xid8), coalesce(sealed.last_position, 0)))
     order by 1
     limit 10000`,
  )
