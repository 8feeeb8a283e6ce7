import { eventRule, numberAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

/**
 * SV-84 单人执法: fewer than two officers carried out a check.
 *
 * Basis: 《行政处罚法》第四十二条 (two or more), in force from 2021-07-15; JC-07.
 */
export const inspectedAlone = eventRule({
  code: 'SV-84',
  kind: 'process',
  subject: 'enforcement',
  title: { zh: '单人执法', en: 'Enforcement by one person' },
  level: 'red',
  basis: { zh: '《行政处罚法》第四十二条', en: 'Administrative Penalty Law Art. 42' },
  explanation: { zh: '执法人员不得少于两人。', en: 'Two or more officers enforce.' },
  confidence: 'C',
  of: 'inspected',
  numbers: {
    atLeast: {
      title: { zh: '至少几人', en: 'At least so many people' },
      unit: 'times',
      values: [{ from: '2021-07-15', value: 2 }],
    },
  },
  needs: (reading) => lacksColumn(reading, 'people'),
  fault: (watched, event, { atLeast = 0 }) =>
    numberAt(watched, event, 'people') < atLeast
      ? {
          because: {
            zh: `执法人员 ${numberAt(watched, event, 'people')} 人`,
            en: `${numberAt(watched, event, 'people')} officer(s)`,
          },
        }
      : undefined,
  examples: [
    {
      text: { zh: '两人', en: 'two' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { people: '人数' } },
      events: [['2026-03-02T09:00', 'inspected', { 人数: '2' }]],
    },
    {
      text: { zh: '一人', en: 'one' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { people: '人数' } },
      events: [['2026-03-02T09:00', 'inspected', { 人数: '1' }]],
    },
  ],
})
