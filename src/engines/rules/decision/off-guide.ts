import { activityAt, eventRule } from '../event-rule.ts'

/**
 * SV-27 偏离公示的办事指南: a decision taken with other materials, other steps, other people, another limit or another version than the guide
 * that was published when the application came. Which it was is the name of the activity; the log compares, this rule speaks.
 *
 * Basis: 《行政许可法》第三十条 (what is published), 第七十二条; ESUP-05.
 */
export const offGuide = eventRule({
  code: 'SV-27',
  kind: 'content',
  subject: 'case',
  title: { zh: '偏离公示的办事指南', en: 'Off the published guide' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第三十条、第七十二条', en: 'Administrative Licensing Law Art. 30 and 72' },
  explanation: {
    zh: '办理应与申请时公示的指南一致：材料、环节、人员、时限、版本，任何一项偏离都列出。',
    en: 'A case is handled as the guide said when it came: materials, steps, persons, limit and version. Any deviation is listed.',
  },
  confidence: 'C',
  of: 'offGuide',
  fault: (watched, event) => {
    const what = activityAt(watched, event)
    return { because: { zh: `与公示的指南不符：${what}`, en: `not as the published guide says: ${what}` } }
  },
  examples: [
    {
      text: { zh: '按指南办理', en: 'handled by the guide' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { meanings: { received: 'received', 偏离: 'offGuide' } },
      events: [['2026-03-02T09:00', 'received']],
    },
    {
      text: { zh: '要了指南以外的材料', en: 'a paper that the guide does not list' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-03T09:00', 'offGuide'],
      ],
    },
  ],
})
