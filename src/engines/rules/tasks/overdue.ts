import type { Level } from '../finding.ts'
import { meaning } from '../meanings.ts'
import { allOf, lacksCaseColumn, lacksMeaning } from '../needs.ts'
import { ALWAYS, defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { firstAt, firstEventOf, lastEventOf } from '../watched.ts'
import { workingDayTerms } from '../working-time.ts'

/**
 * SV-50 任务逾期: a task was not done by its date: yellow past it, red so many working days later.
 *
 * Basis: DC-04, JC-06 (local): the three-colour slip. The date is the one the log states; how it moved is SV-51's business.
 */
export const taskOverdue = defineRule({
  code: 'SV-50',
  kind: 'time',
  subject: 'task',
  title: { zh: '任务逾期', en: 'Task overdue' },
  level: 'red',
  basis: {
    zh: '重点工作督办规定（地方）：三色督查单',
    en: 'Local rules on directives: the slip of three colours',
  },
  explanation: {
    zh: '到期没有完成的亮黄牌，再过规定工作日仍未完成的亮红牌。',
    en: 'Yellow past the date of the task, red when it is still not done so many working days later.',
  },
  confidence: 'L',
  enabled: true,
  about: 'taskSet',
  numbers: {
    red: {
      title: { zh: '超过几个工作日亮红牌', en: 'Red past the date' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 5 }],
    },
  },
  lacks: (reading) => allOf(lacksMeaning(reading, 'taskSet'), lacksCaseColumn(reading, 'taskDueAt')),
  check: (watched, { red }) => {
    const { taskDueAt, time } = watched.reading
    const due = taskDueAt.at(watched.caseIndex)
    if (Number.isNaN(due)) return NOT_CONCERNED
    const done = firstAt(watched, meaning.taskDone)
    const closed = Number.isNaN(done) ? watched.endedAt : done
    const reached = Number.isNaN(closed) ? watched.at : closed
    if (!(reached > due)) return NOTHING_FOUND
    const redAt = time.dueAt(due - 1, workingDayTerms(red))
    const rungs: [Level, number][] =
      reached > redAt
        ? [
            ['yellow', due],
            ['red', redAt],
          ]
        : [['yellow', due]]
    return rungs.map(([level, at]) => ({
      rule: 'SV-50',
      level,
      caseIndex: watched.caseIndex,
      at,
      events: [firstEventOf(watched, meaning.taskSet), lastEventOf(watched, meaning.taskDone)].filter(
        (one) => one >= 0,
      ),
      because: (say) => ({
        zh: `应于 ${say.expiry(due).zh} 前完成，${Number.isNaN(closed) ? '至今没有完成' : `${say.instant(closed)} 才完成`}`,
        en: `due ${say.expiry(due).en}, ${Number.isNaN(closed) ? 'not done yet' : `done at ${say.instant(closed)}`}`,
      }),
    }))
  },
  examples: [
    {
      text: { zh: '当天完成', en: 'done on the day' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { case: { taskDueAt: '期限' } },
      attributes: { 期限: '2026-03-20' },
      events: [
        ['2026-03-02T09:00', 'taskSet'],
        ['2026-03-20T18:00', 'taskDone'],
      ],
    },
    {
      text: { zh: '次日完成', en: 'done the next day' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { case: { taskDueAt: '期限' } },
      attributes: { 期限: '2026-03-20' },
      events: [
        ['2026-03-02T09:00', 'taskSet'],
        ['2026-03-21T00:00:01', 'taskDone'],
      ],
    },
  ],
})
