import type { Bilingual } from '#kernel/refusal.ts'

const say = (zh: string, en: string): Bilingual => ({ zh, en })

/** 政务处分 (`sanction`) is kept in its own table, with its own bodies and its own way of appeal. */
export const FAMILIES = ['card', 'letter', 'efficiency', 'personnel', 'sanction'] as const
export type Family = (typeof FAMILIES)[number]
export const FAMILY_WORDS: Readonly<Record<Family, Bilingual>> = {
  card: say('五卡', 'card'),
  letter: say('一书', 'letter'),
  efficiency: say('效能问责', 'efficiency measure'),
  personnel: say('组织处理', 'personnel measure'),
  sanction: say('政务处分（登记）', 'disciplinary sanction (recorded)'),
}

export const AUTHORITIES = ['supervision', 'leadership', 'appointing', 'discipline'] as const
export type Authority = (typeof AUTHORITIES)[number]
export const AUTHORITY_WORDS: Readonly<Record<Authority, Bilingual>> = {
  supervision: say('效能监察机构', 'efficiency supervision'),
  leadership: say('领导小组', 'the leading group'),
  appointing: say('任免机关', 'the appointing body'),
  discipline: say('监察机关或者任免机关', 'the supervisory organ or the appointing body'),
}

export const HEARINGS = ['reply', 'statement', 'hearing'] as const
export type HearingKind = (typeof HEARINGS)[number]
export const HEARING_WORDS: Readonly<Record<HearingKind, Bilingual>> = {
  reply: say('以答复陈述', 'heard by its reply'),
  statement: say('决定前陈述申辩', 'statement before the decision'),
  hearing: say('陈述申辩，可以要求听证', 'statement, and a hearing on request'),
}

/** What brings a measure to its end, besides its period. */
export const CLOSINGS = [
  'reply',
  'talk',
  'rectify',
  'text',
  'apology',
  'circular',
  'result',
  'period',
] as const
export type Closing = (typeof CLOSINGS)[number]
export const CLOSING_WORDS: Readonly<Record<Closing, Bilingual>> = {
  reply: say('答复被接受', 'its reply is accepted'),
  talk: say('谈话后检查', 'the check after the talk'),
  rectify: say('发出者验收', 'verification by the issuer'),
  text: say('检查材料被接受', 'its text is accepted'),
  apology: say('受影响的人确认', 'confirmation by the harmed'),
  circular: say('送达单位阅签', 'read receipts'),
  result: say('任免机关回告结果', 'the result from the appointing body'),
  period: say('期满', 'the end of its period'),
}

export const LEVELS = ['none', 'unit', 'circular', 'public'] as const
export type Level = (typeof LEVELS)[number]
export const LEVEL_WORDS: Readonly<Record<Level, Bilingual>> = {
  none: say('不公开', 'not published'),
  unit: say('本单位内', 'within the unit'),
  circular: say('系统内通报', 'by circular'),
  public: say('向社会公开', 'to the public'),
}

export const COUNTS = ['none', 'measure', 'admonition'] as const

export const CONSEQUENCES = ['noAwards', 'notExcellent', 'notCompetent', 'noBonus', 'suspended'] as const
export type Consequence = (typeof CONSEQUENCES)[number]
export const CONSEQUENCE_WORDS: Readonly<Record<Consequence, Bilingual>> = {
  noAwards: say('当年不得评先评优', 'no awards that year'),
  notExcellent: say('年度考核不得评为优秀', 'not "excellent" in the appraisal'),
  notCompetent: say('年度考核定为不称职，选拔时注明', '"not competent" in the appraisal, noted in selection'),
  noBonus: say('不发年度奖金', 'no bonus that year'),
  suspended: say(
    '停职或者调离，并问单位负责人',
    'suspended or reassigned, and the head of the unit is asked',
  ),
}

export const STAGES = ['proposed', 'noticed', 'decided', 'closed', 'dropped', 'withdrawn', 'cleared'] as const
export type Stage = (typeof STAGES)[number]
export const STAGE_WORDS: Readonly<Record<Stage, Bilingual>> = {
  proposed: say('拟处理', 'proposed'),
  noticed: say('已告知，听取陈述', 'told, being heard'),
  decided: say('已决定', 'decided'),
  closed: say('已执行完毕', 'carried out'),
  dropped: say('不予处理', 'dropped'),
  withdrawn: say('已撤回', 'withdrawn'),
  cleared: say('申诉后撤销', 'cleared on appeal'),
}

/** 身份: what somebody is, as far as it decides which rules apply. */
export const STATUSES = ['civilServant', 'institutionStaff', 'temporary', 'schoolHead'] as const
export type PersonStatus = (typeof STATUSES)[number]
export const STATUS_WORDS: Readonly<Record<PersonStatus, Bilingual>> = {
  civilServant: say('公务员', 'civil servant'),
  institutionStaff: say('事业单位人员', 'staff of an institution'),
  temporary: say('临时聘用人员', 'temporary staff'),
  schoolHead: say('校长', 'school head'),
}

/** 职务层次, from the lowest to the highest. */
export const RANKS = ['staff', 'section', 'deputyHead', 'head', 'principal'] as const
export type Rank = (typeof RANKS)[number]
export const RANK_WORDS: Readonly<Record<Rank, Bilingual>> = {
  staff: say('一般人员', 'staff'),
  section: say('科室负责人', 'head of a section'),
  deputyHead: say('单位副职', 'deputy head of a unit'),
  head: say('单位正职', 'head of a unit'),
  principal: say('一把手', 'principal'),
}
export const rankOf = (rank: Rank): number => RANKS.indexOf(rank)

export const RESULTS = ['resigned', 'removed', 'dismissed', 'adjusted', 'transferred', 'declined'] as const
export type ResultKind = (typeof RESULTS)[number]
export const RESULT_WORDS: Readonly<Record<ResultKind, Bilingual>> = {
  resigned: say('已辞职', 'resigned'),
  removed: say('已免职（撤职）', 'removed'),
  dismissed: say('已就地免职', 'dismissed'),
  adjusted: say('已调整岗位', 'moved to another post'),
  transferred: say('调任同级岗位', 'transferred at the same rank'),
  declined: say('未采纳，附理由', 'not followed, with reasons'),
}
