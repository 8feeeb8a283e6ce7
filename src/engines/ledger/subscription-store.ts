import { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { sql } from '#kernel/sql.ts'
import { type Place, THE_BEGINNING } from './event.ts'

const Locked = z.object({ locked: z.boolean() })

/** One process at a time moves a subscription; the others have nothing to wait for. Held until the transaction ends. */
export async function tryLockSubscription(db: Db, subscription: string): Promise<boolean> {
  const key = `${subscription} ${db.scope.jurisdiction}`
  const row = await db.one(
    Locked,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${key}, 8531)) as locked`,
  )
  return row?.locked ?? false
}

const CheckpointRow = z.object({ transaction: z.string(), position: z.number() })

export async function findCheckpoint(db: Db, subscription: string): Promise<Place> {
  const row = await db.one(
    CheckpointRow,
    sql`
    select transaction_id::text as transaction, position
      from subscription_checkpoint
     where jurisdiction = ${db.scope.jurisdiction}
       and subscription = ${subscription}`,
  )
  return row ?? THE_BEGINNING
}

/** Where some subscriptions stand in a jurisdiction; those that never moved are left out. */
export const findCheckpoints = (db: Db, subscriptions: readonly string[]) =>
  db.rows(
    CheckpointRow.extend({ subscription: z.string() }),
    sql`
    select subscription, transaction_id::text as transaction, position
      from subscription_checkpoint
     where jurisdiction = ${db.scope.jurisdiction}
       and subscription = any (${subscriptions}::text[])`,
  )

export interface Reached extends Place {
  readonly subscription: string
}

/**
 * Moves checkpoints forward, never back: another process may have moved them further meanwhile. In the order of their
 * names, so that two who do it at once do not wait for each other.
 */
export const moveCheckpoints = (db: Db, reached: readonly Reached[]) =>
  db.run(sql`
    insert into subscription_checkpoint as known (jurisdiction, subscription, transaction_id, position)
    select ${db.scope.jurisdiction}, given.subscription, given.transaction::xid8, given.position
      from unnest(${reached.map((one) => one.subscription)}::text[], ${reached.map((one) => one.transaction)}::text[],
                  ${reached.map((one) => one.position)}::bigint[]) as given (subscription, transaction, position)
     order by given.subscription
        on conflict (jurisdiction, subscription) do update
       set transaction_id = excluded.transaction_id,
           position       = excluded.position,
           moved_at       = now()
     where (known.transaction_id, known.position) < (excluded.transaction_id, excluded.position)`)

const BehindRow = z.object({ jurisdiction: z.string() })

export interface Front extends Place {
  readonly jurisdiction: string
}

/** The jurisdictions with events after what was read of them, those never read with any event; for the system role. */
export const findBehind = (db: Db, fronts: readonly Front[]) =>
  db.rows(
    BehindRow,
    sql`
    select known.jurisdiction
      from (select distinct jurisdiction from ledger_chain) as known
      left join unnest(${fronts.map((one) => one.jurisdiction)}::text[], ${fronts.map((one) => one.transaction)}::text[],
                       ${fronts.map((one) => one.position)}::bigint[]) as front (jurisdiction, transaction, position)
           using (jurisdiction)
     where exists (
           select 1
             from ledger_event
            where ledger_event.jurisdiction = known.jurisdiction
              and (ledger_event.transaction_id, ledger_event.position)
                  > (coalesce(front.transaction, '0')::xid8, coalesce(front.position, 0)))
     order by known.jurisdiction
     limit 10000`,
  )
