import { activityAt, eventRule } from '../event-rule.ts'

/**
 * SV-28 推出本单位职责内的事: turned away as not ours, though it stands on the unit’s own list of functions.
 *
 * Basis: 《优化营商环境条例》第三十六条; 权责清单制度; ESUP-07, JC-10.
 */
export const ownMatterRefused = eventRule({
  code: 'SV-28',
  kind: 'content',
  subject: 'case',
  title: { zh: '推出本单位职责内的事', en: 'Refused a matter on the own list' },
  level: 'notice',
  basis: {
    zh: '权责清单制度；电子监察规则关于不受理的规定（地方）',
    en: 'The lists of powers and duties; local supervision rules on refusing to accept',
  },
  explanation: {
    zh: '以“不属于本单位”为由推出清单上的事项，发现即提示。地域、级别管辖确实不在本单位的，转告正确的机关并不违规，由人核实。',
    en: 'Turning away as not ours what stands on the own list is noticed at once. Where place or level is another’s, sending on is right: a person looks.',
  },
  confidence: 'L',
  of: 'ownMatterRefused',
  fault: (watched, event) => ({
    because: {
      zh: `${activityAt(watched, event)}：该事项在本单位清单上`,
      en: `${activityAt(watched, event)}: the matter stands on the own list`,
    },
  }),
  examples: [
    {
      text: { zh: '确实不属于本单位', en: 'really not ours' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { meanings: { declined: 'declined', 推出: 'ownMatterRefused' } },
      events: [['2026-03-02T09:00', 'declined']],
    },
    {
      text: { zh: '清单上有', en: 'it is on the list' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [['2026-03-02T09:00', 'ownMatterRefused']],
    },
  ],
})
