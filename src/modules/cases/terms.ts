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
  'decide',
  'deliver',
  'rate',
  'withdraw',
  'correct',
] as const
export type Action = (typeof ACTIONS)[number]
