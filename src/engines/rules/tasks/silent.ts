import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-53 任务久无进展: a task was given and for thirty days nobody reported anything.
 *
 * Basis: local rules on directives (DC-04); the number is a setting.
 */
export const taskSilent = deadlineRule({
  code: 'SV-53',
  subject: 'task',
  title: { zh: '任务久无进展', en: 'No word on a task' },
  basis: {
    zh: '重点工作督办规定（地方）：至少每月报告一次进展',
    en: 'Local rules on directives: progress is reported at least once a month',
  },
  explanation: { zh: '任务下达后应在期限内首次报告进展。', en: 'The first report comes within the limit.' },
  confidence: 'L',
  from: 'taskSet',
  until: ['taskReported', 'taskDone', 'taskClosed'],
  duty: { zh: '报告进展', en: 'Reporting on the task' },
  unit: 'calendarDays',
  limit: [{ from: ALWAYS, value: 30 }],
  warn: 5,
  red: 5,
  examples: [
    {
      text: { zh: '二十日后报告', en: 'reported after twenty days' },
      fires: false,
      at: '2026-06-20T09:00',
      events: [
        ['2026-03-02T09:00', 'taskSet'],
        ['2026-03-22T09:00', 'taskReported'],
      ],
    },
    {
      text: { zh: '两个月没有报告', en: 'two months without a word' },
      fires: true,
      at: '2026-06-20T09:00',
      profile: { meanings: { taskSet: 'taskSet', taskReported: 'taskReported' } },
      events: [['2026-03-02T09:00', 'taskSet']],
    },
  ],
})
