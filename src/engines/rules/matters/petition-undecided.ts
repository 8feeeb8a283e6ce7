import { deadlineRule } from '../deadline-rule.ts'

/**
 * SV-91 信访逾期未办结: a claim-type petition without a written opinion after sixty days, ninety where the head extended it.
 *
 * Basis: 《信访工作条例》第三十四条 (XF-06), in force from 2022-05-01.
 */
export const petitionUndecided = deadlineRule({
  code: 'SV-91',
  subject: 'complaint',
  title: { zh: '信访逾期未办结', en: 'Petition not concluded in time' },
  basis: { zh: '《信访工作条例》第三十四条', en: 'Regulation on Petition Work Art. 34' },
  explanation: {
    zh: '申诉求决类事项自受理之日起六十日内办结，经负责人批准可延长不超过三十日。',
    en: 'A claim is concluded within sixty days of acceptance; the head may extend it by at most thirty.',
  },
  confidence: 'C',
  from: 'petitionTold',
  until: ['petitionDecided'],
  duty: { zh: '出具处理意见', en: 'Giving the written opinion' },
  unit: 'calendarDays',
  limit: [{ from: '2022-05-01', value: 60 }],
  warn: 10,
  red: 5,
  longer: { by: 'extended', values: [{ from: '2022-05-01', value: 30 }] },
  examples: [
    {
      text: { zh: '第六十日办结', en: 'concluded on day sixty' },
      fires: false,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'petitionTold'],
        ['2026-04-30T17:00', 'petitionDecided'],
      ],
    },
    {
      text: { zh: '逾期没有意见', en: 'no opinion in time' },
      fires: true,
      at: '2026-12-20T09:00',
      profile: { meanings: { petitionTold: 'petitionTold', petitionDecided: 'petitionDecided' } },
      events: [['2026-03-02T09:00', 'petitionTold']],
    },
  ],
})
