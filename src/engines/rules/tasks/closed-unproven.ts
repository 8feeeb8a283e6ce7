import { eventRule, lastBefore } from '../event-rule.ts'
import { lacksMeaning } from '../needs.ts'

/**
 * SV-52 无佐证销号: a task was closed and nothing shows that it was done.
 *
 * Basis: 销号管理 (local): evidence, then verification, then closing.
 */
export const taskClosedUnproven = eventRule({
  code: 'SV-52',
  kind: 'content',
  subject: 'task',
  title: { zh: '无佐证销号', en: 'Task closed without evidence' },
  level: 'yellow',
  basis: { zh: '重点工作销号管理规定（地方）', en: 'Local rules on closing tasks' },
  explanation: { zh: '销号之前须有佐证材料。', en: 'Evidence comes before closing.' },
  confidence: 'L',
  of: 'taskClosed',
  needs: (reading) => lacksMeaning(reading, 'taskEvidence'),
  fault: (watched, event) =>
    lastBefore(watched, 'taskEvidence', event) < 0
      ? { because: { zh: '销号之前没有任何佐证', en: 'closed without any evidence' } }
      : undefined,
  examples: [
    {
      text: { zh: '有佐证', en: 'with evidence' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'taskEvidence'],
        ['2026-03-06T09:00', 'taskClosed'],
      ],
    },
    {
      text: { zh: '没有佐证', en: 'without' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { meanings: { taskEvidence: 'taskEvidence' } },
      events: [
        ['2026-03-02T09:00', 'taskSet'],
        ['2026-03-06T09:00', 'taskClosed'],
      ],
    },
  ],
})
