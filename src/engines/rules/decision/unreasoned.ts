import { eventRule, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

const PROFILE = { event: { basis: '依据', reasons: '理由', outcome: '结果' }, refusals: ['不予'] }
const NO_BASIS = { because: { zh: '决定没有写明依据', en: 'the decision names no basis' } }
const NO_REASONS = { because: { zh: '不予的决定没有说明理由', en: 'the refusal gives no reasons' } }

/**
 * SV-25 决定无理由或无依据: a decision that names no basis, or a refusal that gives no reasons.
 *
 * Basis: 《行政许可法》第三十八条第二款 (a refusal states its reasons and the remedies), in force from 2004-07-01; JC-08.
 */
export const unreasoned = eventRule({
  code: 'SV-25',
  kind: 'content',
  subject: 'case',
  title: { zh: '决定无理由或无依据', en: 'Decision without reasons or basis' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第三十八条', en: 'Administrative Licensing Law Art. 38' },
  explanation: {
    zh: '决定应当写明依据；不予许可的还应说明理由。',
    en: 'Every decision names its basis; a refusal gives its reasons.',
  },
  confidence: 'C',
  of: 'decided',
  needs: (reading) => lacksColumn(reading, 'basis', 'reasons'),
  fault: (watched, event) => {
    const { event: named, refusals = [] } = watched.reading.profile
    if (named.basis !== undefined && textAt(watched, event, 'basis') === undefined) return NO_BASIS
    const refused = refusals.includes(textAt(watched, event, 'outcome') ?? '')
    return refused && named.reasons !== undefined && textAt(watched, event, 'reasons') === undefined
      ? NO_REASONS
      : undefined
  },
  examples: [
    {
      text: { zh: '写明依据和理由', en: 'basis and reasons are given' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: PROFILE,
      events: [['2026-03-02T09:00', 'decided', { 依据: '第38条', 结果: '不予', 理由: '缺条件' }]],
    },
    {
      text: { zh: '不予而无理由', en: 'a refusal without reasons' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: PROFILE,
      events: [['2026-03-02T09:00', 'decided', { 依据: '第38条', 结果: '不予' }]],
    },
    {
      text: { zh: '没有依据', en: 'without a basis' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: PROFILE,
      events: [['2026-03-02T09:00', 'decided', { 结果: '准予' }]],
    },
  ],
})
