import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-43 答复后未回访: the centre did not ask the complainant whether the answer is true.
 *
 * Basis: XN-05, RX-07 (local): every answered complaint is called back.
 */
export const noCallback = deadlineRule({
  code: 'SV-43',
  subject: 'complaint',
  title: { zh: '答复后未回访', en: 'No call-back after the answer' },
  basis: { zh: '效能投诉、热线工单回访规定（地方）', en: 'Local rules on calling back' },
  explanation: {
    zh: '答复之后应在期限内回访投诉人；未回访而办结的，等于自己说了算。',
    en: 'After the answer the complainant is called back within the limit; closing without it is closing on one’s own word.',
  },
  confidence: 'L',
  from: 'complaintReplied',
  until: ['calledBack', 'dissatisfied'],
  outlives: true,
  duty: { zh: '回访投诉人', en: 'Calling the complainant back' },
  unit: 'workingDays',
  limit: [{ from: ALWAYS, value: 5 }],
  warn: 2,
  examples: [
    {
      text: { zh: '三日后回访', en: 'called back after three days' },
      fires: false,
      at: '2026-04-20T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintReplied'],
        ['2026-03-05T09:00', 'calledBack'],
      ],
    },
    {
      text: { zh: '始终没有回访', en: 'never called back' },
      fires: true,
      at: '2026-04-20T09:00',
      profile: { meanings: { complaintReplied: 'complaintReplied', calledBack: 'calledBack' } },
      events: [['2026-03-02T09:00', 'complaintReplied']],
    },
  ],
})
