import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about pledges, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'pledge.not-offered': {
    status: 409,
    zh: '“{item}”不适用告知承诺，请按材料清单申请',
    en: '"{item}" is not granted on a pledge; please apply with the listed materials',
  },
  'pledge.broken-before': {
    status: 409,
    zh: '申请人在 {item} 中的承诺经核查不实，{until} 前不适用告知承诺，请按材料清单申请',
    en: 'A pledge of the applicant for {item} was found false; until {until} please apply with the listed materials',
  },
  'pledge.waived': {
    status: 409,
    zh: '申请人已签署告知承诺书，“{material}”不再要求提交；索要已免交的材料会被记录',
    en: 'The applicant signed the pledge and "{material}" is not asked for; demanding a waived paper is recorded',
  },
  'pledge.not-found': {
    status: 404,
    zh: '没有办件 {caseNo} 的承诺核查，或者您无权办理',
    en: 'There is no pledge of case {caseNo} to check, or it is not yours to check',
  },
  'pledge.already-checked': {
    status: 409,
    zh: '这项承诺已核查完毕，不能再改；结论有误的由另一负责人另行更正',
    en: 'The pledge has been checked and stays as it is; a wrong finding is corrected on the case',
  },
  'pledge.no-consequence': {
    status: 422,
    zh: '承诺不实的，须写明处理：撤销决定，或者限期改正',
    en: 'A false pledge has a consequence: the decision is revoked, or it is to be mended by a date',
  },
  'pledge.mend-by-missing': {
    status: 422,
    zh: '限期改正须写明到哪一天，且在今天以后',
    en: 'Say by which day after today it is to be mended',
  },
  'pledge.day-wrong': {
    status: 422,
    zh: '核查日期 {on} 不对：应在签署承诺以后、今天以前',
    en: 'The day of the check {on} cannot be right: it lies between the pledge and today',
  },
  'pledge.head-decides': {
    status: 403,
    zh: '认定承诺不实由承办单位负责人作出',
    en: 'That a pledge was false is found by the head of the handling unit',
  },
})
