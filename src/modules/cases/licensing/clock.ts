import { dayNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import type { Entered, MatterClocks } from '#engines/clocks/stored/index.ts'
import { licenceStream } from '#modules/licences/index.ts'
import type { LivingCase } from '../case.ts'

const clockOf = ({ caseNo }: LivingCase): string => `${caseNo}/validity`

/**
 * XK-12: the renewal is decided before the licence ends, at 24:00 of its last day. The clock is the licence's and not the
 * case's, because what stops the clocks of a case, a special procedure or an extension, does not stop this one.
 */
export async function startValidity(clocks: MatterClocks, after: LivingCase, entered: Entered) {
  const { renews, plan, receivedAt } = after
  if (!renews?.inTime) return
  const ends = instantOf(DEFAULT_ZONE, dayNumber(renews.validUntil) + 1)
  // The licence states the end; counted in days from the application it explains itself, and no rest day moves it.
  const terms = statutoryTerms('XK-12', {
    from: receivedAt,
    handlingUnit: plan.unit,
    limit: {
      length: dayNumber(renews.validUntil) - dayNumberAt(DEFAULT_ZONE, receivedAt),
      unit: 'calendarDays',
    },
    warnBefore: parseLimit('5W'),
  })
  const clock = { ...terms, kind: 'stated' as const, statedEnd: ends, roll: 'none' as const }
  await clocks.start([{ id: clockOf(after), subject: licenceStream(renews.licence), terms: clock }], entered)
}

export async function stopValidity(
  clocks: MatterClocks,
  after: LivingCase,
  outcome: string,
  entered: Entered,
): Promise<void> {
  const { renews } = after
  // Delivery comes after the decision, which has stopped it.
  if (renews?.inTime && after.deliveredAt === null)
    await clocks.stop(licenceStream(renews.licence), clockOf(after), outcome, entered)
}
