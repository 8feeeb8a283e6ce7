import { attributeOf } from '#engines/histories/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { activityAt, textAt } from '../event-rule.ts'
import type { Hit } from '../finding.ts'
import { meaning } from '../meanings.ts'
import type { PublishedGuide } from '../profile.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { eventsOf, happened, instantOf, type Watched } from '../watched.ts'

/**
 * SV-27 偏离公示的办事指南: decided with other materials or by another version than the guide that was published when the
 * application came; or a deviation that the log itself states (its activity says which). Steps, people and limits off
 * the guide have rules of their own: SV-05, SV-06, SV-07, SV-01.
 *
 * Basis: 《行政许可法》第三十条 (what is published), 第七十二条; ESUP-05.
 */
export const offGuide = defineRule({
  code: 'SV-27',
  kind: 'content',
  subject: 'case',
  title: { zh: '偏离公示的办事指南', en: 'Off the published guide' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第三十条、第七十二条',
    en: 'Administrative Licensing Law Art. 30 and 72',
  },
  explanation: {
    zh: '办理应与申请时公示的指南一致：索要清单以外的材料，或者按其他版本办理的，逐项列出。',
    en: 'A case is handled by the guide published when it came: papers off its list, or another version, are listed one by one.',
  },
  confidence: 'C',
  enabled: true,
  numbers: {},
  lacks: ({ profile, means }) =>
    profile.guides !== undefined || means('offGuide')
      ? undefined
      : { zh: '日志说明没有公示的指南', en: 'the profile of the log states no published guides' },
  check: (watched) => {
    const guide = guideOf(watched)
    if (!guide && !happened(watched, meaning.offGuide)) return NOT_CONCERNED
    const hits = [...(guide ? deviations(watched, guide) : []), ...stated(watched)]
    return hits.length > 0 ? hits : NOTHING_FOUND
  },
  examples: [
    {
      text: { zh: '按清单要材料，按现行版本办理', en: 'papers of the list, by the version in force' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: {
        case: { item: '事项', guideVersion: '版本' },
        event: { materials: '材料' },
        guides: [{ item: '开业', version: '2', from: '2026-01-01', materials: ['申请表', '平面图'] }],
      },
      attributes: { 事项: '开业', 版本: '2' },
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-03T09:00', 'supplementNotice', { 材料: '平面图' }],
      ],
    },
    {
      text: { zh: '要了清单以外的材料', en: 'a paper off the list' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: {
        case: { item: '事项', guideVersion: '版本' },
        event: { materials: '材料' },
        guides: [{ item: '开业', version: '2', from: '2026-01-01', materials: ['申请表', '平面图'] }],
      },
      attributes: { 事项: '开业', 版本: '2' },
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-03T09:00', 'supplementNotice', { 材料: '平面图、邻里同意书' }],
      ],
    },
    {
      text: { zh: '按已被替换的版本办理', en: 'by a version that had been replaced' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: {
        case: { item: '事项', guideVersion: '版本' },
        guides: [
          { item: '开业', version: '1', from: '2025-01-01', materials: [] },
          { item: '开业', version: '2', from: '2026-01-01', materials: [] },
        ],
      },
      attributes: { 事项: '开业', 版本: '1' },
      events: [['2026-03-02T09:00', 'received']],
    },
    {
      text: { zh: '日志自己写明的偏离', en: 'a deviation that the log states' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [['2026-03-02T09:00', 'offGuide']],
    },
  ],
})

/** The guide of its item that was published when the application came. */
function guideOf({ reading, caseIndex, openedAt }: Watched): PublishedGuide | undefined {
  const guides = reading.guidesOf(caseIndex)
  return guides.length === 0 ? undefined : guides.findLast(({ fromAt }) => fromAt <= openedAt)?.guide
}

function deviations(watched: Watched, guide: PublishedGuide): Hit[] {
  const version = attributeOf(watched.reading.caseColumn('guideVersion'), watched.caseIndex)
  const byOther = version !== undefined && version !== guide.version
  return [
    ...(byOther
      ? [
          hit(watched, watched.from, {
            zh: `按第 ${version} 版办理，申请时公示的是第 ${guide.version} 版`,
            en: `handled by version ${version}; version ${guide.version} was published when it came`,
          }),
        ]
      : []),
    ...eventsOf(watched, 'supplementNotice').flatMap((event) => {
      const asked = (textAt(watched, event, 'materials') ?? '').split(/[、,，;；]\s*/).filter(Boolean)
      const beyond = asked.filter((name) => !guide.materials.includes(name))
      if (beyond.length === 0) return []
      return [
        hit(watched, event, {
          zh: `索要指南以外的材料：${beyond.join('、')}`,
          en: `asked for papers that the guide does not list: ${beyond.join(', ')}`,
        }),
      ]
    }),
  ]
}

const stated = (watched: Watched): Hit[] =>
  eventsOf(watched, 'offGuide').map((event) => {
    const what = activityAt(watched, event)
    return hit(watched, event, {
      zh: `与公示的指南不符：${what}`,
      en: `not as the published guide says: ${what}`,
    })
  })

const hit = (watched: Watched, event: number, because: Bilingual): Hit => ({
  rule: 'SV-27',
  level: 'yellow',
  caseIndex: watched.caseIndex,
  at: instantOf(watched, event),
  events: [event],
  because: () => because,
})
