import type { Bilingual } from '#kernel/refusal.ts'

/** What the ledger says became of a licence. That one has lapsed is not said by anybody: it follows from the day. */
export const LICENCE_STATES = ['valid', 'renewed', 'cancelled', 'revoked', 'withdrawn'] as const
export type LicenceState = (typeof LICENCE_STATES)[number]

export const STANDINGS = [...LICENCE_STATES, 'lapsed'] as const
export type Standing = (typeof STANDINGS)[number]

export const STANDING_WORDS: Readonly<Record<Standing, Bilingual>> = {
  valid: { zh: '有效', en: 'valid' },
  renewed: { zh: '已延续', en: 'renewed' },
  lapsed: { zh: '已到期', en: 'lapsed' },
  cancelled: { zh: '已注销', en: 'cancelled' },
  revoked: { zh: '已撤销', en: 'revoked' },
  withdrawn: { zh: '已吊销', en: 'withdrawn as a penalty' },
}

/** 行政许可法第六十九条: why a licence that should not have been granted is taken back. */
export const REVOKING = ['abuse', 'beyondPower', 'procedure', 'unqualified', 'otherByLaw', 'fraud'] as const
export type RevokingGround = (typeof REVOKING)[number]

export const REVOKING_WORDS: Readonly<Record<RevokingGround, Bilingual>> = {
  abuse: { zh: '工作人员滥用职权、玩忽职守', en: 'officials abused their power or neglected their duty' },
  beyondPower: { zh: '超越法定职权', en: 'beyond the power of the agency' },
  procedure: { zh: '违反法定程序', en: 'against the procedure of law' },
  unqualified: {
    zh: '申请人不具备申请资格或者不符合法定条件',
    en: 'the applicant did not qualify',
  },
  otherByLaw: { zh: '依法可以撤销的其他情形', en: 'another ground in law' },
  fraud: {
    zh: '以欺骗、贿赂等不正当手段取得',
    en: 'got by fraud, bribery or other improper means',
  },
}

/** 行政许可法第七十条: why a licence that has no use any more is taken off the books. */
export const CANCELLING = ['lapsed', 'incapable', 'dissolved', 'taken', 'impossible', 'otherByLaw'] as const
export type CancellingGround = (typeof CANCELLING)[number]

export const CANCELLING_WORDS: Readonly<Record<CancellingGround, Bilingual>> = {
  lapsed: { zh: '有效期届满未延续', en: 'it ran out and was not renewed' },
  incapable: { zh: '公民死亡或者丧失行为能力', en: 'the holder died or lost legal capacity' },
  dissolved: { zh: '法人或者其他组织依法终止', en: 'the organisation was dissolved' },
  taken: { zh: '许可依法被撤销、撤回，或者证件被吊销', en: 'it was revoked or withdrawn by law' },
  impossible: { zh: '因不可抗力无法实施许可事项', en: 'what it allows has become impossible' },
  otherByLaw: {
    zh: '法律、法规规定的其他情形（含持有人申请）',
    en: 'another ground in law, such as the wish of the holder',
  },
}

export const BAN_GROUNDS = ['falseMaterial', 'fraud'] as const
export type BanGround = (typeof BAN_GROUNDS)[number]

export const BAN_WORDS: Readonly<Record<BanGround, Bilingual>> = {
  falseMaterial: {
    zh: '隐瞒有关情况或者提供虚假材料申请',
    en: 'facts were concealed or false material was handed in',
  },
  fraud: { zh: '以欺骗、贿赂等不正当手段取得许可', en: 'the licence was got by fraud or bribery' },
}

/** The row of the statutory table that says how long, and the article as people read it. */
export const BAN_LAW = {
  falseMaterial: { rule: 'XK-14', article: '《中华人民共和国行政许可法》第七十八条' },
  fraud: { rule: 'XK-15', article: '《中华人民共和国行政许可法》第七十九条' },
} as const satisfies Record<BanGround, { rule: string; article: string }>

export const RENEWAL_LAW = '《中华人民共和国行政许可法》第五十条第二款'
