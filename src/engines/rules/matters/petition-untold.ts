import { deadlineRule } from '../deadline-rule.ts'

/**
 * SV-90 信访逾期未告知: fifteen days without telling the petitioner in writing whether the matter is taken up.
 *
 * Basis: 《信访工作条例》第二十三条 (XF-02, XF-03), in force from 2022-05-01; plain days.
 */
export const petitionUntold = deadlineRule({
  code: 'SV-90',
  subject: 'complaint',
  title: { zh: '信访逾期未告知', en: 'Petitioner not told in time' },
  basis: { zh: '《信访工作条例》第二十三条', en: 'Regulation on Petition Work Art. 23' },
  explanation: {
    zh: '收到信访事项十五日内应书面告知信访人。',
    en: 'The petitioner is told in writing within fifteen days of receipt.',
  },
  confidence: 'C',
  from: 'petitionReceived',
  until: ['petitionTold'],
  duty: { zh: '书面告知信访人', en: 'Telling the petitioner in writing' },
  unit: 'calendarDays',
  limit: [{ from: '2022-05-01', value: 15 }],
  warn: 3,
  red: 5,
  examples: [
    {
      text: { zh: '第十五日告知', en: 'told on day fifteen' },
      fires: false,
      at: '2026-04-20T09:00',
      events: [
        ['2026-03-02T09:00', 'petitionReceived'],
        ['2026-03-17T17:00', 'petitionTold'],
      ],
    },
    {
      text: { zh: '没有告知', en: 'not told' },
      fires: true,
      at: '2026-04-20T09:00',
      profile: { meanings: { petitionReceived: 'petitionReceived', petitionTold: 'petitionTold' } },
      events: [['2026-03-02T09:00', 'petitionReceived']],
    },
  ],
})
