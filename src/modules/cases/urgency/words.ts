import type { Bilingual } from '#kernel/refusal.ts'
import { limitInWords, parseLimit } from '#engines/clocks/index.ts'
import type { UrgencyEvent } from './events.ts'
import { AUDIT_NAMES, URGENCY_NAMES } from '../urgency-shape.ts'

/** One line of the timeline. */
export function urgencyText(event: UrgencyEvent): Bilingual {
  switch (event.type) {
    case 'UrgencyAsked': {
      const { zh, en } = URGENCY_NAMES[event.data.ground]
      return {
        zh: `申请按急件办理（${zh}）：${event.data.reason}`,
        en: `express lane asked for (${en}): ${event.data.reason}`,
      }
    }
    case 'UrgencyGranted': {
      const { zh, en } = limitInWords(parseLimit(event.data.within))
      return {
        zh: `批准按急件办理，${zh}内办结：${event.data.reason}`,
        en: `express lane granted, within ${en}: ${event.data.reason}`,
      }
    }
    case 'UrgencyRefused':
      return {
        zh: `不按急件办理：${event.data.reason}`,
        en: `express lane refused: ${event.data.reason}`,
      }
    case 'UrgencyAudited': {
      const { zh, en } = AUDIT_NAMES[event.data.finding]
      return {
        zh: `急件核查：${zh}。${event.data.reason}`,
        en: `flag looked at: ${en}. ${event.data.reason}`,
      }
    }
  }
}
