import { deadlineRule } from '../deadline-rule.ts'

/**
 * SV-92 公开申请逾期未答复: no answer within twenty working days of receipt, forty where it was extended.
 *
 * Basis: 《政府信息公开条例》第三十三条 (XG-05), revised with effect from 2019-05-15.
 */
export const disclosureUnanswered = deadlineRule({
  code: 'SV-92',
  subject: 'complaint',
  title: { zh: '公开申请逾期未答复', en: 'Disclosure request not answered in time' },
  basis: { zh: '《政府信息公开条例》第三十三条', en: 'Regulation on Open Government Information Art. 33' },
  explanation: {
    zh: '不能当场答复的，应在二十个工作日内答复，经负责人同意可延长不超过二十个工作日。',
    en: 'Answered at once or within twenty working days; the head may extend it by at most twenty.',
  },
  confidence: 'C',
  from: 'disclosureAsked',
  until: ['disclosureAnswered'],
  duty: { zh: '答复公开申请', en: 'Answering the request' },
  unit: 'workingDays',
  limit: [{ from: '2019-05-15', value: 20 }],
  warn: 2,
  red: 5,
  longer: { by: 'extended', values: [{ from: '2019-05-15', value: 20 }] },
  examples: [
    {
      text: { zh: '第二十个工作日答复', en: 'answered on working day twenty' },
      fires: false,
      at: '2026-12-20T09:00',
      events: [
        ['2026-03-02T09:00', 'disclosureAsked'],
        ['2026-03-30T17:00', 'disclosureAnswered'],
      ],
    },
    {
      text: { zh: '逾期没有答复', en: 'no answer in time' },
      fires: true,
      at: '2026-12-20T09:00',
      profile: { meanings: { disclosureAsked: 'disclosureAsked', disclosureAnswered: 'disclosureAnswered' } },
      events: [['2026-03-02T09:00', 'disclosureAsked']],
    },
  ],
})
