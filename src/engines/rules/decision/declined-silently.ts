import { eventRule, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

const NO_PAPER = { because: { zh: '不予受理，没有书面凭证', en: 'declined without a paper' } }

/**
 * SV-31 不予受理无书面凭证: an application was turned away without the dated and sealed paper that can be contested.
 *
 * Basis: 《行政许可法》第三十二条第二款, in force from 2004-07-01; JC-08.
 */
export const declinedSilently = eventRule({
  code: 'SV-31',
  kind: 'content',
  subject: 'case',
  title: { zh: '不予受理无书面凭证', en: 'Declined without a paper' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第三十二条第二款', en: 'Administrative Licensing Law Art. 32(2)' },
  explanation: {
    zh: '不予受理应出具加盖专用印章、注明日期的书面凭证。',
    en: 'Who is turned away gets a dated and sealed paper.',
  },
  confidence: 'C',
  of: 'declined',
  needs: (reading) => lacksColumn(reading, 'paper'),
  fault: (watched, event) => (textAt(watched, event, 'paper') === undefined ? NO_PAPER : undefined),
  examples: [
    {
      text: { zh: '出具了凭证', en: 'with a paper' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { paper: '文书' } },
      events: [['2026-03-02T09:00', 'declined', { 文书: '不受1号' }]],
    },
    {
      text: { zh: '没有凭证', en: 'without one' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { paper: '文书' } },
      events: [['2026-03-02T09:00', 'declined']],
    },
  ],
})
