import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" of inspections. What is sealed is answered like what does not exist. */
export const refuse = defineRefusals({
  'inspection.not-found': {
    status: 404,
    zh: '没有这次检查，或者您无权查看',
    en: 'There is no such inspection, or it is not yours to see',
  },
  'inspection.checklist-unknown': {
    status: 422,
    zh: '没有检查表“{checklist}”，请先公布检查表',
    en: 'There is no checklist "{checklist}"; publish it first',
  },
  'inspection.checklist-repeats': {
    status: 422,
    zh: '检查表中项目编号“{item}”重复',
    en: 'Item "{item}" stands twice in the checklist',
  },
  'inspection.checklist-unchanged': {
    status: 409,
    zh: '检查表与现行版本相同',
    en: 'The checklist is the same as the one in force',
  },
  'inspection.bad-period': {
    status: 422,
    zh: '起止日期不对：不能从 {from} 到 {until}',
    en: 'It cannot run from {from} to {until}',
  },
  'inspection.planner-not-in-team': {
    status: 422,
    zh: '拟定人须在检查组内，否则无人能看到保密的方案',
    en: 'Whoever plans belongs to the team: a sealed plan is seen by nobody else',
  },
  'inspection.not-in-pool': {
    status: 422,
    zh: '{account} 不在检查人员库内，请先入库',
    en: '{account} is not in the pool of inspectors; enrol first',
  },
  'inspection.unknown-unit': { status: 422, zh: '没有单位“{unit}”', en: 'There is no unit "{unit}"' },
  'inspection.section-not-in-frame': {
    status: 422,
    zh: '“{unit}”的处室“{section}”不在抽样框内，请先登记',
    en: 'Section "{section}" of "{unit}" is not in the sampling frame; list it first',
  },
  'inspection.nothing-to-visit': {
    status: 422,
    zh: '没有检查对象，请至少填一个单位',
    en: 'There is nothing to visit; name at least one unit',
  },
  'inspection.place-twice': {
    status: 422,
    zh: '同一检查对象列了两次',
    en: 'A place stands in the list twice',
  },
  'inspection.only-easy-units': {
    status: 422,
    zh: '不能只查容易的单位：名单中没有一般或者难点单位',
    en: 'Easy units alone are no inspection: add ordinary or hard ones',
  },
  'inspection.stratum-left-out': {
    status: 422,
    zh: '“{stratum}”一层有 {there} 个对象，至少要抽一个',
    en: 'Stratum "{stratum}" holds {there} places: draw at least one of them',
  },
  'inspection.sample-too-large': {
    status: 422,
    zh: '“{stratum}”一层只有 {there} 个对象',
    en: 'Stratum "{stratum}" holds only {there} places',
  },
  'inspection.two-inspectors': {
    status: 422,
    zh: '检查人员不得少于两人',
    en: 'An inspection takes two inspectors at least',
  },
  'inspection.group-of-one': {
    status: 422,
    zh: '第 {group} 组不足两人',
    en: 'Group {group} has fewer than two members',
  },
  'inspection.nobody-left': {
    status: 409,
    zh: '对“{unit}”各组都须回避，请增加检查人员',
    en: 'Every group stands aside from "{unit}"; add inspectors',
  },
  'inspection.draw-committed': {
    status: 409,
    zh: '名单已经封存，不能重新封存或者重抽',
    en: 'The lists are committed already: no second draw',
  },
  'inspection.not-committed': {
    status: 409,
    zh: '请先封存名单再抽取',
    en: 'Commit the lists before drawing',
  },
  'inspection.drawn': { status: 409, zh: '已经抽取，不能重抽', en: 'The lots are drawn already' },
  'inspection.own-word': {
    status: 403,
    zh: '封存名单的人不能自己给出抽取口令，请由组内另一人给出',
    en: 'Whoever committed the lists does not give the word; another member of the team does',
  },
  'inspection.not-drawn': { status: 409, zh: '还没有抽取', en: 'Nothing is drawn yet' },
  'inspection.leader-only': {
    status: 403,
    zh: '只有检查组组长可以办理',
    en: 'Only the leader of the team may do this',
  },
  'inspection.not-in-team': {
    status: 403,
    zh: '您不在这次检查的检查人员之内',
    en: 'You are not among the inspectors of this visit',
  },
  'inspection.self-filled': {
    status: 403,
    zh: '被检查单位的人员不能填写检查表',
    en: 'A unit does not fill in the sheet of its own inspection',
  },
  'inspection.same-thing-twice': {
    status: 409,
    zh: '“{unit}”在 {days} 天内已因同一事项安排检查（{on}），请并入该次检查',
    en: '"{unit}" is inspected for the same thing within {days} days ({on}); join that inspection',
  },
  'inspection.overlap-needs-reason': {
    status: 409,
    zh: '“{unit}”在 {days} 天内另有检查（{on}），请说明必须再查的理由',
    en: '"{unit}" has another inspection within {days} days ({on}); say why this one must be',
  },
  'inspection.visit-over': {
    status: 409,
    zh: '这次检查已经结束，不能再改',
    en: 'This visit is over and not changed any more',
  },
  'inspection.not-started': {
    status: 409,
    zh: '请先到场开始检查',
    en: 'Begin the visit on the spot first',
  },
  'inspection.started': { status: 409, zh: '检查已经开始', en: 'The visit has begun already' },
  'inspection.not-ended': { status: 409, zh: '请先结束现场检查', en: 'End the visit on the spot first' },
  'inspection.act-told-already': {
    status: 409,
    zh: '这台设备的第 {nth} 步已经报过，内容不同，不能再报',
    en: 'Act {nth} of this device was told already, and differently',
  },
  'inspection.acts-missing': {
    status: 409,
    zh: '还有 {missing} 步没有到达，请先同步完再结束',
    en: '{missing} acts have not arrived; synchronise them before the visit ends',
  },
  'inspection.in-the-future': {
    status: 422,
    zh: '时间晚于现在，请检查设备时间',
    en: 'That is later than now; check the clock of the device',
  },
  'inspection.alone-without-place': {
    status: 422,
    zh: '一个人到场时须有定位；没有定位的须两人到场',
    en: 'One person alone needs a position; without one, two must be present',
  },
  'inspection.no-such-item': {
    status: 422,
    zh: '检查表中没有项目“{item}”',
    en: 'The checklist has no item "{item}"',
  },
  'inspection.evidence-altered': {
    status: 422,
    zh: '文件与记录的校验值不符：内容已被改动，不予接收',
    en: 'The file does not match its recorded hash: it was altered and is not taken',
  },
  'inspection.evidence-unstamped': {
    status: 422,
    zh: '证据须有定位和时间戳，或者两人在场见证；两者都没有的不予接收',
    en: 'Evidence needs a stamp of place and time, or two witnesses; with neither it is not taken',
  },
  'inspection.no-such-evidence': { status: 404, zh: '没有这份证据', en: 'There is no such evidence' },
  'inspection.statement-unsigned': {
    status: 422,
    zh: '现场陈述须有签名；拒绝签名的须注明见证人',
    en: 'A statement is signed, or a witness says that signing was refused',
  },
  'inspection.evidence-needed': {
    status: 422,
    zh: '问题须附证据（项目“{item}”）',
    en: 'A problem needs evidence (item "{item}")',
  },
  'inspection.no-due-date': {
    status: 422,
    zh: '督查问题须有整改期限和复查日期，且复查不早于期限',
    en: 'A finding needs a due date and a re-check date that is not before it',
  },
  'inspection.item-unanswered': {
    status: 422,
    zh: '检查表还有 {count} 项没有填（如“{item}”）',
    en: '{count} items of the sheet are not answered (such as "{item}")',
  },
  'inspection.problem-without-finding': {
    status: 422,
    zh: '项目“{item}”不符合，但没有登记问题',
    en: 'Item "{item}" is not as it should be, but no finding was noted',
  },
  'inspection.receivers-missing': {
    status: 422,
    zh: '项目“{item}”须向至少 {needed} 个服务对象核实，不能只听单位介绍',
    en: 'Item "{item}" is confirmed by {needed} receivers at least, not by the unit alone',
  },
  'inspection.receiver-not-drawn': {
    status: 422,
    zh: '“{reference}”不是抽签确定的核实对象，不能自行换人',
    en: '"{reference}" was not drawn; whom to ask is not for the inspector to choose',
  },
  'inspection.receiver-passed-over': {
    status: 422,
    zh: '请先核实排在前面的“{reference}”；联系不上的注明联系不上',
    en: 'Ask "{reference}" first, who stands before; say so where nobody was reached',
  },
  'inspection.receivers-enough': {
    status: 422,
    zh: '项目“{item}”已核实 {count} 个对象，不能因为结果不好再另找别人',
    en: 'Item "{item}": {count} were reached; nobody else is asked because of what they said',
  },
  'inspection.no-such-receiver': {
    status: 404,
    zh: '这次检查没有抽到“{reference}”',
    en: '"{reference}" was not drawn for this visit',
  },
  'inspection.recheck-left-out': {
    status: 422,
    zh: '还有 {count} 个原有问题没有复查',
    en: '{count} earlier findings have not been re-checked',
  },
  'inspection.finding-not-followed': {
    status: 422,
    zh: '这次检查不复查问题“{finding}”',
    en: 'This visit does not re-check finding "{finding}"',
  },
  'inspection.visits-open': {
    status: 409,
    zh: '还有 {count} 处没有交情况单，不能完成',
    en: '{count} visits have no findings sheet; the round cannot end',
  },
  'inspection.units-skipped': {
    status: 409,
    zh: '普查还有 {count} 处没有检查且没有说明',
    en: '{count} places of the general inspection are neither visited nor explained',
  },
  'inspection.praise-only': {
    status: 422,
    zh: '没有一个问题也没有一份证据，只有好话的报告不予受理',
    en: 'Neither a problem nor a piece of evidence: a report of praise alone is not taken',
  },
  'inspection.over': { status: 409, zh: '这一轮检查已经完成', en: 'This round is closed' },
  'inspection.not-sealed': {
    status: 409,
    zh: '这一轮检查本来就是公开的',
    en: 'This round was never sealed',
  },
  'inspection.released-first': {
    status: 409,
    zh: '请先解密再完成',
    en: 'Release the sealed round before closing it',
  },
  'inspection.found-is-not-all': {
    status: 409,
    zh: '今年随机检查的样本只有 {sample} 处，不足以推算没有查到的；不能把查到的当作全部上报',
    en: 'This year’s random sample of {sample} places tells nothing of what was not found; the found cases are not the whole',
  },
  'inspection.setting-retroactive': {
    status: 422,
    zh: '数值不能从过去的日子（{from}）起算',
    en: 'A number does not hold from a day that has passed ({from})',
  },
  'inspection.file-too-large': {
    status: 413,
    zh: '单个文件不得超过 {limit} MB',
    en: 'A file may have {limit} MB at most',
  },
  'inspection.no-such-account': {
    status: 422,
    zh: '没有账号“{account}”',
    en: 'There is no account "{account}"',
  },
})
