import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED } from '../rule.ts'
import { eventsOf, firstEventOf, instantOf } from '../watched.ts'

/**
 * SV-30 超出清单设卡: a refusal on a condition of no list or on an order of the office, a demand for papers that a pledge waived,
 * a filing refused, a decision dated otherwise. The act was kept from happening; that it was tried is looked at.
 *
 * Basis: 《行政许可法》第三十一条 (nothing beyond the list), 第七十二条 (what may not be done); 《优化营商环境条例》第四十条.
 */
export const beyondList = defineRule({
  code: 'SV-30',
  kind: 'content',
  subject: 'case',
  title: { zh: '超出清单设卡', en: 'A hurdle of no list' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第三十一条、第七十二条；《优化营商环境条例》第四十条',
    en: 'Administrative Licensing Law Art. 31 and 72; Regulation on the Business Environment Art. 40',
  },
  explanation: {
    zh: '不得以清单以外的条件、内部要求不予，不得索要已免交的材料，备案没有不予，决定不得倒签。',
    en: 'No refusal on a condition of no list or an order of the office, no demand for waived papers, no refused filing, no other date.',
  },
  confidence: 'C',
  enabled: true,
  about: 'beyondList',
  numbers: {},
  lacks: (reading) => lacksMeaning(reading, 'beyondList'),
  check: (watched) => {
    const first = firstEventOf(watched, meaning.beyondList)
    if (first < 0) return NOT_CONCERNED
    const { reading, caseIndex } = watched
    const at = instantOf(watched, first)
    const activity = reading.histories.activities[reading.histories.activity[first] as number] ?? ''
    return [
      {
        rule: 'SV-30',
        level: 'yellow',
        caseIndex,
        at,
        events: eventsOf(watched, 'beyondList'),
        because: (say) => ({
          zh: `${say.instant(at)} 试图“${activity}”，系统未准`,
          en: `"${activity}" was tried at ${say.instant(at)} and refused`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '按清单不予', en: 'refused by the list' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { meanings: { 受理: 'accepted', 决定: 'decided', 另设条件: 'beyondList' } },
      events: [
        ['2026-03-02T09:00', '受理'],
        ['2026-03-06T09:00', '决定'],
      ],
    },
    {
      text: { zh: '试图以清单以外的条件不予', en: 'a refusal on a condition of no list, tried' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-06T09:00', 'beyondList'],
      ],
    },
  ],
})
