import { eventRule, lastBefore } from '../event-rule.ts'
import { lacksMeaning } from '../needs.ts'

/**
 * SV-49 不满意未重办即办结: the complainant said that it is not settled, and it was closed without another try.
 *
 * Basis: XN-05, RX-07 (local): unhappy with reason, so it is done again.
 */
export const notRedone = eventRule({
  code: 'SV-49',
  kind: 'process',
  subject: 'complaint',
  title: { zh: '不满意未重办即办结', en: 'Closed over a complainant’s no' },
  level: 'yellow',
  basis: { zh: '效能投诉、热线重办规定（地方）', en: 'Local rules on handling again' },
  explanation: {
    zh: '投诉人不满意的应当重办；未重办而办结的列出。',
    en: 'What the complainant is not satisfied with is done again before it is closed.',
  },
  confidence: 'L',
  of: 'complaintClosed',
  needs: (reading) => lacksMeaning(reading, 'dissatisfied'),
  fault: (watched, event) => {
    const unhappy = lastBefore(watched, 'dissatisfied', event)
    if (unhappy < 0 || lastBefore(watched, 'complaintRedone', event) > unhappy) return undefined
    return {
      events: [unhappy],
      because: {
        zh: '投诉人不满意，未重办即办结',
        en: 'the complainant was not satisfied; it was closed without another try',
      },
    }
  },
  examples: [
    {
      text: { zh: '重办后办结', en: 'closed after another try' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'dissatisfied'],
        ['2026-03-05T09:00', 'complaintRedone'],
        ['2026-03-06T09:00', 'complaintClosed'],
      ],
    },
    {
      text: { zh: '没有重办', en: 'no other try' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'dissatisfied'],
        ['2026-03-06T09:00', 'complaintClosed'],
      ],
    },
  ],
})
