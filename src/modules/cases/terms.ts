import type { Bilingual } from '#kernel/refusal.ts'

/** Words of the case that pages need as well. */

export const CHANNELS = ['counter', 'web', 'phone', 'agent', 'post'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_NAMES: Readonly<Record<Channel, Bilingual>> = {
  counter: { zh: '窗口', en: 'counter' },
  web: { zh: '网上', en: 'web' },
  phone: { zh: '手机', en: 'phone' },
  agent: { zh: '代办', en: 'agent' },
  post: { zh: '邮寄', en: 'post' },
}

export const STATUSES = [
  'received',
  'accepted',
  'suspended',
  'decided',
  'delivered',
  'declined',
  'withdrawn',
] as const
export type CaseStatus = (typeof STATUSES)[number]

/** What somebody has to do now. */
export const WORK_KINDS = ['answer', 'step', 'decide', 'deliver', 'extension', 'hearing', 'visit'] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** The clocks of a case, as they are called in its addresses. */
export const CLOCKS = [
  'answer',
  'statutory',
  'committed',
  'delivery',
  'step',
  'hearing-request',
  'hearing',
  'visit',
  'validity',
] as const
export type CaseClockName = (typeof CLOCKS)[number]

/** 满意度 in words; numbers point in different directions in different standards and are mapped per exchange only. */
export const GRADES = [
  'verySatisfied',
  'satisfied',
  'fairlySatisfied',
  'dissatisfied',
  'veryDissatisfied',
] as const
export type Grade = (typeof GRADES)[number]

export const GRADE_WORDS: Readonly<Record<Grade, Bilingual>> = {
  verySatisfied: { zh: '非常满意', en: 'very satisfied' },
  satisfied: { zh: '满意', en: 'satisfied' },
  fairlySatisfied: { zh: '基本满意', en: 'fairly satisfied' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
  veryDissatisfied: { zh: '非常不满意', en: 'very dissatisfied' },
}

export const ACTIONS = [
  'supplementNotice',
  'supply',
  'accept',
  'decline',
  'finishStep',
  'sendBack',
  'suspend',
  'resume',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'offerHearing',
  'askHearing',
  'setHearing',
  'holdHearing',
  'giveUpHearing',
  'assignVisit',
  'reportVisit',
  'decide',
  'deliver',
  'rate',
  'withdraw',
  'correct',
] as const
export type Action = (typeof ACTIONS)[number]

/** 听证 (行政许可法 46–48): how far it has come, who asked for it, and why it is not in public. */
export const HEARING_STAGES = ['offered', 'lapsed', 'asked', 'set', 'held', 'givenUp'] as const
export type HearingStage = (typeof HEARING_STAGES)[number]

export const HEARING_PARTIES = ['applicant', 'concerned'] as const
export type HearingParty = (typeof HEARING_PARTIES)[number]

export const PARTY_NAMES: Readonly<Record<HearingParty, Bilingual>> = {
  applicant: { zh: '申请人', en: 'the applicant' },
  concerned: { zh: '利害关系人', en: 'somebody else concerned' },
}

export const CLOSED_FOR = ['stateSecret', 'tradeSecret', 'privacy'] as const
export type ClosedFor = (typeof CLOSED_FOR)[number]

export const CLOSED_NAMES: Readonly<Record<ClosedFor, Bilingual>> = {
  stateSecret: { zh: '国家秘密', en: 'a state secret' },
  tradeSecret: { zh: '商业秘密', en: 'a trade secret' },
  privacy: { zh: '个人隐私', en: 'somebody’s privacy' },
}
