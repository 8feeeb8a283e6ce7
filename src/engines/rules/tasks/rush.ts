import { eventRule } from '../event-rule.ts'
import { DAY_MS } from '#engines/calendar/index.ts'
import { ALWAYS } from '../rule.ts'
import { instantOf } from '../watched.ts'

/**
 * SV-54 久拖后突击销号: nothing for a month, and then everything at once up to closing.
 *
 * Basis: local supervision of 突击销号; the numbers are settings.
 */
export const taskRush = eventRule({
  code: 'SV-54',
  kind: 'process',
  subject: 'task',
  title: { zh: '久拖后突击销号', en: 'Silence, then a rush to close' },
  level: 'notice',
  basis: { zh: '重点工作督办规定（地方）', en: 'Local rules on directives' },
  explanation: {
    zh: '沉寂达到规定日数之后，在规定工作日内突击报告并销号的，列出核实。',
    en: 'After so many days of silence, reported and closed within so few working days: listed to be checked.',
  },
  confidence: 'L',
  of: 'taskClosed',
  numbers: {
    silentDays: {
      title: { zh: '沉寂的日数', en: 'Days of silence' },
      unit: 'calendarDays',
      values: [{ from: ALWAYS, value: 30 }],
    },
    rushWorkingDays: {
      title: { zh: '突击的工作日', en: 'Working days of the rush' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 3 }],
    },
  },
  fault: (watched, event, { silentDays = 0, rushWorkingDays = 0 }) => {
    for (let before = event - 1; before > watched.from; before--) {
      const [since, woken] = [instantOf(watched, before - 1), instantOf(watched, before)]
      if (woken - since < silentDays * DAY_MS) continue
      const days = watched.reading.time.workingDays(woken, instantOf(watched, event))
      if (days > rushWorkingDays) return undefined
      return {
        events: [before - 1, before],
        because: (say) => ({
          zh: `自 ${say.instant(since)} 起沉寂到 ${say.instant(woken)}，此后 ${days} 个工作日内销号`,
          en: `silent from ${say.instant(since)} to ${say.instant(woken)}, then closed within ${days} working days`,
        }),
      }
    }
    return undefined
  },
  examples: [
    {
      text: { zh: '按月报告', en: 'reported every month' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'taskSet'],
        ['2026-03-22T09:00', 'taskReported'],
        ['2026-04-12T09:00', 'taskReported'],
        ['2026-04-14T09:00', 'taskClosed'],
      ],
    },
    {
      text: { zh: '两个月后两天内销号', en: 'two months of silence, closed within two days' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'taskSet'],
        ['2026-05-11T09:00', 'taskReported'],
        ['2026-05-12T09:00', 'taskClosed'],
      ],
    },
  ],
})
