import { defineRule } from '../rule.ts'
import { firstOf } from '../watched.ts'
import { checkPath, lacksPath } from './left-path.ts'

/**
 * SV-06 跳过环节: a step of the published path was left out.
 *
 * Basis: 《行政许可法》第三十条, 第七十二条; JC-07 (step skipped, signature missing).
 */
export const skippedStep = defineRule({
  code: 'SV-06',
  kind: 'process',
  subject: 'case',
  title: { zh: '跳过公布的环节', en: 'Published step skipped' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第三十条、第七十二条；电子监察规则关于流程的规定（地方）',
    en: 'Administrative Licensing Law Art. 30 and 72; local supervision rules on procedure',
  },
  explanation: {
    zh: '公布的流程中必经的环节没有进行，就进入了后一环节或者办结。',
    en: 'A step that the published path requires was not taken before a later one, or before the case was concluded.',
  },
  confidence: 'L',
  enabled: true,
  looksAt: 'sequence',
  numbers: {},
  lacks: lacksPath,
  check: checkPath({
    rule: 'SV-06',
    ofDeviation: ({ kind, steps }) => {
      const [zh, en] = [steps.join('、'), steps.join(', ')]
      if (kind === 'skipped')
        return { zh: `之前应有的环节没有进行：${zh}`, en: `required steps before it were left out: ${en}` }
      return kind === 'unfinished'
        ? { zh: `办结时尚缺环节：${zh}`, en: `concluded without: ${en}` }
        : undefined
    },
    ofPair: (watched, { first, then, names }) => {
      const after = firstOf(watched, then)
      if (after < 0 || firstOf(watched, first) >= 0) return undefined
      return {
        events: [after],
        said: { zh: `有“${names[1]}”而没有“${names[0]}”`, en: `"${names[1]}" without "${names[0]}"` },
      }
    },
  }),
  examples: [
    {
      text: { zh: '没有审查就决定', en: 'decided without a review' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: {
        path: ['accepted', '审查', 'decided'],
        meanings: { accepted: 'accepted', decided: 'decided' },
      },
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-03T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '可以省略的环节', en: 'a step that may be left out' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: {
        path: ['accepted', { optional: ['听证'] }, 'decided'],
        meanings: { accepted: 'accepted', decided: 'decided' },
      },
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-03T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '必须在先的环节始终没有', en: 'what must come first never came' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { precedence: [{ first: '审查', then: '签发' }] },
      events: [['2026-03-02T09:00', '签发']],
    },
  ],
})
