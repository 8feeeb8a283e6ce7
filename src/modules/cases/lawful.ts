import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { refusePending, refuseRepealed, repealedLaws } from '#modules/catalogue/index.ts'
import type { CaseEvent } from './case-events.ts'

/**
 * What no decision may rest on, by whichever door it comes: a rule that is repealed (ITEM-08), and for a refusal an item
 * that is pending with the superior (ITEM-03). What follows by law alone is nobody's decision.
 */
export async function refuseUnlawful(
  db: Db,
  item: string,
  events: readonly CaseEvent[],
  now: EpochMs,
): Promise<void> {
  for (const event of events) {
    if (event.type !== 'CaseDecided' && event.type !== 'CaseDeclined') continue
    if (event.type === 'CaseDecided' && event.data.deemed) continue
    refuseRepealed(event.data.basis, await repealedLaws(db, dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))))
    const refused = event.type === 'CaseDeclined' || event.data.outcome === 'denied'
    if (refused) await refusePending(db, item)
  }
}
