import type { Bilingual } from '#kernel/refusal.ts'
import { attributeOf } from '#engines/histories/index.ts'
import { eventRule, type Fault } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'
import type { Watched } from '../watched.ts'

/**
 * SV-10 违规中止: the clock was stopped without a ground from the list, or without a document.
 *
 * Basis: 《行政许可法》第四十五条: only hearing, tender, auction, inspection, test, quarantine, appraisal and expert review are left
 * out of the limit, and the applicant is told in writing how long.
 */
export const ungroundedSuspension = eventRule({
  code: 'SV-10',
  kind: 'process',
  subject: 'case',
  title: { zh: '中止没有依据或文书', en: 'Suspended without ground or document' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第四十五条', en: 'Administrative Licensing Law Art. 45' },
  explanation: {
    zh: '只有法律列明的事由可以不计入时限，并应当将所需时间书面告知申请人。',
    en: 'Only the listed procedures are left out of the limit, and the applicant is told in writing how long they take.',
  },
  confidence: 'C',
  of: 'suspended',
  needs: (reading) => lacksColumn(reading, 'ground', 'document'),
  fault: ungrounded,
  examples: [
    {
      text: { zh: '专家评审，有文书', en: 'expert review, with a document' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { event: { ground: '事由', document: '文书' } },
      events: [['2026-03-02T09:00', 'suspended', { 事由: '专家评审', 文书: '中止〔2026〕3号' }]],
    },
    {
      text: { zh: '没有文书', en: 'no document' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { event: { ground: '事由', document: '文书' } },
      events: [
        ['2026-03-02T09:00', 'suspended', { 事由: '专家评审' }],
        ['2026-03-03T09:00', 'resumed', { 文书: '恢复〔2026〕3号' }],
      ],
    },
    {
      text: { zh: '“领导出差”不是法定事由', en: '"the head is away" is no ground' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { event: { ground: '事由', document: '文书' } },
      events: [['2026-03-02T09:00', 'suspended', { 事由: '领导出差', 文书: '中止〔2026〕4号' }]],
    },
  ],
})

/** 《行政许可法》第四十五条; a profile may list others that its own law names. */
const LISTED = ['听证', '招标', '拍卖', '检验', '检测', '检疫', '鉴定', '专家评审'] as const

function ungrounded({ reading }: Watched, event: number): Fault | undefined {
  const { event: named, suspensionGrounds = LISTED } = reading.profile
  const ground = attributeOf(reading.eventColumn('ground'), event)
  const listed: readonly string[] = suspensionGrounds
  const badGround = named.ground !== undefined && (ground === undefined || !listed.includes(ground))
  const noDocument = named.document !== undefined && !attributeOf(reading.eventColumn('document'), event)
  return badGround || noDocument ? { because: () => said(ground, badGround, noDocument) } : undefined
}

function said(ground: string | undefined, badGround: boolean, noDocument: boolean): Bilingual {
  const zh = [
    badGround && (ground ? `事由“${ground}”不在所列事由之内` : '没有写明事由'),
    noDocument && '没有文书',
  ]
  const en = [
    badGround && (ground ? `the ground "${ground}" is not a listed one` : 'no ground is stated'),
    noDocument && 'there is no document',
  ]
  return {
    zh: `中止${zh.filter(Boolean).join('，')}`,
    en: `suspended although ${en.filter(Boolean).join(' and ')}`,
  }
}
