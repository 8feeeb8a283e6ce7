import { eventRule, lastBefore } from '../event-rule.ts'
import { lacksMeaning } from '../needs.ts'

/**
 * SV-44 未答复即办结: a complaint was closed and the complainant never heard anything.
 *
 * Basis: 效能投诉办理办法 (local): the result is told before it is closed.
 */
export const closedUnanswered = eventRule({
  code: 'SV-44',
  kind: 'process',
  subject: 'complaint',
  title: { zh: '未答复即办结', en: 'Closed without an answer' },
  level: 'red',
  basis: { zh: '效能投诉办理办法（地方）', en: 'Local rules on efficiency complaints' },
  explanation: { zh: '没有答复投诉人的不得办结。', en: 'What was not answered is not closed.' },
  confidence: 'L',
  of: 'complaintClosed',
  needs: (reading) => lacksMeaning(reading, 'complaintReplied'),
  fault: (watched, event) =>
    lastBefore(watched, 'complaintReplied', event) < 0
      ? { because: { zh: '办结之前没有答复投诉人', en: 'closed before the complainant was answered' } }
      : undefined,
  examples: [
    {
      text: { zh: '答复后办结', en: 'closed after the answer' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintReplied'],
        ['2026-03-03T09:00', 'complaintClosed'],
      ],
    },
    {
      text: { zh: '没有答复', en: 'no answer' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { meanings: { complaintReplied: 'complaintReplied' } },
      events: [
        ['2026-03-02T09:00', 'complaintReceived'],
        ['2026-03-03T09:00', 'complaintClosed'],
      ],
    },
  ],
})
