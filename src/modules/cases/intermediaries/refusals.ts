import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about intermediaries and surveys of what they charge. */
export const refuse = defineRefusals({
  'intermediary.not-found': {
    status: 404,
    zh: '名录里没有这家中介机构',
    en: 'There is no such intermediary on the list',
  },
  'intermediary.related': {
    status: 409,
    zh: '该机构与本单位人员 {official} 有利害关系（{relation}），本单位不得接受其入库或使用其服务',
    en: 'It is related to {official} of this unit ({relation}): the unit neither accepts nor uses it',
  },
  'intermediary.owners-missing': {
    status: 422,
    zh: '请申报所有人（股东、出资人）',
    en: 'Declare the owners',
  },
  'intermediary.not-accepted': {
    status: 409,
    zh: '该机构不在名录内，或者名录内没有这项服务；请由申请人在名录内另选',
    en: 'It is not on the list for this service; let the applicant choose another',
  },
  'intermediary.designated': {
    status: 409,
    zh: '中介机构由申请人自主选择，办理单位不得指定；请把名录交申请人选择。本次已记录并通报监察',
    en: 'The applicant chooses the intermediary, the office designates none. The attempt is on record',
  },
  'intermediary.no-basis': {
    status: 409,
    zh: '“{service}”没有法律、行政法规或国务院决定作依据，不得作为审批前置',
    en: 'No law makes "{service}" a precondition, so nobody may ask for it',
  },
  'intermediary.above-price': {
    status: 422,
    zh: '收费高于该机构入库时公布的价格（最高 {most} 元）',
    en: 'The price is above the published one (CNY {most} at most)',
  },
  'engagement.not-found': {
    status: 404,
    zh: '本件没有这项中介服务，或者成果已经收到',
    en: 'The case has no such service under way',
  },
  'survey.not-found': {
    status: 404,
    zh: '没有这次调研',
    en: 'There is no such survey',
  },
  'survey.reported': {
    status: 409,
    zh: '本次调研已经提交报告，不能再改',
    en: 'The report of this survey was handed in; nothing changes any more',
  },
  'survey.due-past': {
    status: 422,
    zh: '报告期限须在今天以后',
    en: 'The report is due after today',
  },
  'survey.not-asked': {
    status: 422,
    zh: '“{respondent}”不在本次调研名单内',
    en: '{respondent} is not on the list of this survey',
  },
  'survey.sheets-missing': {
    status: 409,
    zh: '还有未填报的：{missing}；请先补齐',
    en: 'Sheets are missing: {missing}',
  },
})
