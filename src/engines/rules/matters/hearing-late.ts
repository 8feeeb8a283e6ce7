import { deadlineRule } from '../deadline-rule.ts'

/**
 * SV-32 听证逾期组织: a hearing was asked for and not held within twenty working days.
 *
 * Basis: 《行政许可法》第四十七条 (XK-09), in force from 2004-07-01.
 */
export const hearingLate = deadlineRule({
  code: 'SV-32',
  subject: 'case',
  title: { zh: '听证逾期组织', en: 'Hearing held late' },
  basis: { zh: '《行政许可法》第四十七条', en: 'Administrative Licensing Law Art. 47' },
  explanation: {
    zh: '申请人要求听证的，应在二十个工作日内组织。',
    en: 'A hearing that is asked for is held within twenty working days.',
  },
  confidence: 'C',
  from: 'hearingAsked',
  until: ['hearingHeld'],
  duty: { zh: '组织听证', en: 'Holding the hearing' },
  unit: 'workingDays',
  limit: [{ from: '2004-07-01', value: 20 }],
  warn: 5,
  examples: [
    {
      text: { zh: '二十个工作日内听证', en: 'held in time' },
      fires: false,
      at: '2026-06-20T09:00',
      events: [
        ['2026-03-02T09:00', 'hearingAsked'],
        ['2026-03-30T09:00', 'hearingHeld'],
      ],
    },
    {
      text: { zh: '一直没有听证', en: 'never held' },
      fires: true,
      at: '2026-06-20T09:00',
      profile: { meanings: { hearingAsked: 'hearingAsked', hearingHeld: 'hearingHeld' } },
      events: [['2026-03-02T09:00', 'hearingAsked']],
    },
  ],
})
