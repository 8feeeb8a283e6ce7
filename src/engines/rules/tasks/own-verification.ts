import { eventRule, lastBefore, personAt } from '../event-rule.ts'
import { lacksMeaning } from '../needs.ts'

/**
 * SV-55 自办自验: the person who reported a task done also verified it.
 *
 * Basis: 销号管理、不相容岗位分离 (local).
 */
export const ownVerification = eventRule({
  code: 'SV-55',
  kind: 'process',
  subject: 'task',
  title: { zh: '自办自验', en: 'Verified by who did it' },
  level: 'yellow',
  basis: {
    zh: '不相容岗位分离制度；销号管理规定（地方）',
    en: 'Separation of posts; local rules on closing tasks',
  },
  explanation: { zh: '完成任务的人不得核验自己的任务。', en: 'Nobody verifies their own work.' },
  confidence: 'L',
  of: 'taskVerified',
  needs: (reading) => lacksMeaning(reading, 'taskDone'),
  fault: (watched, event) => {
    const done = lastBefore(watched, 'taskDone', event)
    const person = personAt(watched, event)
    return done >= 0 && person !== undefined && personAt(watched, done) === person
      ? {
          events: [done],
          because: { zh: `“${person}”完成，又由“${person}”核验`, en: `done and verified by "${person}"` },
        }
      : undefined
  },
  examples: [
    {
      text: { zh: '他人核验', en: 'verified by another' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'taskDone', { by: '李' }],
        ['2026-03-06T09:00', 'taskVerified', { by: '王' }],
      ],
    },
    {
      text: { zh: '自己核验', en: 'verified by oneself' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'taskDone', { by: '李' }],
        ['2026-03-06T09:00', 'taskVerified', { by: '李' }],
      ],
    },
  ],
})
