import type { Bilingual } from '#kernel/refusal.ts'

/**
 * The faults hidden in the demo log: how often, and which rule must find each of them at which level. `docs/demo.md` lists them for
 * people, and a test judges the log and expects exactly these findings and no other.
 */
export interface PlantedFault {
  readonly count: number
  readonly finds: readonly string[]
  readonly text: Bilingual
  /** In cases still open on the day of the first start. */
  readonly open?: boolean
}

export const FAULTS = {
  pastCommitted: {
    count: 24,
    finds: ['SV-01 yellow'],
    text: {
      zh: '超过承诺时限、未超过法定时限办结',
      en: 'decided past the committed limit, within the statutory one',
    },
  },
  pastStatutory: {
    count: 9,
    finds: ['SV-01 yellow', 'SV-01 red'],
    text: { zh: '超过法定时限办结', en: 'decided past the statutory limit' },
  },
  noAnswer: {
    count: 8,
    finds: ['SV-02 yellow'],
    text: { zh: '收件后逾期才答复是否受理', en: 'no answer on acceptance in time' },
  },
  secondNotice: {
    count: 7,
    finds: ['SV-03 yellow'],
    text: { zh: '两次补正告知', en: 'a second supplement notice' },
  },
  supplementAfterAcceptance: {
    count: 6,
    finds: ['SV-04 yellow'],
    text: { zh: '受理后又要求补正', en: 'a supplement asked for after acceptance' },
  },
  returnedAfterAcceptance: {
    count: 4,
    finds: ['SV-04 yellow'],
    text: { zh: '受理后退件', en: 'returned after acceptance' },
  },
  outOfOrder: {
    count: 10,
    finds: ['SV-05 yellow'],
    text: { zh: '先复核后审查', en: 'reviewed before it was examined' },
  },
  skipped: {
    count: 12,
    finds: ['SV-06 yellow'],
    text: { zh: '未经复核即作出决定', en: 'decided without the review' },
  },
  withoutPower: {
    count: 6,
    finds: ['SV-07 red'],
    text: { zh: '由无权人员作出决定', en: 'decided by someone without the power' },
  },
  sameHands: {
    count: 11,
    finds: ['SV-08 yellow'],
    text: { zh: '审查与复核为同一人', en: 'examined and reviewed by the same person' },
  },
  offChannel: {
    count: 9,
    finds: ['SV-09 yellow'],
    text: { zh: '未通过公布的渠道收件', en: 'received outside the registered channels' },
  },
  suspendedWithoutGround: {
    count: 5,
    finds: ['SV-10 yellow'],
    text: { zh: '中止没有法定事由', en: 'suspended without a listed ground' },
  },
  suspendedWithoutDocument: {
    count: 4,
    finds: ['SV-10 yellow'],
    text: { zh: '中止没有文书', en: 'suspended without a document' },
  },
  extendedLate: {
    count: 4,
    finds: ['SV-01 yellow', 'SV-01 red', 'SV-11 yellow'],
    text: { zh: '超期之后才批准延期', en: 'extended only after the limit had run out' },
  },
  selfApproved: {
    count: 5,
    finds: ['SV-11 yellow'],
    text: { zh: '办理单位自行批准延期', en: 'extension approved by the handling unit itself' },
  },
  notDelivered: {
    count: 10,
    finds: ['SV-12 yellow'],
    text: { zh: '作出决定后没有送达', en: 'a decision that was never delivered' },
  },
  idle: {
    count: 8,
    finds: ['SV-13 notice'],
    text: { zh: '长时间没有任何办理动作', en: 'nothing done for too long' },
  },
  openPastCommitted: {
    count: 6,
    finds: ['SV-01 yellow'],
    open: true,
    text: { zh: '在办，已超过承诺时限', en: 'open and past the committed limit' },
  },
  openPastStatutory: {
    count: 3,
    finds: ['SV-01 yellow', 'SV-01 red'],
    open: true,
    text: { zh: '在办，已超过法定时限', en: 'open and past the statutory limit' },
  },
  openNoAnswer: {
    count: 4,
    finds: ['SV-02 yellow'],
    open: true,
    text: { zh: '收件后至今未答复是否受理', en: 'received and still not answered' },
  },
} as const satisfies Record<string, PlantedFault>

export type FaultName = keyof typeof FAULTS

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[]
