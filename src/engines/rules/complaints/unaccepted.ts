import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-40 投诉逾期不受理: nobody said within seven working days whether the complaint is taken up.
 *
 * Basis: local rules of complaint centres (XN-01: five or seven working days); colours JC-05.
 */
export const complaintUnaccepted = deadlineRule({
  code: 'SV-40',
  subject: 'complaint',
  title: { zh: '投诉逾期不受理', en: 'Complaint not accepted in time' },
  basis: {
    zh: '效能投诉办理办法（地方）：七个工作日内决定是否受理',
    en: 'Local rules on efficiency complaints: whether it is taken up is decided within seven working days',
  },
  explanation: {
    zh: '收到投诉后应在期限内受理或说明不予受理；届满前预警，届满亮黄牌，再过两个工作日亮红牌。',
    en: 'A complaint is accepted or declined with reasons within the limit; notice before its end, yellow past it, red two working days later.',
  },
  confidence: 'L',
  from: 'complaintReceived',
  until: ['complaintAccepted', 'complaintDeclined'],
  duty: { zh: '决定是否受理', en: 'Deciding whether to accept the complaint' },
  unit: 'workingDays',
  limit: [{ from: ALWAYS, value: 7 }],
  warn: 2,
  red: 2,
  examples: [
    {
      text: { zh: '第七个工作日受理', en: 'accepted on the seventh working day' },
      fires: false,
      at: '2026-03-20T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintReceived'],
        ['2026-03-11T17:00', 'complaintAccepted'],
      ],
    },
    {
      text: { zh: '第八个工作日才受理', en: 'accepted on the eighth' },
      fires: true,
      at: '2026-03-20T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintReceived'],
        ['2026-03-12T09:00', 'complaintAccepted'],
      ],
    },
  ],
})
