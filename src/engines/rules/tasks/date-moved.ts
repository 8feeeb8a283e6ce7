import { eventRule, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'
import { ALWAYS } from '../rule.ts'
import { eventsOf } from '../watched.ts'

/**
 * SV-51 任务期限擅自变更: the date of a task moved without an approved document, or once too often.
 *
 * Basis: DC-04 (local): only an approved change of the plan moves the colour.
 */
export const taskDateMoved = eventRule({
  code: 'SV-51',
  kind: 'process',
  subject: 'task',
  title: { zh: '任务期限擅自变更', en: 'Task date moved without leave' },
  level: 'yellow',
  basis: {
    zh: '重点工作督办规定（地方）：期限调整须经批准',
    en: 'Local rules on directives: a date moves only with approval',
  },
  explanation: {
    zh: '调整期限须有批准文书，且不超过规定次数。',
    en: 'A date moves with an approved document, and not more often than allowed.',
  },
  confidence: 'L',
  of: 'taskMoved',
  numbers: {
    movesAllowed: {
      title: { zh: '允许的调整次数', en: 'Changes allowed' },
      unit: 'times',
      values: [{ from: ALWAYS, value: 1 }],
    },
  },
  needs: (reading) => lacksColumn(reading, 'document'),
  fault: (watched, event, { movesAllowed = 0 }) => {
    const moves = eventsOf(watched, 'taskMoved').filter((one) => one <= event).length
    if (textAt(watched, event, 'document') === undefined)
      return { because: { zh: '调整期限没有批准文书', en: 'the date moved without an approved document' } }
    return moves > movesAllowed
      ? { because: { zh: `第 ${moves} 次调整期限`, en: `the date moved for the ${moves}. time` } }
      : undefined
  },
  examples: [
    {
      text: { zh: '批准调整一次', en: 'moved once with approval' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { document: '文书' } },
      events: [['2026-03-02T09:00', 'taskMoved', { 文书: '批1' }]],
    },
    {
      text: { zh: '没有批准', en: 'without approval' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { document: '文书' } },
      events: [['2026-03-02T09:00', 'taskMoved']],
    },
    {
      text: { zh: '第二次调整', en: 'a second time' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { document: '文书' } },
      events: [
        ['2026-03-02T09:00', 'taskMoved', { 文书: '批1' }],
        ['2026-04-02T09:00', 'taskMoved', { 文书: '批2' }],
      ],
    },
  ],
})
