import type { OnFired } from '#engines/clocks/stored/index.ts'
import { entryOfClock, passLimit } from '#engines/registers/index.ts'

/** What follows when the limit of an entry runs out, in the transaction that records the expiry. */
export const onEntryClocks: OnFired = async (db, fired) => {
  for (const { clock, event } of fired) {
    const found = event.type === 'ClockExpired' ? entryOfClock(clock.id) : undefined
    if (found && event.type === 'ClockExpired')
      await passLimit(db, found, { at: event.at, now: event.noticedAt })
  }
}
