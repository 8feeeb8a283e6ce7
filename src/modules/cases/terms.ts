import type { Bilingual } from '#kernel/refusal.ts'

export * from './agency-shape.ts'
export * from './urgency-shape.ts'

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
export const WORK_KINDS = [
  'answer',
  'step',
  'decide',
  'deliver',
  'extension',
  'hearing',
  'visit',
  'urgency',
  'branch',
  'assemble',
] as const
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
  'joint',
  'branch',
  'urgency',
  'urgent',
  'special',
  'ruling',
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
  'askUrgency',
  'grantUrgency',
  'refuseUrgency',
  'finishAtOnce',
  'assignVisit',
  'reportVisit',
  'transferStep',
  'ruleTransfer',
  'nameServiceOfficer',
  'informApplicant',
  'involveLeader',
  'answerInvolved',
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

/** 领导过问 (CASE-28): how a matter reached a leader, and by whom. */
export const INVOLVED_HOW = ['report', 'meeting', 'phone', 'inPerson', 'note'] as const
export type InvolvedHow = (typeof INVOLVED_HOW)[number]

export const INVOLVED_WORDS: Readonly<Record<InvolvedHow, Bilingual>> = {
  report: { zh: '书面请示', en: 'in writing' },
  meeting: { zh: '会议协调', en: 'in a meeting' },
  phone: { zh: '电话', en: 'by phone' },
  inPerson: { zh: '当面', en: 'in person' },
  note: { zh: '批示', en: 'by a note' },
}

export const RAISED_BY = ['department', 'applicant', 'leader'] as const
export type RaisedBy = (typeof RAISED_BY)[number]

export const RAISED_WORDS: Readonly<Record<RaisedBy, Bilingual>> = {
  department: { zh: '承办单位上交', en: 'raised by the department' },
  applicant: { zh: '申请人求助', en: 'raised by the applicant' },
  leader: { zh: '领导主动过问', en: 'raised by the leader' },
}

/** 移交停止的原因 (CASE-29). */
export const STOPPED_BECAUSE = ['third', 'tooLate'] as const
export type StoppedBecause = (typeof STOPPED_BECAUSE)[number]

export const STOPPED_WORDS: Readonly<Record<StoppedBecause, Bilingual>> = {
  third: { zh: '第三次移交', en: 'the third transfer' },
  tooLate: { zh: '超过移交期限', en: 'too late to pass it on' },
}

/** 告知进展 (HALL-29). */
export const INFORMED_WAYS = ['message', 'phone', 'inPerson'] as const
export type InformedWay = (typeof INFORMED_WAYS)[number]

export const INFORMED_WORDS: Readonly<Record<InformedWay, Bilingual>> = {
  message: { zh: '短信', en: 'by message' },
  phone: { zh: '电话', en: 'by phone' },
  inPerson: { zh: '当面', en: 'in person' },
}
