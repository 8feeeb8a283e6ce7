import { eventRule, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

/**
 * SV-80 处罚无裁量等级或依据: a penalty that names no discretion grade, or no article.
 *
 * Basis: 《行政处罚法》第三十四条 (published standards of discretion), 第五十九条, in force from 2021-07-15; ESUP-12.
 */
export const ungraded = eventRule({
  code: 'SV-80',
  kind: 'content',
  subject: 'enforcement',
  title: { zh: '处罚无裁量等级或依据', en: 'Penalty without grade or basis' },
  level: 'yellow',
  basis: { zh: '《行政处罚法》第三十四条、第五十九条', en: 'Administrative Penalty Law Art. 34 and 59' },
  explanation: { zh: '处罚须写明依据和裁量等级。', en: 'A penalty names its basis and its grade.' },
  confidence: 'C',
  of: 'penaltyDecided',
  needs: (reading) => lacksColumn(reading, 'basis', 'grade'),
  fault: (watched, event) => {
    const { event: named } = watched.reading.profile
    if (named.basis !== undefined && textAt(watched, event, 'basis') === undefined)
      return { because: { zh: '处罚没有写明依据', en: 'the penalty names no basis' } }
    return named.grade !== undefined && textAt(watched, event, 'grade') === undefined
      ? { because: { zh: '处罚没有裁量等级', en: 'the penalty has no discretion grade' } }
      : undefined
  },
  examples: [
    {
      text: { zh: '有依据有等级', en: 'with both' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { basis: '依据', grade: '等级' } },
      events: [['2026-03-02T09:00', 'penaltyDecided', { 依据: '第5条', 等级: '从轻' }]],
    },
    {
      text: { zh: '没有等级', en: 'no grade' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { basis: '依据', grade: '等级' } },
      events: [['2026-03-02T09:00', 'penaltyDecided', { 依据: '第5条' }]],
    },
  ],
})
