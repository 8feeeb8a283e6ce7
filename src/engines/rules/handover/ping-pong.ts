import { eventRule, textAt } from '../event-rule.ts'
import { ALWAYS } from '../rule.ts'
import { eventsOf } from '../watched.ts'

/**
 * SV-29 来回移交: a matter went to more units than it may, or came back to one that had passed it on.
 *
 * Basis: 首问负责制、推诿 as a fault of efficiency (local); ESUP-07. The number is a setting.
 */
export const pingPong = eventRule({
  code: 'SV-29',
  kind: 'process',
  subject: 'case',
  title: { zh: '来回移交', en: 'Sent round between units' },
  level: 'yellow',
  basis: { zh: '首问负责制（地方）；推诿的认定', en: 'Local rules on first responsibility; shirking' },
  explanation: {
    zh: '移交超过规定次数，或者移交给曾经推出的单位，列为推诿。',
    en: 'More transfers than allowed, or a transfer to a unit that had already passed it on, is listed as shirking.',
  },
  confidence: 'L',
  of: 'transferred',
  numbers: {
    transfersAllowed: {
      title: { zh: '允许的移交次数', en: 'Transfers allowed' },
      unit: 'times',
      values: [{ from: ALWAYS, value: 2 }],
    },
  },
  fault: (watched, event, { transfersAllowed = 0 }) => {
    const earlier = eventsOf(watched, 'transferred').filter((one) => one <= event)
    const to = textAt(watched, event, 'to')
    const again = to !== undefined && earlier.some((one) => one < event && textAt(watched, one, 'to') === to)
    if (!again && earlier.length <= transfersAllowed) return undefined
    return {
      events: earlier,
      because: again
        ? {
            zh: `第 ${earlier.length} 次移交，又移交给“${to}”`,
            en: `transfer ${earlier.length}, to "${to}" once more`,
          }
        : {
            zh: `第 ${earlier.length} 次移交，最多 ${transfersAllowed} 次`,
            en: `transfer ${earlier.length}; at most ${transfersAllowed}`,
          },
    }
  },
  examples: [
    {
      text: { zh: '移交一次', en: 'transferred once' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { to: '去向' } },
      events: [['2026-03-02T09:00', 'transferred', { 去向: '住建局' }]],
    },
    {
      text: { zh: '第三次移交', en: 'a third transfer' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { to: '去向' } },
      events: [
        ['2026-03-02T09:00', 'transferred', { 去向: '甲' }],
        ['2026-03-03T09:00', 'transferred', { 去向: '乙' }],
        ['2026-03-04T09:00', 'transferred', { 去向: '丙' }],
      ],
    },
    {
      text: { zh: '又回到原单位', en: 'back to the same unit' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { to: '去向' } },
      events: [
        ['2026-03-02T09:00', 'transferred', { 去向: '甲' }],
        ['2026-03-03T09:00', 'transferred', { 去向: '甲' }],
      ],
    },
  ],
})
