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

export const moveCheckpoint = (db: Db, subscription: string, to: Place) =>
  db.run(sql`
    insert into subscription_checkpoint (jurisdiction, subscription, transaction_id, position)
    values (${db.scope.jurisdiction}, ${subscription}, ${to.transaction}::xid8, ${to.position})
        on conflict (jurisdiction, subscription) do update
       set transaction_id = excluded.transaction_id,
           position       = excluded.position,
           moved_at       = now()`)

const BehindRow = z.object({ subscription: z.string(), jurisdiction: z.string() })

/** Which subscriptions have events before them, in which jurisdictions; for the system role. */
export const findBehind = (db: Db, subscriptions: readonly string[]) =>
  db.rows(
    BehindRow,
    sql`
    select distinct asked.subscription, ledger_chain.jurisdiction
      from unnest(${subscriptions}::text[]) as asked (subscription)
     cross join ledger_chain
      left join subscription_checkpoint as reached
        on reached.jurisdiction = ledger_chain.jurisdiction
       and reached.subscription = asked.subscription
     where exists (
           select 1
             from ledger_event
            where ledger_event.jurisdiction = ledger_chain.jurisdiction
              and (ledger_event.transaction_id, ledger_event.position)
                  > (coalesce(reached.transaction_id, '0'::xid8), coalesce(reached.position, 0)))
     order by 2, 1
     limit 10000`,
  )
