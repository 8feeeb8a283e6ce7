import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { countOf, eventsOf, happened, instantOf } from '../watched.ts'

/**
 * SV-03 多次补正告知: the applicant was told a second time that something is missing.
 *
 * Basis: 《行政许可法》第三十二条第一款第四项 「一次告知」; 一次性告知制.
 */
export const secondSupplementNotice = defineRule({
  code: 'SV-03',
  kind: 'content',
  subject: 'case',
  title: { zh: '未一次性告知', en: 'Second supplement notice' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第三十二条第一款第四项；《优化营商环境条例》第三十五条',
    en: 'Administrative Licensing Law Art. 32(1)(4)',
  },
  explanation: {
    zh: '需要补正的全部内容应当一次告知。第二次告知须有法定例外并记录在案，仍列为黄牌供监察认定。',
    en: 'Everything that is missing is told once. A second notice needs a recorded legal exception and is shown to supervision in any case.',
  },
  confidence: 'C',
  enabled: true,
  looksAt: 'sequence',
  numbers: {
    noticesAllowed: {
      title: { zh: '允许的告知次数', en: 'Notices allowed' },
      unit: 'times',
      values: [{ from: '2004-07-01', value: 1 }],
    },
  },
  lacks: (reading) => lacksMeaning(reading, 'supplementNotice'),
  check: (watched, { noticesAllowed }) => {
    if (!happened(watched, meaning.supplementNotice)) return NOT_CONCERNED
    const count = countOf(watched, meaning.supplementNotice)
    if (count <= noticesAllowed) return NOTHING_FOUND
    const events = eventsOf(watched, 'supplementNotice')
    const excess = instantOf(watched, events[noticesAllowed] ?? watched.from)
    return [
      {
        rule: 'SV-03',
        level: 'yellow',
        caseIndex: watched.caseIndex,
        at: excess,
        events,
        because: (say) => ({
          zh: `共告知补正 ${count} 次，第 ${noticesAllowed + 1} 次在 ${say.instant(excess)}，应当一次告知`,
          en: `${count} supplement notices, number ${noticesAllowed + 1} at ${say.instant(excess)}; everything is to be told once`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '一次告知', en: 'told once' },
      fires: false,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-03T09:00', 'supplementNotice'],
        ['2026-03-06T09:00', 'supplemented'],
        ['2026-03-06T10:00', 'accepted'],
      ],
    },
    {
      text: { zh: '补正之后又要求补正', en: 'asked again after the supplement was handed in' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-03T09:00', 'supplementNotice'],
        ['2026-03-06T09:00', 'supplemented'],
        ['2026-03-09T09:00', 'supplementNotice'],
      ],
    },
  ],
})
