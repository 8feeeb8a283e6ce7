import { parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import type { Entered, MatterClocks } from '#engines/clocks/stored/index.ts'
import type { LivingCase } from '../case.ts'
import { caseStream } from '../case-events.ts'
import { settingOn } from '../kinds/settings.ts'
import type { UrgencyEvent } from './events.ts'

const ASKED = 'urgency'
const EXPRESS = 'urgent'

/**
 * Two clocks of the express lane: the office's answer to the request, and then the shorter limit of the case itself. What
 * stops the promise stops the second as well, since the law's grounds are the same (XK-16).
 */
export async function runUrgencyClocks(
  clocks: MatterClocks,
  { after, event, entered }: { after: LivingCase; event: UrgencyEvent; entered: Entered },
): Promise<void> {
  const { caseNo, plan } = after
  const subject = caseStream(caseNo)
  const start = async (clock: string, limit: string) => {
    const terms = statutoryTerms('XK-16', {
      from: entered.now,
      handlingUnit: plan.unit,
      limit: parseLimit(limit),
    })
    await clocks.start([{ id: `${caseNo}/${clock}`, subject, terms: { ...terms, kind: 'other' } }], entered)
  }
  const answered = (outcome: string) => clocks.stop(subject, `${caseNo}/${ASKED}`, outcome, entered)
  switch (event.type) {
    case 'UrgencyAsked':
      return start(ASKED, settingOn('urgencyAnsweredWithin', entered.now))
    case 'UrgencyGranted':
      await answered('批准急件 granted')
      return start(EXPRESS, event.data.within)
    case 'UrgencyRefused':
      await answered('不按急件办 refused')
  }
}
