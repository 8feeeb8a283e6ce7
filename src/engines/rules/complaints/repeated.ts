import { eventRule } from '../event-rule.ts'
import { ALWAYS } from '../rule.ts'
import { eventsOf } from '../watched.ts'

/**
 * SV-45 重复投诉: the same matter came again after it was called closed.
 *
 * Basis: RX-09 (local): what comes again is supervised; three times is red. The number is a setting.
 */
export const complaintRepeated = eventRule({
  code: 'SV-45',
  kind: 'content',
  subject: 'complaint',
  title: { zh: '重复投诉', en: 'Repeated complaint' },
  level: 'notice',
  basis: { zh: '热线、投诉督办规定（地方）', en: 'Local rules on supervising complaints' },
  explanation: {
    zh: '同一事项办结后又投诉的提示；达到规定次数的亮红牌。',
    en: 'A matter that comes again after closing is noticed; so many times is red.',
  },
  confidence: 'L',
  of: 'complaintRepeated',
  numbers: {
    redTimes: {
      title: { zh: '第几次起亮红牌', en: 'Red from this time on' },
      unit: 'times',
      values: [{ from: ALWAYS, value: 3 }],
    },
  },
  fault: (watched, event, { redTimes = 0 }) => {
    const times = eventsOf(watched, 'complaintRepeated').filter((one) => one <= event).length
    return {
      level: times >= redTimes ? 'red' : 'notice',
      because: { zh: `同一事项第 ${times} 次再投诉`, en: `complained of again, time ${times}` },
    }
  },
  examples: [
    {
      text: { zh: '没有再投诉', en: 'it did not come again' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { meanings: { complaintReceived: 'complaintReceived', 再投诉: 'complaintRepeated' } },
      events: [['2026-03-02T09:00', 'complaintReceived']],
    },
    {
      text: { zh: '又来投诉', en: 'it came again' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintClosed'],
        ['2026-04-02T09:00', 'complaintRepeated'],
      ],
    },
  ],
})
