import { eventRule, numberAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

/**
 * SV-36 现场核查不足两人: fewer than two people were sent.
 *
 * Basis: 《行政许可法》第三十四条第三款 (two or more), in force from 2004-07-01; JC-07.
 */
export const visitAlone = eventRule({
  code: 'SV-36',
  kind: 'process',
  subject: 'case',
  title: { zh: '现场核查不足两人', en: 'On-site check by one person' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第三十四条第三款', en: 'Administrative Licensing Law Art. 34(3)' },
  explanation: { zh: '现场核查应指派两名以上工作人员。', en: 'Two or more people check on site.' },
  confidence: 'C',
  of: 'visitAssigned',
  numbers: {
    atLeast: {
      title: { zh: '至少几人', en: 'At least so many people' },
      unit: 'times',
      values: [{ from: '2004-07-01', value: 2 }],
    },
  },
  needs: (reading) => lacksColumn(reading, 'people'),
  fault: (watched, event, { atLeast = 0 }) =>
    numberAt(watched, event, 'people') < atLeast
      ? {
          because: {
            zh: `只指派了 ${numberAt(watched, event, 'people')} 人`,
            en: `${numberAt(watched, event, 'people')} sent`,
          },
        }
      : undefined,
  examples: [
    {
      text: { zh: '两人核查', en: 'two people' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { people: '人数' } },
      events: [['2026-03-02T09:00', 'visitAssigned', { 人数: '2' }]],
    },
    {
      text: { zh: '一人核查', en: 'one person' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { people: '人数' } },
      events: [['2026-03-02T09:00', 'visitAssigned', { 人数: '1' }]],
    },
  ],
})
