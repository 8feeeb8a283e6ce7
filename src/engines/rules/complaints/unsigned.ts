import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-47 转办件未签收: a unit to which a complaint was referred neither signed for it nor sent it back.
 *
 * Basis: local hotline rules (RX-05: one or two working days to take it or return it).
 */
export const referralUnsigned = deadlineRule({
  code: 'SV-47',
  subject: 'complaint',
  title: { zh: '转办件未签收', en: 'Referred complaint not signed for' },
  basis: {
    zh: '热线工单转办规定（地方）：两个工作日内签收或退回',
    en: 'Local rules on referred orders: taken or returned within two working days',
  },
  explanation: {
    zh: '转办后应在期限内签收，或者说明理由退回。',
    en: 'What was referred is signed for, or sent back with a reason, within the limit.',
  },
  confidence: 'L',
  from: 'complaintAssigned',
  until: ['complaintSigned', 'complaintReturned', 'complaintHandled', 'complaintReplied'],
  duty: { zh: '签收转办件', en: 'Signing for the referral' },
  unit: 'workingDays',
  limit: [{ from: ALWAYS, value: 2 }],
  warn: 1,
  red: 3,
  examples: [
    {
      text: { zh: '次日签收', en: 'signed for the next day' },
      fires: false,
      at: '2026-03-20T09:00',
      events: [
        ['2026-03-02T09:00', 'complaintAssigned'],
        ['2026-03-03T09:00', 'complaintSigned'],
      ],
    },
    {
      text: { zh: '一直没有签收', en: 'never signed for' },
      fires: true,
      at: '2026-03-20T09:00',
      profile: { meanings: { complaintAssigned: 'complaintAssigned', complaintSigned: 'complaintSigned' } },
      events: [['2026-03-02T09:00', 'complaintAssigned']],
    },
  ],
})
