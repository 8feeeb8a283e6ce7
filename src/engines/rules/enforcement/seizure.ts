import { deadlineRule } from '../deadline-rule.ts'

/**
 * SV-83 查封扣押超期: thirty days without release or decision, sixty where the head extended it.
 *
 * Basis: 《行政强制法》第二十五条 (QZ-01), in force from 2012-01-01.
 */
export const seizureTooLong = deadlineRule({
  code: 'SV-83',
  subject: 'enforcement',
  title: { zh: '查封扣押超期', en: 'Seizure past its limit' },
  basis: { zh: '《行政强制法》第二十五条', en: 'Administrative Coercion Law Art. 25' },
  explanation: {
    zh: '查封、扣押不得超过三十日，经批准可延长不超过三十日。',
    en: 'A seizure lasts at most thirty days; it may be extended by at most thirty.',
  },
  confidence: 'C',
  from: 'seized',
  until: ['released', 'penaltyDecided'],
  duty: { zh: '解除或者处理', en: 'Releasing or deciding' },
  unit: 'calendarDays',
  limit: [{ from: '2012-01-01', value: 30 }],
  warn: 5,
  red: 5,
  longer: { by: 'extended', values: [{ from: '2012-01-01', value: 30 }] },
  examples: [
    {
      text: { zh: '二十日解除', en: 'released after twenty days' },
      fires: false,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'seized'],
        ['2026-03-22T09:00', 'released'],
      ],
    },
    {
      text: { zh: '四十日没有解除', en: 'forty days without release' },
      fires: true,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'seized'],
        ['2026-04-11T09:00', 'released'],
      ],
    },
  ],
})
