import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" of case handling, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'case.not-found': {
    status: 404,
    zh: '没有编号为 {caseNo} 的办件，或者您无权查看；请核对编号和查询码',
    en: 'There is no case {caseNo}, or you may not see it; check the number and the code',
  },
  'case.power-not-delegated': {
    status: 403,
    zh: '本事项的{power}权已按授权书授给指定岗位，您不在其中；请由被授权岗位或者其B岗办理',
    en: 'For this item the power to {powerEn} was delegated to posts of which you hold none; it is for them, or their backups',
  },
  'case.holiday-no-ground': {
    status: 422,
    zh: '休息日、节假日、材料在途（送回部门、传递、流转）都不是中止的理由，时限照常计算；只有法律列明的情形才能中止',
    en: 'Rest days, holidays and papers on their way to the department are no ground: the clock runs on, and only what the law lists stops it',
  },
  'case.no-such-file': {
    status: 422,
    zh: '有一份文件不在您为本件上传的文件中，请重新上传',
    en: 'One of the files is not among those you sent for this application; send it again',
  },
  'case.form-answer-wrong': {
    status: 422,
    zh: '申请表“{field}”：{because}',
    en: 'In the application form, "{fieldEn}": {becauseEn}',
  },
  'case.form-field-not-asked': {
    status: 422,
    zh: '申请表中没有“{field}”这一项，请刷新页面后重新填写',
    en: 'The application form does not ask "{field}"; load the page again and fill it in',
  },
  'case.form-stands': {
    status: 409,
    zh: '申请表已经提交。需要更正的，请在补正时一并更正',
    en: 'The application form has been handed in. It can be corrected together with what a supplement notice asks for',
  },
  'case.no-form': {
    status: 404,
    zh: '办件 {caseNo} 没有在线填写的申请表，请看所附材料',
    en: 'No form was filled in on the platform for case {caseNo}; see its materials',
  },
  'case.file-handed-in': {
    status: 409,
    zh: '这份文件已经随申请提交，不能删去；需要更换的，请在补正时提交新的文件',
    en: 'This file was handed in with the application and stays; hand in another one with the supplement',
  },
  'case.file-too-large': {
    status: 413,
    zh: '文件超过 {limit} MB。请压缩图片，或分成几份上传',
    en: 'The file is larger than {limit} MB. Compress the pictures, or send it in parts',
  },
  'case.too-many-files': {
    status: 409,
    zh: '一件申请最多上传 {most} 个文件。请合并后再传，或把材料送到窗口',
    en: 'An application takes {most} files at most. Put some together, or bring the papers to the counter',
  },
  'case.channel-not-open': {
    status: 422,
    zh: '事项“{item}”不从“{channel}”渠道接收申请，可用渠道：{open}',
    en: 'The item "{item}" takes no applications by {channel}; use one of: {open}',
  },
  'case.item-not-open': {
    status: 409,
    zh: '事项“{item}”现在不能受理新的申请（{state}），在办的办件照常办完',
    en: 'The item "{item}" takes no new applications now ({state}); running cases go on',
  },
  'case.held-by-government': {
    status: 422,
    zh: '“{material}”由{by}掌握，由本机关核验，不得向申请人索要',
    en: '"{material}" is held by {by} and looked up by the office; it is not asked from the applicant',
  },
  'case.material-not-listed': {
    status: 422,
    zh: '材料“{material}”不在公布的材料清单内，不得要求提交',
    en: 'The material "{material}" is not on the published list and must not be asked for',
  },
  'case.agent-is-applicant': {
    status: 422,
    zh: '代理人和申请人是同一人。本人来办的，不必填写代理人',
    en: 'Agent and applicant are the same; leave the agent out when the applicant comes in person',
  },
  'case.agent-without-mandate': {
    status: 422,
    zh: '代办件须登记代办人和书面委托；由代办员受托的，请在“代办”页面收件',
    en: 'A case that comes by an agent names the agent and the mandate; what an agent of a village or the hall took on is filed on the page of agencies',
  },
  'case.mandate-ended': {
    status: 422,
    zh: '授权委托书的有效期到 {until}，今天已经失效。请申请人重新出具委托书，或本人来办',
    en: 'The mandate ended on {until}; the applicant gives a new one, or comes in person',
  },
  'case.materials-missing': {
    status: 409,
    zh: '还缺必要材料：{missing}；请一次性告知补正，或等申请人补齐后再受理',
    en: 'Necessary materials are missing: {missing}; give the one notice, or accept once they are handed in',
  },
  'case.materials-complete': {
    status: 409,
    zh: '材料已经齐全，应当受理，不能再要求补正（行政许可法第三十二条）',
    en: 'The materials are complete: the case must be accepted, nothing more may be asked for (行政许可法 art. 32)',
  },
  'case.nothing-missing': {
    status: 422,
    zh: '补正告知必须一次列全所缺材料，请至少勾选一项',
    en: 'A supplement notice lists everything that is missing; tick at least one material',
  },
  'case.supplement-unexplained': {
    status: 422,
    zh: '办事指南没有说明材料“{material}”怎么准备，请写明缺什么、怎么补，不能只叫人再来',
    en: 'The guide does not explain the material "{material}": say what is missing and how to supply it, not only to come back',
  },
  'case.material-already-handed-in': {
    status: 422,
    zh: '材料“{material}”已经收到，不能再要求提交',
    en: 'The material "{material}" has been handed in and may not be asked for again',
  },
  'case.second-supplement-notice': {
    status: 409,
    zh: '补正只能一次性告知，本件已于 {at} 告知过；确需再次告知的，由单位负责人写明法定理由后发出',
    en: 'The notice is given once, and was given at {at}; a second one is for the head of the unit alone, with the ground in law',
  },
  'case.after-acceptance': {
    status: 409,
    zh: '已经受理，不得再要求补送材料或退回（限时办结：要么决定，要么依法延期）',
    en: 'The case has been accepted: nothing may be asked for or sent back any more, only decided or lawfully extended',
  },
  'case.not-accepted': {
    status: 409,
    zh: '尚未受理，不能进行这一步；请先受理、告知补正或不予受理',
    en: 'The case has not been accepted yet; accept it, give the supplement notice, or decline it first',
  },
  'case.nothing-to-supply': {
    status: 409,
    zh: '没有发出过补正告知，无需补交材料',
    en: 'No supplement notice has been given; there is nothing to supply',
  },
  'case.over': {
    status: 409,
    zh: '办件已经{how}，不能再办理；有新的事项请另行申请，确有错误的走更正程序',
    en: 'The case is over ({how}); apply anew for something new, or correct what was wrong',
  },
  'case.suspended': {
    status: 409,
    zh: '办件处于特别程序（{ground}），时限中止；请先恢复',
    en: 'The case is suspended ({ground}); resume it first',
  },
  'case.not-suspended': {
    status: 409,
    zh: '办件没有中止，不需要恢复',
    en: 'The case is not suspended',
  },
  'case.reason-missing': {
    status: 422,
    zh: '请写明理由：{what}',
    en: 'Give the reason: {what}',
  },
  'case.no-such-step': {
    status: 404,
    zh: '本件没有环节“{step}”，或者还没有轮到它',
    en: 'The case has no step "{step}", or its turn has not come',
  },
  'case.no-earlier-step': {
    status: 409,
    zh: '还没有办结的环节，没有可以退回的上一环节；有疑问请与上一岗位联系，或在本环节写明意见',
    en: 'No step is done yet, so there is none to send it back to; say what is wrong in the opinion of this step',
  },
  'case.step-not-yours': {
    status: 403,
    zh: '环节“{step}”由 {unit} 的“{post}”岗位办理；岗位A岗离岗时由B岗接办',
    en: 'The step "{step}" belongs to the post "{post}" of {unit}; its backup has it while the holder is away',
  },
  'case.other-unit': {
    status: 403,
    zh: '本件由 {unit} 办理，您不能代为操作',
    en: 'The case belongs to {unit}; you cannot act on it',
  },
  'case.steps-open': {
    status: 409,
    zh: '还有环节没有办完：{steps}',
    en: 'Steps are still open: {steps}',
  },
  'case.basis-missing': {
    status: 422,
    zh: '不予许可的决定必须写明理由和法律依据（行政许可法第三十八条）',
    en: 'A denial states its reasons and its basis in law (行政许可法 art. 38)',
  },
  'case.not-decided': {
    status: 409,
    zh: '还没有作出决定，不能送达、评价或更正',
    en: 'Nothing has been decided yet; there is nothing to deliver, rate or correct',
  },
  'case.posted-otherwise': {
    status: 422,
    zh: '只有邮寄送达才填写交邮日',
    en: 'A day of posting belongs to delivery by post only',
  },
  'case.posted-day-wrong': {
    status: 422,
    zh: '交邮日 {on} 不对：应在作出决定的 {from} 到今天之间，请按邮件收据填写',
    en: 'The day of posting {on} cannot be right: it lies between the decision on {from} and today; take it from the postal receipt',
  },
  'case.already-delivered': {
    status: 409,
    zh: '结果已于 {at} 送达',
    en: 'The result was delivered at {at}',
  },
  'case.already-rated': {
    status: 409,
    zh: '一件一评：本件已经评价过，评价不能修改；有新的意见请提出投诉或建议',
    en: 'One case, one rating: it has been rated and a rating stays; file a complaint or a proposal for anything new',
  },
  'case.only-applicant': {
    status: 403,
    zh: '只有申请人可以撤回或评价',
    en: 'Only the applicant may withdraw or rate',
  },
  'case.extension-asked': {
    status: 409,
    zh: '已经提出过延期申请，正在等待批准',
    en: 'An extension has been asked for and waits for its approval',
  },
  'case.no-extension-asked': {
    status: 409,
    zh: '没有待批准的延期申请',
    en: 'No extension waits for approval',
  },
  'case.extension-self-approved': {
    status: 403,
    zh: '延期由上级或本级政府负责人批准，承办单位不能自己批准',
    en: 'An extension is approved above the handling unit, never by itself',
  },
  'case.extension-too-late': {
    status: 409,
    zh: '时限已经届满，不能再延期',
    en: 'The limit has run out; it can no longer be extended',
  },
  'case.false-material-granted': {
    status: 422,
    zh: '认定隐瞒情况或者提供虚假材料的，不能准予；请改为不予许可，或者清空这一项',
    en: 'What rests on false material cannot be granted; deny it, or leave the finding empty',
  },
  'case.no-licence-number': {
    status: 422,
    zh: '本决定不产生新的证照编号（不予许可、延续，或者事项结果不是证照），请清空证照编号',
    en: 'This decision yields no new licence number (a denial, a renewal, or an item without a licence); leave it empty',
  },
  'case.corrected-by-same': {
    status: 403,
    zh: '更正须由作出决定的人以外的负责人办理',
    en: 'A correction is made by a head other than whoever decided',
  },
  'case.on-the-spot-late': {
    status: 422,
    zh: '“{item}”是当场办结事项，转为承诺办理必须写明理由',
    en: '"{item}" is finished on the spot; say why it cannot be this time',
  },
})
