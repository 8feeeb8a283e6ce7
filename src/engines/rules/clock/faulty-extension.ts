import type { Bilingual } from '#kernel/refusal.ts'
import { attributeOf } from '#engines/histories/index.ts'
import { dueOf } from '../deadline.ts'
import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { countOf, eventsOf, firstEventOf, happened, instantOf, type Watched } from '../watched.ts'

/**
 * SV-11 违规延期: approved after the limit had run out, by the unit itself, more than once, or without telling the applicant.
 *
 * Basis: 《行政许可法》第四十二条 (approved by the head of the agency, told with reasons), T-12; 「要经区政府或上级部门批准并事先告知服务对象」.
 */
export const faultyExtension = defineRule({
  code: 'SV-11',
  kind: 'time',
  subject: 'case',
  title: { zh: '违规延期', en: 'Faulty extension' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第四十二条', en: 'Administrative Licensing Law Art. 42' },
  explanation: {
    zh: '延期应当在期限届满之前、由承办单位以外有权的人批准，只能一次，并将理由告知申请人。',
    en: 'An extension is approved before the limit runs out, by somebody with that power outside the handling unit, once, and the applicant is told why.',
  },
  confidence: 'C',
  enabled: true,
  about: 'extended',
  numbers: {
    extensionsAllowed: {
      title: { zh: '允许的延期次数', en: 'Extensions allowed' },
      unit: 'times',
      values: [{ from: '2004-07-01', value: 1 }],
    },
  },
  lacks: (reading) => lacksMeaning(reading, 'extended'),
  check: (watched, { extensionsAllowed }) => {
    if (!happened(watched, meaning.extended)) return NOT_CONCERNED
    const events = eventsOf(watched, 'extended')
    const faults = [
      ...events.flatMap((event) => faultsOf(watched, event)),
      ...(countOf(watched, meaning.extended) > extensionsAllowed ? [tooOften(events.length)] : []),
    ]
    if (faults.length === 0) return NOTHING_FOUND
    return [
      {
        rule: 'SV-11',
        level: 'yellow',
        caseIndex: watched.caseIndex,
        at: instantOf(watched, events.at(-1) ?? watched.from),
        events,
        because: () => ({
          zh: `延期不合规定：${faults.map(({ zh }) => zh).join('；')}`,
          en: `the extension is faulty: ${faults.map(({ en }) => en).join('; ')}`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '届满前由分管领导批准', en: 'approved before expiry by the head in charge' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: {
        limits: [{ name: '法定', from: 'accepted', length: '5W' }],
        event: { unit: '单位', approverUnit: '批准单位' },
      },
      events: [
        ['2026-03-02T09:00', 'accepted', { 单位: '审批科' }],
        ['2026-03-05T09:00', 'extended', { 单位: '审批科', 批准单位: '区政府' }],
        ['2026-03-13T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '届满之后才批准', en: 'approved after expiry' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { limits: [{ name: '法定', from: 'accepted', length: '5W' }] },
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-12T09:00', 'extended'],
        ['2026-03-13T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '自己申请自己批准', en: 'asked for and approved by the same person' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-04T09:00', 'extensionAsked', { by: '李' }],
        ['2026-03-05T09:00', 'extended', { by: '李' }],
      ],
    },
    {
      text: { zh: '承办单位自己批准', en: 'approved by the handling unit itself' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { unit: '单位', approverUnit: '批准单位' } },
      events: [
        ['2026-03-02T09:00', 'accepted', { 单位: '审批科' }],
        ['2026-03-05T09:00', 'extended', { 单位: '审批科', 批准单位: '审批科' }],
      ],
    },
    {
      text: { zh: '延期两次', en: 'extended twice' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-05T09:00', 'extended', { by: '王' }],
        ['2026-03-16T09:00', 'extended', { by: '王' }],
      ],
    },
  ],
})

function faultsOf(watched: Watched, event: number): Bilingual[] {
  const { reading } = watched
  const at = instantOf(watched, event)
  const untold =
    reading.profile.event.noticeAt !== undefined && !attributeOf(reading.eventColumn('noticeAt'), event)
  return [
    ...(at > dueBefore(watched, event)
      ? [{ zh: '批准时期限已经届满', en: 'it was approved after the limit had run out' }]
      : []),
    ...(selfApproved(watched, event)
      ? [{ zh: '由承办单位或承办人自己批准', en: 'it was approved by the handling unit or person itself' }]
      : []),
    ...(untold ? [{ zh: '没有告知申请人的证明', en: 'there is no proof that the applicant was told' }] : []),
  ]
}

/** The due instant as it stood without this case's extensions. */
function dueBefore(watched: Watched, event: number): number {
  const asOf: Watched = { ...watched, to: event, endedAt: Number.NaN, at: instantOf(watched, event) }
  return dueOf(asOf, 'statutory')
}

function selfApproved(watched: Watched, event: number): boolean {
  const { reading } = watched
  const approver = attributeOf(reading.eventColumn('approverUnit'), event)
  const unit = attributeOf(reading.eventColumn('unit'), event)
  if (approver !== undefined && approver === unit) return true
  const asked = firstEventOf(watched, meaning.extensionAsked)
  const { resource } = reading.histories
  return (
    asked >= 0 && asked < event && (resource[asked] as number) >= 0 && resource[asked] === resource[event]
  )
}

const tooOften = (times: number): Bilingual => ({
  zh: `共延期 ${times} 次`,
  en: `it was extended ${times} times`,
})
