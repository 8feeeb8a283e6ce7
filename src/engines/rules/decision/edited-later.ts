import { eventRule, lastBefore, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

/**
 * SV-37 办结后改动记录: what was decided was changed afterwards without a document that says why.
 *
 * Basis: 《行政许可法》第八条 (a decision in force is not changed at will); local rules on corrections.
 */
export const editedLater = eventRule({
  code: 'SV-37',
  kind: 'content',
  subject: 'case',
  title: { zh: '办结后改动记录', en: 'Record changed after the decision' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第八条；记录更正规定（地方）',
    en: 'Administrative Licensing Law Art. 8; local rules on corrections',
  },
  explanation: {
    zh: '决定之后改动记录须有更正文书。',
    en: 'A record is changed after the decision only with a document.',
  },
  confidence: 'L',
  of: 'edited',
  needs: (reading) => lacksColumn(reading, 'document'),
  fault: (watched, event) => {
    const decided = lastBefore(watched, 'decided', event)
    if (decided < 0 || textAt(watched, event, 'document') !== undefined) return undefined
    return {
      events: [decided],
      because: { zh: '决定之后改动记录，没有更正文书', en: 'changed after the decision without a document' },
    }
  },
  examples: [
    {
      text: { zh: '决定之前改动', en: 'changed before the decision' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { document: '文书' } },
      events: [
        ['2026-03-02T09:00', 'edited'],
        ['2026-03-03T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '有文书', en: 'with a document' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { document: '文书' } },
      events: [
        ['2026-03-02T09:00', 'decided'],
        ['2026-03-03T09:00', 'edited', { 文书: '更正1号' }],
      ],
    },
    {
      text: { zh: '没有文书', en: 'without one' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { document: '文书' } },
      events: [
        ['2026-03-02T09:00', 'decided'],
        ['2026-03-03T09:00', 'edited'],
      ],
    },
  ],
})
