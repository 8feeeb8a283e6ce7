import { deadlineRule } from '../deadline-rule.ts'

/**
 * SV-85 处罚决定逾期送达: the party was not served within seven working days.
 *
 * Basis: 《行政处罚法》第六十一条、第八十五条 (CF-03: 七日 means working days), in force from 2021-07-15.
 */
export const penaltyUndelivered = deadlineRule({
  code: 'SV-85',
  subject: 'enforcement',
  title: { zh: '处罚决定逾期送达', en: 'Penalty served late' },
  basis: { zh: '《行政处罚法》第六十一条、第八十五条', en: 'Administrative Penalty Law Art. 61 and 85' },
  explanation: {
    zh: '当事人不在场的，应在七个工作日内送达。',
    en: 'A party who was absent is served within seven working days.',
  },
  confidence: 'C',
  from: 'penaltyDecided',
  until: ['penaltyDelivered'],
  outlives: true,
  duty: { zh: '送达处罚决定', en: 'Serving the decision' },
  unit: 'workingDays',
  limit: [{ from: '2021-07-15', value: 7 }],
  warn: 2,
  examples: [
    {
      text: { zh: '第七个工作日送达', en: 'served on working day seven' },
      fires: false,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'penaltyDecided'],
        ['2026-03-11T17:00', 'penaltyDelivered'],
      ],
    },
    {
      text: { zh: '第八个工作日送达', en: 'served on working day eight' },
      fires: true,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'penaltyDecided'],
        ['2026-03-12T09:00', 'penaltyDelivered'],
      ],
    },
  ],
})
