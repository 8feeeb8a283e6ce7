import { eventRule, numberAt, textAt } from '../event-rule.ts'
import { lacksPart } from '../needs.ts'

/**
 * SV-82 同类不同罚: the amount lies outside what the published standard gives for its grade.
 *
 * Basis: 《行政处罚法》第三十四条; ESUP-12.
 */
export const outsideGrade = eventRule({
  code: 'SV-82',
  kind: 'content',
  subject: 'enforcement',
  title: { zh: '同类不同罚', en: 'Like cases, unlike penalties' },
  level: 'yellow',
  basis: { zh: '《行政处罚法》第三十四条', en: 'Administrative Penalty Law Art. 34' },
  explanation: {
    zh: '同一等级的处罚应在公布的幅度以内。',
    en: 'A penalty lies within the published span of its grade.',
  },
  confidence: 'C',
  of: 'penaltyDecided',
  needs: ({ profile }) => lacksPart(profile.grades !== undefined, 'grades'),
  fault: (watched, event) => {
    const grade = textAt(watched, event, 'grade') ?? ''
    const span = watched.reading.profile.grades?.[grade]
    const amount = numberAt(watched, event, 'amount')
    if (!span || !(amount < span[0] || amount > span[1])) return undefined
    return {
      because: {
        zh: `“${grade}”的幅度为 ${span[0]}–${span[1]}，实际 ${amount}`,
        en: `"${grade}" comes to ${span[0]}–${span[1]}; it was ${amount}`,
      },
    }
  },
  examples: [
    {
      text: { zh: '在幅度内', en: 'within the span' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { amount: '金额', grade: '等级' }, grades: { 从轻: [0, 1000] } },
      events: [['2026-03-02T09:00', 'penaltyDecided', { 等级: '从轻', 金额: '500' }]],
    },
    {
      text: { zh: '超出幅度', en: 'outside it' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { amount: '金额', grade: '等级' }, grades: { 从轻: [0, 1000] } },
      events: [['2026-03-02T09:00', 'penaltyDecided', { 等级: '从轻', 金额: '5000' }]],
    },
  ],
})
