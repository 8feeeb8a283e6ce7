import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about findings, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'finding.not-found': {
    status: 404,
    zh: '没有编号为 {finding} 的问题发现，或者您无权查看',
    en: 'There is no finding {finding}, or you may not see it',
  },
  'finding.unknown-conduct': {
    status: 422,
    zh: '问题分类里没有“{conduct}”，或者当日尚未（不再）施行',
    en: 'The taxonomy has no conduct {conduct} on that day',
  },
  'finding.future': {
    status: 422,
    zh: '发生日期 {on} 晚于今天',
    en: 'It cannot have happened on {on}, after today',
  },
  'finding.fact-missing': {
    status: 422,
    zh: '请写明查到的事实（至少 5 个字）',
    en: 'Say what was found, in at least five characters',
  },
  'finding.reason-missing': {
    status: 422,
    zh: '请写明理由（至少 5 个字）',
    en: 'Give reasons, in at least five characters',
  },
  'finding.over': {
    status: 409,
    zh: '该问题{state}，不能再改；有新的事实另行记录',
    en: 'This finding is over ({stateEn}) and stays as it is; new facts are recorded by themselves',
  },
  'finding.not-yours-to-answer': {
    status: 403,
    zh: '由被监督单位回复；监督人员不能替单位回复',
    en: 'The unit concerned answers; nobody answers for it',
  },
  'finding.supervised': {
    status: 403,
    zh: '被监督单位不能处置、撤销或者公开本单位的问题，只能回复和申请复核',
    en: 'The unit concerned may answer and ask for review; it cannot dispose of, withdraw or release a finding',
  },
  'finding.hearing-first': {
    status: 409,
    zh: '单位尚未回复，回复期到 {replyBy}；期满前不能作不利处置',
    en: 'The unit has not answered and may do so until {replyBy}; nothing adverse is decided before',
  },
  'finding.sealed': {
    status: 409,
    zh: '该问题尚未向单位公开；先公开、听取单位说明，再作不利处置',
    en: 'The unit does not know of this finding yet: release it and hear the unit before anything adverse',
  },
  'finding.not-sealed': {
    status: 409,
    zh: '该问题已经向单位公开',
    en: 'The unit knows of this finding already',
  },
  'finding.not-exempt': {
    status: 422,
    zh: '“{ground}”不在免责清单内：只有清单上的情形可以免责',
    en: '{ground} is not on the list of exemptions, and only what stands there excuses',
  },
  'finding.educated-before': {
    status: 422,
    zh: '同一单位同类问题一年内已批评教育 {times} 次（{findings}），不能再以批评教育了结',
    en: 'The same conduct of this unit was ended by educating {times} times within the period ({findings}); something must follow now',
  },
  'finding.grave-educated': {
    status: 422,
    zh: '严重问题不能以批评教育了结，请选择整改、文书、问责或者移送',
    en: 'A grave finding does not end with educating: rectify, issue an instrument, propose accountability or transfer',
  },
  'finding.remedy-first': {
    status: 422,
    zh: '有人因此受损：请先登记对受损人的补救（内容、日期、凭据），或者责令整改并限期补救',
    en: 'Somebody was harmed: enter the remedy with its date and proof, or order rectification with a date for it',
  },
  'finding.remedy-date': {
    status: 422,
    zh: '请填写补救日期；已经补救的不能晚于今天，责令补救的不能早于今天',
    en: 'Give the date of the remedy: not after today if done, not before today if ordered',
  },
  'finding.no-harm': {
    status: 409,
    zh: '这类问题没有对外损害，不需要登记补救',
    en: 'This conduct harms nobody outside; there is nothing to remedy',
  },
  'finding.review-late': {
    status: 409,
    zh: '申请复核的期限已过（{until}）',
    en: 'The time to ask for review ran out on {until}',
  },
  'finding.not-disposed': {
    status: 409,
    zh: '尚未作出处置，可以直接回复说明',
    en: 'Nothing has been decided yet; answer the finding instead',
  },
  'finding.review-asked': {
    status: 409,
    zh: '已经申请过复核',
    en: 'Review has been asked for already',
  },
  'finding.no-review': {
    status: 409,
    zh: '没有等待决定的复核申请',
    en: 'No review waits for a decision',
  },
  'finding.took-part': {
    status: 403,
    zh: '原来参与认定的人员应当回避（政府督查工作条例第十七条）：请由他人复核',
    en: 'Whoever took part in the finding stands aside in its review: another person decides',
  },
  'finding.no-such-source': {
    status: 409,
    zh: '该问题没有这一来源，或者该来源已经撤销',
    en: 'The finding has no such source, or it was withdrawn before',
  },
  'finding.whom': {
    status: 422,
    zh: '请选择单位、人员、工作牌或者事项',
    en: 'Choose a unit, a person, a badge or a matter',
  },
  'finding.handled': {
    status: 409,
    zh: '您已经申报并承办该问题',
    en: 'You have declared and handle this finding already',
  },
  'finding.softened': {
    status: 422,
    zh: '问题不能改成指导意见了结：{words}。请作出处置，或者说明为什么不属于过错',
    en: 'A finding is not turned into advice ({words}): dispose of it, or say why nobody is at fault',
  },
  'finding.declare-first': {
    status: 409,
    zh: '请先申报与被监督单位有无应当回避的关系，再办理',
    en: 'Declare first whether anything stands between you and the unit concerned',
  },
})
