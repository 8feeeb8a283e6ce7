import { eventRule, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

/**
 * SV-61 插队叫号: a ticket was called before others that were drawn earlier, and no reason was written.
 *
 * Basis: rules of the hall on order and priority (local): priority has a named reason.
 */
export const outOfTurn = eventRule({
  code: 'SV-61',
  kind: 'process',
  subject: 'hall',
  title: { zh: '插队叫号', en: 'Called out of turn' },
  level: 'yellow',
  basis: { zh: '政务大厅叫号规定（地方）', en: 'Local rules of the hall on calling' },
  explanation: {
    zh: '优先叫号须写明理由（老年人、残疾人、军人等）。',
    en: 'Whoever is called before the turn has a named reason.',
  },
  confidence: 'L',
  of: 'calledOutOfTurn',
  needs: (reading) => lacksColumn(reading, 'reason'),
  fault: (watched, event) =>
    textAt(watched, event, 'reason') === undefined
      ? { because: { zh: '未按顺序叫号，没有写明理由', en: 'called out of turn, and no reason given' } }
      : undefined,
  examples: [
    {
      text: { zh: '有优先理由', en: 'with a reason' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { reason: '理由' } },
      events: [['2026-03-02T09:00', 'calledOutOfTurn', { 理由: '残疾人优先' }]],
    },
    {
      text: { zh: '没有理由', en: 'without' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { reason: '理由' } },
      events: [['2026-03-02T09:00', 'calledOutOfTurn']],
    },
  ],
})
