import { eventRule, personAt } from '../event-rule.ts'
import { attributeOf } from '#engines/histories/index.ts'
import { lacksCaseColumn } from '../needs.ts'

/**
 * SV-42 由被投诉人办理: the person complained about handled, answered or closed the complaint.
 *
 * Basis: 回避 (效能投诉办理办法): nobody judges in their own cause.
 */
export const handledByAccused = eventRule({
  code: 'SV-42',
  kind: 'process',
  subject: 'complaint',
  title: { zh: '由被投诉人办理', en: 'Handled by the accused' },
  level: 'red',
  basis: { zh: '回避制度；效能投诉办理办法（地方）', en: 'Recusal; local rules on efficiency complaints' },
  explanation: {
    zh: '投诉不得由被投诉人办理、答复或者办结。',
    en: 'A complaint is not handled, answered or closed by whom it is about.',
  },
  confidence: 'C',
  of: 'complaintHandled',
  needs: (reading) => lacksCaseColumn(reading, 'accused'),
  fault: (watched, event) => {
    const accused = attributeOf(watched.reading.caseColumn('accused'), watched.caseIndex)
    const person = personAt(watched, event)
    return accused !== undefined && person === accused
      ? {
          because: {
            zh: `被投诉人“${accused}”办理了对自己的投诉`,
            en: `"${accused}" handled the complaint about themselves`,
          },
        }
      : undefined
  },
  examples: [
    {
      text: { zh: '他人办理', en: 'handled by another' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { case: { accused: '被投诉人' } },
      attributes: { 被投诉人: '王' },
      events: [['2026-03-02T09:00', 'complaintHandled', { by: '李' }]],
    },
    {
      text: { zh: '被投诉人办理', en: 'handled by the accused' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { case: { accused: '被投诉人' } },
      attributes: { 被投诉人: '王' },
      events: [['2026-03-02T09:00', 'complaintHandled', { by: '王' }]],
    },
  ],
})
