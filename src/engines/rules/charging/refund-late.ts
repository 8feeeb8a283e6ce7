import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-75 退费逾期: money that was taken wrongly is not given back in time.
 *
 * Basis: 《行政许可法》第七十五条 (what was taken without basis is returned); ten working days are local practice.
 */
export const refundLate = deadlineRule({
  code: 'SV-75',
  subject: 'charge',
  title: { zh: '退费逾期', en: 'Refund overdue' },
  basis: {
    zh: '《行政许可法》第七十五条；退费期限为地方规定',
    en: 'Administrative Licensing Law Art. 75; the time for refunds is a local rule',
  },
  explanation: { zh: '确认应退之后应在期限内退还。', en: 'What is owed back is paid back within the limit.' },
  confidence: 'L',
  from: 'refundDue',
  until: ['refunded'],
  duty: { zh: '退还费用', en: 'Paying the money back' },
  unit: 'workingDays',
  limit: [{ from: ALWAYS, value: 10 }],
  warn: 2,
  red: 5,
  examples: [
    {
      text: { zh: '第九个工作日退还', en: 'paid back on working day nine' },
      fires: false,
      at: '2026-06-20T09:00',
      events: [
        ['2026-03-02T09:00', 'refundDue'],
        ['2026-03-13T09:00', 'refunded'],
      ],
    },
    {
      text: { zh: '一直没有退还', en: 'never paid back' },
      fires: true,
      at: '2026-06-20T09:00',
      profile: { meanings: { refundDue: 'refundDue', refunded: 'refunded' } },
      events: [['2026-03-02T09:00', 'refundDue']],
    },
  ],
})
