import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-41 投诉逾期不答复: the complainant has no answer after thirty working days, sixty where it was extended.
 *
 * Basis: XN-02 (local); a hotline with a shorter limit (RX-04: five working days) sets `SV-41.limit` for its log.
 */
export const complaintUnanswered = deadlineRule({
  code: 'SV-41',
  subject: 'complaint',
  title: { zh: '投诉逾期不答复', en: 'Complaint not answered in time' },
  basis: {
    zh: '效能投诉办理办法（地方）：三十个工作日办结，复杂的不超过六十个工作日',
    en: 'Local rules on efficiency complaints: thirty working days, sixty for complex ones',
  },
  explanation: {
    zh: '受理后应在期限内答复投诉人；届满前预警，届满亮黄牌，再过两个工作日亮红牌。热线工单的期限较短，按日志设定。',
    en: 'The complainant is answered within the limit; notice before its end, yellow past it, red two working days later. Logs of a hotline set their shorter limit.',
  },
  confidence: 'L',
  from: 'complaintAccepted',
  until: ['complaintReplied', 'complaintClosed'],
  duty: { zh: '答复投诉人', en: 'Answering the complainant' },
  unit: 'workingDays',
  limit: [{ from: ALWAYS, value: 30 }],
  warn: 2,
  red: 2,
  longer: { by: 'extended', values: [{ from: ALWAYS, value: 30 }] },
  examples: [
    {
      text: { zh: '期限内答复', en: 'answered in time' },
      fires: false,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintAccepted'],
        ['2026-04-10T09:00', 'complaintReplied'],
      ],
    },
    {
      text: { zh: '逾期没有答复', en: 'no answer in time' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { meanings: { complaintAccepted: 'complaintAccepted', complaintReplied: 'complaintReplied' } },
      events: [['2026-03-02T09:00', 'complaintAccepted']],
    },
  ],
})
