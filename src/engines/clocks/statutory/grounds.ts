import type { SuspensionGround } from '../terms.ts'

const ground = (code: string, zh: string, en: string): SuspensionGround => ({ code, zh, en })

/** 行政许可法 45: what is not counted in a licensing limit; the applicant is told in writing how long it takes. */
export const LICENSING: readonly SuspensionGround[] = [
  ground('hearing', '听证', 'hearing'),
  ground('tender', '招标', 'tender'),
  ground('auction', '拍卖', 'auction'),
  ground('inspection', '检验', 'inspection'),
  ground('test', '检测', 'test'),
  ground('quarantine', '检疫', 'quarantine'),
  ground('appraisal', '鉴定', 'appraisal'),
  ground('expertReview', '专家评审', 'expert review'),
]

export const CONSTRUCTION: readonly SuspensionGround[] = [
  ground('design', '设计', 'design'),
  ground('drawingReview', '施工图审查', 'review of drawings'),
  ground('survey', '勘察等清单所列', 'surveys as listed'),
]

export const REGISTRATION: readonly SuspensionGround[] = [
  ground('lawException', '法律另有规定', "an exception of the law's own"),
]

export const DISCLOSURE: readonly SuspensionGround[] = [
  ground('thirdParty', '征求第三方意见', 'asking a third party'),
  ground('otherAgency', '征求其他机关意见', 'asking another agency'),
]

export const PENALTY: readonly SuspensionGround[] = [
  ground('hearing', '听证', 'hearing'),
  ground('test', '检测', 'test'),
  ground('inspection', '检验', 'inspection'),
  ground('appraisal', '鉴定', 'appraisal'),
  ground('publicNotice', '公告', 'public notice'),
]

export const SEIZURE: readonly SuspensionGround[] = [
  ground('test', '检测', 'test'),
  ground('inspection', '检验', 'inspection'),
  ground('appraisal', '鉴定', 'appraisal'),
]

export const REVIEW: readonly SuspensionGround[] = [
  ground('listedInArticle39', '复议法第三十九条所列情形', 'a case listed in article 39'),
]

export const FORCE_MAJEURE: readonly SuspensionGround[] = [
  ground('forceMajeure', '不可抗力', 'force majeure'),
]

export const HEARING_TIME: readonly SuspensionGround[] = [ground('hearing', '听证', 'hearing')]

export const TESTS: readonly SuspensionGround[] = [ground('test', '检测、检验、鉴定', 'tests and appraisal')]

export const PLAN_CHANGE: readonly SuspensionGround[] = [
  ground('planChange', '经批准的计划调整', 'an approved change of plan'),
]
