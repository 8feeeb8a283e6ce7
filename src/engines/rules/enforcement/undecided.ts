import { deadlineRule } from '../deadline-rule.ts'

/**
 * SV-81 处罚案件逾期: ninety days after filing there is no decision.
 *
 * Basis: 《行政处罚法》第六十条 (CF-01), in force from 2021-07-15; calendar days.
 */
export const penaltyUndecided = deadlineRule({
  code: 'SV-81',
  subject: 'enforcement',
  title: { zh: '处罚案件逾期', en: 'Penalty case past its limit' },
  basis: { zh: '《行政处罚法》第六十条', en: 'Administrative Penalty Law Art. 60' },
  explanation: {
    zh: '自立案之日起九十日内作出处罚决定；法律、法规、规章另有规定的，按日志设定。',
    en: 'A decision is taken within ninety days of filing; where a law says otherwise, the log sets it.',
  },
  confidence: 'C',
  from: 'enforcementFiled',
  until: ['penaltyDecided', 'concluded'],
  duty: { zh: '作出处罚决定', en: 'Deciding on the penalty' },
  unit: 'calendarDays',
  limit: [{ from: '2021-07-15', value: 90 }],
  warn: 10,
  red: 10,
  examples: [
    {
      text: { zh: '八十日决定', en: 'decided after eighty days' },
      fires: false,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'enforcementFiled'],
        ['2026-05-20T09:00', 'penaltyDecided'],
      ],
    },
    {
      text: { zh: '九十五日才决定', en: 'decided after ninety-five' },
      fires: true,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'enforcementFiled'],
        ['2026-06-05T09:00', 'penaltyDecided'],
      ],
    },
  ],
})
