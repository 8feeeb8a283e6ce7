import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-62 等候超过标准: a ticket was not called within the time the hall promises.
 *
 * Basis: service standard of the hall (local); minutes are a setting.
 */
export const waitedTooLong = deadlineRule({
  code: 'SV-62',
  subject: 'hall',
  title: { zh: '等候超过标准', en: 'Waited longer than the standard' },
  basis: { zh: '政务大厅服务标准（地方）', en: 'Local service standard of the hall' },
  explanation: {
    zh: '取号后应在公布的时间内叫号；超过三十分钟亮黄牌，再过三十分钟亮红牌。',
    en: 'A ticket is called within the published time: yellow after thirty minutes, red thirty minutes later.',
  },
  confidence: 'L',
  from: 'ticketDrawn',
  until: ['ticketCalled', 'calledOutOfTurn', 'ticketServed'],
  duty: { zh: '叫号', en: 'Calling the ticket' },
  unit: 'minutes',
  limit: [{ from: ALWAYS, value: 30 }],
  warn: 10,
  red: 30,
  examples: [
    {
      text: { zh: '二十五分钟叫号', en: 'called after twenty-five minutes' },
      fires: false,
      at: '2026-03-02T12:00',
      events: [
        ['2026-03-02T09:00', 'ticketDrawn'],
        ['2026-03-02T09:25', 'ticketCalled'],
      ],
    },
    {
      text: { zh: '四十分钟叫号', en: 'called after forty minutes' },
      fires: true,
      at: '2026-03-02T12:00',
      events: [
        ['2026-03-02T09:00', 'ticketDrawn'],
        ['2026-03-02T09:40', 'ticketCalled'],
      ],
    },
  ],
})
