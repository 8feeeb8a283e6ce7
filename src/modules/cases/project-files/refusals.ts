import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about projects and their agents. */
export const refuse = defineRefusals({
  'project.not-found': {
    status: 404,
    zh: '没有这个项目，或者查询码不对',
    en: 'There is no such project, or the code is wrong',
  },
  'project.exists': {
    status: 409,
    zh: '项目“{project}”已经立卷',
    en: 'The file of {project} is open already',
  },
  'project.no-permits': {
    status: 422,
    zh: '请选择手续图，或者列出项目要办的手续',
    en: 'Choose a permit map or list the permits of the project',
  },
  'project.no-such-permit': {
    status: 422,
    zh: '项目的手续里没有“{permit}”',
    en: 'The project has no permit {permit}',
  },
  'project.no-authority': {
    status: 422,
    zh: '没有授权文件，不能确定代理员；请登记授权文件名称或文号',
    en: 'Nobody is an agent without authority: name the document',
  },
  'project.authority-ended': {
    status: 409,
    zh: '代理员的授权到 {until} 为止，已经届满，请由领导重新授权',
    en: 'The authority ended on {until}; let the leaders renew it',
  },
  'project.not-its-agent': {
    status: 403,
    zh: '您不是本项目的代理员（代理员：{agent}），不能代为办理',
    en: 'You are not the agent of this project ({agent} is)',
  },
  'project.not-staff': {
    status: 422,
    zh: '“{account}”不是单位 {unit} 的在册人员，不能确定为代理员',
    en: '{account} does not work in {unit}',
  },
  'project.planned-in-the-past': {
    status: 422,
    zh: '计划日期不能早于今天',
    en: 'The planned day is past',
  },
  'project.other-case': {
    status: 422,
    zh: '办件 {caseNo} 不是本项目企业就该手续提出的申请',
    en: 'Case {caseNo} is not this company’s application for the permit',
  },
  'project.no-such-blocker': {
    status: 404,
    zh: '没有这个卡点，或者已经解除',
    en: 'There is no such blocker, or it is cleared',
  },
})
