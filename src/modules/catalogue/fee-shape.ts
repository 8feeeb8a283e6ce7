import type { Bilingual } from '#kernel/refusal.ts'

/** What is decided about a fee from a day on: charged as before, charged less, or not charged any more. */
export const FEE_STATES = ['kept', 'reduced', 'abolished'] as const
export type FeeState = (typeof FEE_STATES)[number]
export const FEE_STATE_WORDS: Readonly<Record<FeeState, Bilingual>> = {
  kept: { zh: '保留', en: 'kept' },
  reduced: { zh: '降低标准', en: 'reduced' },
  abolished: { zh: '取消', en: 'abolished' },
}

export const FEE_PAYERS = ['enterprise', 'everybody'] as const
export const FEE_PAYER_WORDS: Readonly<Record<(typeof FEE_PAYERS)[number], Bilingual>> = {
  enterprise: { zh: '涉企收费', en: 'paid by enterprises' },
  everybody: { zh: '面向社会收费', en: 'paid by everybody' },
}

/** By what a fee is counted. An amount counted by the investment is a share of it. */
export const QUANTITIES = ['area', 'people', 'vehicles', 'count'] as const
export type QuantityCode = (typeof QUANTITIES)[number]
export const QUANTITY_WORDS: Readonly<Record<QuantityCode, Bilingual>> = {
  area: { zh: '平方米', en: 'square metre' },
  people: { zh: '人', en: 'person' },
  vehicles: { zh: '辆', en: 'vehicle' },
  count: { zh: '份', en: 'piece' },
}

export const PROJECT_KINDS = ['infrastructure', 'industry', 'foreign', 'service', 'other'] as const
export type ProjectKind = (typeof PROJECT_KINDS)[number]
export const PROJECT_KIND_WORDS: Readonly<Record<ProjectKind, Bilingual>> = {
  infrastructure: { zh: '基础设施项目', en: 'infrastructure' },
  industry: { zh: '工业项目', en: 'industry' },
  foreign: { zh: '外资项目', en: 'foreign investment' },
  service: { zh: '服务业项目', en: 'services' },
  other: { zh: '其他项目', en: 'other' },
}

/** What can be wrong with money that was taken, or was about to be. */
export const CHARGE_FAULTS = [
  'noCode',
  'unknownCode',
  'notInForce',
  'abolished',
  'voluntary',
  'otherUnit',
  'otherItem',
  'aboveRate',
  'eligibleChargedFull',
  'belowRate',
  'byAgent',
  'designated',
  'relative',
  'forced',
] as const
export type ChargeFault = (typeof CHARGE_FAULTS)[number]
export const CHARGE_FAULT_WORDS: Readonly<Record<ChargeFault, Bilingual>> = {
  noCode: { zh: '收费没有项目编码', en: 'Charged without a fee code' },
  unknownCode: { zh: '收费项目不在目录', en: 'Charged under a code that is not in the register' },
  notInForce: { zh: '收费尚未施行', en: 'Charged before the fee was in force' },
  abolished: { zh: '取消的收费仍在收取', en: 'An abolished fee is still charged' },
  voluntary: { zh: '取消的收费改称自愿服务', en: 'An abolished fee is charged as a voluntary service' },
  otherUnit: { zh: '由无权单位收费', en: 'Charged by a unit that may not' },
  otherItem: { zh: '该事项没有这项收费', en: 'The item has no such fee' },
  aboveRate: { zh: '超标准收费', en: 'Charged above the rate' },
  eligibleChargedFull: { zh: '应减免的项目全额收费', en: 'An eligible project was charged in full' },
  belowRate: { zh: '不在清单内的减免', en: 'A reduction that is on no list' },
  byAgent: { zh: '代办人员向群众收钱', en: 'An agent took money from the applicant' },
  designated: { zh: '指定中介机构', en: 'An intermediary was designated' },
  relative: { zh: '中介机构与经办人员有利害关系', en: 'An intermediary belongs to relatives of officials' },
  forced: { zh: '强制中介服务作为审批前置', en: 'A paid service was forced as a precondition' },
}
