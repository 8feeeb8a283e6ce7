import type { Bilingual } from '#kernel/refusal.ts'

/** Words of joint approval that pages need as well. */

export const BRANCH_STATUSES = ['waiting', 'open', 'given', 'withdrawn'] as const
export type BranchStatus = (typeof BRANCH_STATUSES)[number]

export const OPINION_RESULTS = ['agree', 'conditions', 'object'] as const
export type OpinionResult = (typeof OPINION_RESULTS)[number]

export const OPINION_NAMES: Readonly<Record<OpinionResult, Bilingual>> = {
  agree: { zh: '同意', en: 'agrees' },
  conditions: { zh: '附条件同意', en: 'agrees with conditions' },
  object: { zh: '不同意', en: 'objects' },
}

export const MEETING_KINDS = ['meeting', 'survey'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const MEETING_NAMES: Readonly<Record<MeetingKind, Bilingual>> = {
  meeting: { zh: '联合会审', en: 'joint meeting' },
  survey: { zh: '联合踏勘', en: 'joint site survey' },
}

export const RULINGS = ['granted', 'denied'] as const
export type RulingOutcome = (typeof RULINGS)[number]

/** What joint approval and 一审一核 forbid. The act is refused; that it was tried is told to supervision. */
export const BREACHES = [
  'unlistedWait',
  'absentObjection',
  'carriedPapers',
  'samePerson',
  'thirdSignature',
] as const
export type Breach = (typeof BREACHES)[number]

export const BREACH_NAMES: Readonly<Record<Breach, Bilingual>> = {
  unlistedWait: {
    zh: '无列明依赖而等待其他部门',
    en: 'waiting for another department without a listed dependency',
  },
  absentObjection: {
    zh: '缺席会审后又提出异议',
    en: 'an objection after staying away from the joint meeting',
  },
  carriedPapers: {
    zh: '要求申请人在部门之间送材料',
    en: 'the applicant told to carry papers between departments',
  },
  samePerson: { zh: '一审一核由同一人签字', en: 'the same person examining and approving' },
  thirdSignature: { zh: '一审一核出现第三个签字', en: 'a third signature beside examiner and approver' },
}

/** What a desk may do with its branch, and the lead with all of them. */
export const BRANCH_ACTS = ['giveOpinion', 'waitForBranch', 'askPapers'] as const
export type BranchAct = (typeof BRANCH_ACTS)[number]

export const LEAD_ACTS = ['callMeeting', 'holdMeeting', 'ruleConflict', 'assembleJoint'] as const
export type LeadAct = (typeof LEAD_ACTS)[number]
