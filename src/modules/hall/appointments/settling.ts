import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { jurisdictionsOf } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { settleMissed } from './commands.ts'

/** What leaves the house to somebody's phone; the module of residents lies beside and is handed in. */
export type Tell = (
  db: Db,
  message: { readonly to: string; readonly kind: string; readonly text: string },
  now: EpochMs,
) => Promise<void>

export interface Settling {
  readonly tell: Tell
  readonly now: () => EpochMs
  readonly failed: (error: unknown) => void
}

const EVERY_MS = 60_000

/** 爽约: whoever did not come is told so, and what follows from it and how to appeal. */
export async function settleBookings(
  database: Database,
  jurisdiction: string,
  { tell, now }: Omit<Settling, 'failed'>,
): Promise<number> {
  return database.transaction({ jurisdiction, reach: 'jurisdiction' }, async (db) => {
    const at = now()
    const missed = await settleMissed(db, { by: 'law', at })
    for (const { person, day, starts, bar } of missed) {
      const follows = bar
        ? `已累计 ${bar.missed} 次，${bar.until} 前请到现场取号；如有异议，可在“我的预约”申诉。`
        : '如不能来，请提前取消，把时间让给别人。'
      await tell(
        db,
        { to: person, kind: 'bookingMissed', text: `您预约的 ${day} ${starts} 未签到，记为未到。${follows}` },
        at,
      )
    }
    return missed.length
  })
}

/** Looks every minute, in every jurisdiction; the same booking is settled once, whichever process comes first. */
export function runBookings(database: Database, { tell, now, failed }: Settling): { close(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const sweep = async () => {
    for (const jurisdiction of await jurisdictionsOf(database))
      await settleBookings(database, jurisdiction, { tell, now }).catch(failed)
  }
  const timer = setInterval(() => (running = running.then(sweep).catch(failed)), EVERY_MS)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
