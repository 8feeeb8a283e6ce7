import { eventRule } from '../event-rule.ts'
import { ALWAYS } from '../rule.ts'
import { eventsOf } from '../watched.ts'

/**
 * SV-46 转办件多次退回: a referred complaint was sent back by unit after unit.
 *
 * Basis: RX-05 (local): once the centre has designated a unit it may not be returned. The number is a setting.
 */
export const thirdReturn = eventRule({
  code: 'SV-46',
  kind: 'process',
  subject: 'complaint',
  title: { zh: '转办件多次退回', en: 'Referral sent back again and again' },
  level: 'yellow',
  basis: { zh: '热线工单退办规定（地方）', en: 'Local rules on returning referred orders' },
  explanation: {
    zh: '退回超过规定次数的列出：一再退回即是推诿。',
    en: 'Sent back more often than allowed is listed as shirking.',
  },
  confidence: 'L',
  of: 'complaintReturned',
  numbers: {
    returnsAllowed: {
      title: { zh: '允许的退回次数', en: 'Returns allowed' },
      unit: 'times',
      values: [{ from: ALWAYS, value: 2 }],
    },
  },
  fault: (watched, event, { returnsAllowed = 0 }) => {
    const returns = eventsOf(watched, 'complaintReturned').filter((one) => one <= event)
    return returns.length > returnsAllowed
      ? {
          events: returns,
          because: { zh: `第 ${returns.length} 次退回`, en: `sent back for the ${returns.length}. time` },
        }
      : undefined
  },
  examples: [
    {
      text: { zh: '退回一次', en: 'sent back once' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [['2026-03-02T09:00', 'complaintReturned']],
    },
    {
      text: { zh: '第三次退回', en: 'sent back three times' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintReturned'],
        ['2026-03-03T09:00', 'complaintReturned'],
        ['2026-03-04T09:00', 'complaintReturned'],
      ],
    },
  ],
})
