import type { Bilingual } from '#kernel/refusal.ts'
import { defineRule } from '../rule.ts'
import { firstOf } from '../watched.ts'
import { checkPath, lacksPath } from './left-path.ts'

const SAID = {
  outOfOrder: { zh: '没有按公布的顺序进行', en: 'stands out of the published order' },
  repeated: { zh: '重复进行，公布的流程中没有', en: 'came again, which the published path does not foresee' },
  unknown: { zh: '不在公布的流程之内', en: 'is not part of the published path' },
} as const

const saidOf = ({ zh, en }: Bilingual, step: string): Bilingual => ({
  zh: `“${step}”${zh}`,
  en: `"${step}" ${en}`,
})

/**
 * SV-05 程序倒置: a step was taken before one that has to come first, once more than published, or without being published.
 *
 * Basis: 「不按公示的内容、范围和程序擅自进行审批」; 《行政许可法》第三十条 (procedure is published), JC-07.
 */
export const outOfOrder = defineRule({
  code: 'SV-05',
  kind: 'process',
  subject: 'case',
  title: { zh: '未按公布的程序顺序办理', en: 'Step out of the published order' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第三十条、第七十二条；电子监察规则关于流程的规定（地方）',
    en: 'Administrative Licensing Law Art. 30 and 72; local supervision rules on procedure',
  },
  explanation: {
    zh: '环节的先后、次数与公布的流程不符，或者出现了没有公布的环节。',
    en: 'A step stands before one that must come first, comes more often than published, or is not published at all.',
  },
  confidence: 'L',
  enabled: true,
  looksAt: 'sequence',
  numbers: {},
  lacks: lacksPath,
  check: checkPath({
    rule: 'SV-05',
    ofDeviation: ({ kind, steps }) =>
      kind === 'skipped' || kind === 'unfinished' ? undefined : saidOf(SAID[kind], steps[0] ?? ''),
    ofPair: (watched, { first, then, names }) => {
      const before = firstOf(watched, first)
      const after = firstOf(watched, then)
      if (before < 0 || after < 0 || before < after) return undefined
      return {
        events: [after, before],
        said: { zh: `“${names[1]}”先于“${names[0]}”进行`, en: `"${names[1]}" came before "${names[0]}"` },
      }
    },
  }),
  examples: [
    {
      text: { zh: '先决定后审查', en: 'decided before it was reviewed' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: {
        path: ['accepted', '审查', 'decided'],
        meanings: { accepted: 'accepted', decided: 'decided' },
      },
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-03T09:00', 'decided'],
        ['2026-03-04T09:00', '审查'],
      ],
    },
    {
      text: { zh: '按公布的顺序', en: 'in the published order' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: {
        path: ['accepted', '审查', 'decided'],
        meanings: { accepted: 'accepted', decided: 'decided' },
      },
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-03T09:00', '审查'],
        ['2026-03-04T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '必须在先的环节后来才做', en: 'what must come first came later' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { precedence: [{ first: '审查', then: '签发' }] },
      events: [
        ['2026-03-02T09:00', '签发'],
        ['2026-03-03T09:00', '审查'],
      ],
    },
  ],
})
