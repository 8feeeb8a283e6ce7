import type { Bilingual } from '#kernel/refusal.ts'
import type { Hit } from '../finding.ts'
import type { Deviation } from '../path/index.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { firstOf, instantOf, type Watched } from '../watched.ts'
import { keptPath, leftPath } from './left-path.ts'

/**
 * SV-05 程序倒置: a step was taken before one that has to come first, once more than published, or without being published.
 *
 * Basis: 「不按公示的内容、范围和程序擅自进行审批」; 《行政许可法》第三十条 (procedure is published), JC-07.
 */
export const outOfOrder = defineRule({
  code: 'SV-05',
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
  lacks: ({ path, precedence }) =>
    path || precedence.length > 0
      ? undefined
      : { zh: '日志说明没有公布的流程', en: 'the profile of the log states no published path' },
  check: (watched) => {
    if (watched.from === watched.to) return NOT_CONCERNED
    if (keptPath(watched) && watched.reading.precedence.length === 0) return NOTHING_FOUND
    const hits = [...leftPathHits(watched), ...precedenceHits(watched)]
    return hits.length > 0 ? hits : NOTHING_FOUND
  },
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

const SAID = {
  outOfOrder: { zh: '没有按公布的顺序进行', en: 'stands out of the published order' },
  repeated: { zh: '重复进行，公布的流程中没有', en: 'came again, which the published path does not foresee' },
  unknown: { zh: '不在公布的流程之内', en: 'is not part of the published path' },
} as const

function leftPathHits(watched: Watched): Hit[] {
  const hits: Hit[] = []
  for (const deviation of leftPath(watched)) {
    const { kind, place } = deviation
    if (kind === 'skipped' || kind === 'unfinished') continue
    hits.push(hit(watched, [watched.from + place], () => said(SAID[kind], deviation)))
  }
  return hits
}

const said = ({ zh, en }: Bilingual, { steps }: Deviation): Bilingual => ({
  zh: `“${steps[0] ?? ''}”${zh}`,
  en: `"${steps[0] ?? ''}" ${en}`,
})

function precedenceHits(watched: Watched): Hit[] {
  return watched.reading.precedence.flatMap(({ first, then, names }) => {
    const before = firstOf(watched, first)
    const after = firstOf(watched, then)
    if (before < 0 || after < 0 || before < after) return []
    return [
      hit(watched, [after, before], () => ({
        zh: `“${names[1]}”先于“${names[0]}”进行`,
        en: `"${names[1]}" came before "${names[0]}"`,
      })),
    ]
  })
}

function hit(watched: Watched, events: readonly number[], because: Hit['because']): Hit {
  const at = instantOf(watched, events[0] ?? watched.from)
  return { rule: 'SV-05', level: 'yellow', caseIndex: watched.caseIndex, at, events, because }
}
