import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-35 网上预审超时: an application sent online lay unread.
 *
 * Basis: JC-03, XK-19: two working days (local).
 */
export const precheckLate = deadlineRule({
  code: 'SV-35',
  subject: 'case',
  title: { zh: '网上预审超时', en: 'Online pre-check late' },
  basis: { zh: '网上预审时限规定（地方）', en: 'Local rules on online pre-checks' },
  explanation: {
    zh: '网上申请应在两个工作日内预审；超过亮黄牌，再过三个工作日亮红牌。',
    en: 'An online application is looked at within two working days; yellow past them, red three working days later.',
  },
  confidence: 'L',
  from: 'precheckAsked',
  until: ['precheckAnswered'],
  duty: { zh: '完成预审', en: 'Pre-checking the application' },
  unit: 'workingDays',
  limit: [{ from: ALWAYS, value: 2 }],
  warn: 1,
  red: 3,
  examples: [
    {
      text: { zh: '次日预审', en: 'checked the next day' },
      fires: false,
      at: '2026-03-20T09:00',
      events: [
        ['2026-03-02T09:00', 'precheckAsked'],
        ['2026-03-03T09:00', 'precheckAnswered'],
      ],
    },
    {
      text: { zh: '第四个工作日预审', en: 'checked on the fourth working day' },
      fires: true,
      at: '2026-03-20T09:00',
      events: [
        ['2026-03-02T09:00', 'precheckAsked'],
        ['2026-03-06T09:00', 'precheckAnswered'],
      ],
    },
  ],
})
