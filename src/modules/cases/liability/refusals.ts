import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about who answers for a default, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'liability.not-found': {
    status: 404,
    zh: '没有这条责任记录 {liability}',
    en: 'There is no such entry {liability}',
  },
  'liability.own-unit': {
    status: 403,
    zh: '本单位的责任不能由本单位自己查；由监察机构查',
    en: 'A unit does not look into its own default; supervision does',
  },
  'liability.inquiry-runs': {
    status: 409,
    zh: '已由 {by} 在查，{due} 前得出结论',
    en: '{by} is looking into it already, until {due}',
  },
  'liability.no-inquiry': {
    status: 409,
    zh: '还没有开始查有关责任人，不能下结论；部门负责之后须再追究责任人',
    en: 'Nobody has looked for the person responsible yet; after the department comes the person',
  },
  'liability.concluded': {
    status: 409,
    zh: '已有结论，不能再改；有新事实另行记录',
    en: 'It is concluded and stays as it is; new facts are recorded by themselves',
  },
  'liability.ends-at-department': {
    status: 422,
    zh: '不能只追究到部门：请写明责任人（姓名、岗位）；确实没有个人责任的，写明查了谁、凭什么',
    en: 'It does not end at the department: name the person responsible, or whom you looked at and why nobody is',
  },
  'liability.blames-applicant': {
    status: 422,
    zh: '默认批准的后果由承办部门负责，不能归责于申请人',
    en: 'What follows from a default is the department’s to answer for and never the applicant’s',
  },
  'liability.person-elsewhere': {
    status: 422,
    zh: '{person} 不是责任单位的人员，请核对',
    en: '{person} does not work in the unit that answers for it; please check',
  },
})
