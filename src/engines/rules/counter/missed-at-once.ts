import { eventRule, lastBefore } from '../event-rule.ts'
import { ALWAYS } from '../rule.ts'
import { instantOf } from '../watched.ts'

/**
 * SV-63 叫号即过号: a ticket was called and marked as a no-show before anybody could have come.
 *
 * Basis: rules of the hall on calling (local); the seconds are a setting.
 */
export const missedAtOnce = eventRule({
  code: 'SV-63',
  kind: 'process',
  subject: 'hall',
  title: { zh: '叫号即过号', en: 'Passed over at once' },
  level: 'yellow',
  basis: { zh: '政务大厅叫号规定（地方）', en: 'Local rules of the hall on calling' },
  explanation: {
    zh: '叫号后须等候规定时间才可过号。',
    en: 'A ticket is passed over only after the stated time.',
  },
  confidence: 'L',
  of: 'ticketMissed',
  numbers: {
    waitSeconds: {
      title: { zh: '叫号后等候的秒数', en: 'Seconds to wait after the call' },
      unit: 'seconds',
      values: [{ from: ALWAYS, value: 60 }],
    },
  },
  fault: (watched, event, { waitSeconds = 0 }) => {
    const called = lastBefore(watched, 'ticketCalled', event)
    if (called < 0) return { because: { zh: '没有叫号就过号', en: 'passed over without being called' } }
    const seconds = Math.floor((instantOf(watched, event) - instantOf(watched, called)) / 1000)
    return seconds < waitSeconds
      ? {
          events: [called],
          because: { zh: `叫号 ${seconds} 秒后即过号`, en: `passed over ${seconds} seconds after the call` },
        }
      : undefined
  },
  examples: [
    {
      text: { zh: '等候两分钟', en: 'after two minutes' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'ticketCalled'],
        ['2026-03-02T09:02', 'ticketMissed'],
      ],
    },
    {
      text: { zh: '五秒后过号', en: 'after five seconds' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00:00', 'ticketCalled'],
        ['2026-03-02T09:00:05', 'ticketMissed'],
      ],
    },
  ],
})
