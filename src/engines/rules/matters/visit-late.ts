import { eventRule, lastBefore } from '../event-rule.ts'
import { lacksMeaning } from '../needs.ts'
import { instantOf } from '../watched.ts'

/**
 * SV-34 现场核查逾期指派: people were sent later than five working days after acceptance.
 *
 * Basis: 《行政许可法》第五十五条第二款 (XK-13), in force from 2004-07-01.
 */
export const visitLate = eventRule({
  code: 'SV-34',
  kind: 'time',
  subject: 'case',
  title: { zh: '现场核查逾期指派', en: 'On-site check assigned late' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第五十五条第二款', en: 'Administrative Licensing Law Art. 55(2)' },
  explanation: {
    zh: '依技术标准核查的，应自受理之日起五个工作日内指派两名以上工作人员。',
    en: 'Where things are checked by a technical standard, people are sent within five working days of acceptance.',
  },
  confidence: 'C',
  of: 'visitAssigned',
  numbers: {
    assignWorkingDays: {
      title: { zh: '指派的工作日', en: 'Working days to send people' },
      unit: 'workingDays',
      values: [{ from: '2004-07-01', value: 5 }],
    },
  },
  needs: (reading) => lacksMeaning(reading, 'accepted'),
  fault: (watched, event, { assignWorkingDays = 0 }) => {
    const accepted = lastBefore(watched, 'accepted', event)
    if (accepted < 0) return undefined
    const days = watched.reading.time.workingDays(instantOf(watched, accepted), instantOf(watched, event))
    return days > assignWorkingDays
      ? {
          events: [accepted],
          because: {
            zh: `受理后第 ${days} 个工作日才指派`,
            en: `people were sent on working day ${days} after acceptance`,
          },
        }
      : undefined
  },
  examples: [
    {
      text: { zh: '第五个工作日指派', en: 'sent on working day five' },
      fires: false,
      at: '2026-06-20T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-09T17:00', 'visitAssigned'],
      ],
    },
    {
      text: { zh: '第六个工作日指派', en: 'sent on working day six' },
      fires: true,
      at: '2026-06-20T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-10T09:00', 'visitAssigned'],
      ],
    },
  ],
})
