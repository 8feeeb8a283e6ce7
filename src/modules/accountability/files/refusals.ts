import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about measures, with the sentence the person reads. */
export const refuse = defineRefusals({
  'accountability.not-found': {
    status: 404,
    zh: '没有这份案卷，或者您无权查看',
    en: 'There is no such file, or you may not see it',
  },
  'accountability.no-such-instrument': {
    status: 422,
    zh: '问责阶梯里没有“{instrument}”；口头处理不算处理，请选择阶梯里的一种',
    en: 'There is no "{instrument}" on the ladder; what is only said is no measure: choose one of the ladder',
  },
  'accountability.no-row': {
    status: 422,
    zh: '对照表里没有“{conduct}”，也没有通用的一行；请先补充对照表',
    en: 'The table has no row for "{conduct}" and none for everything; complete the table first',
  },
  'accountability.wrong-subject': {
    status: 422,
    zh: '“{instrument}”不能用于这类对象',
    en: '{instrument} is not for such a subject',
  },
  'accountability.no-person': {
    status: 422,
    zh: '请写明是谁、什么身份和职务层次；该人员须在这个单位',
    en: 'Say who it is, with status and rank; the person must be of that unit',
  },
  'accountability.no-finding': {
    status: 422,
    zh: '没有发现的问题就没有处理：请写明所依据的问题',
    en: 'Without a finding there is no measure: name the findings it rests on',
  },
  'accountability.finding-elsewhere': {
    status: 422,
    zh: '问题 {finding} 不是这个对象的',
    en: 'The finding {finding} does not concern this subject',
  },
  'accountability.finding-gone': {
    status: 409,
    zh: '问题 {finding} 已撤销、免责或者认定无过错，不能据以处理',
    en: 'The finding {finding} was withdrawn, exempted or found no fault: no measure rests on it',
  },
  'accountability.no-facts': {
    status: 422,
    zh: '请写明事实和所违反的规定',
    en: 'State the facts and the rule that was broken',
  },
  'accountability.no-evidence': {
    status: 422,
    zh: '没有证据不能提出“{instrument}”；请附证据',
    en: '{instrument} is not proposed without evidence; attach it',
  },
  'accountability.same-fact': {
    status: 409,
    zh: '同一事实已有处理（案卷 {file}），不得重复处理',
    en: 'The same fact is dealt with already (file {file}); nobody is punished twice for it',
  },
  'accountability.unit-first': {
    status: 422,
    zh: '集体责任在先：请先对单位提出处理，或者写明单位没有责任的理由',
    en: 'The unit answers first: propose its measure first, or say why it is not at fault',
  },
  'accountability.deviation-unexplained': {
    status: 422,
    zh: '对照表给出的是“{instrument}”；另选处理须写明理由（领导小组可见）',
    en: 'The table gives {instrument}; another choice needs a reason, which the leading group sees',
  },
  'accountability.must-be-higher': {
    status: 409,
    zh: '期间内因同一行为再次处理，须高于案卷 {file} 的档次',
    en: 'The same conduct within the period: the measure must be heavier than in file {file}',
  },
  'accountability.bad-period': {
    status: 422,
    zh: '期限须在 {least} 至 {most} 之间',
    en: 'The period is between {least} and {most}',
  },
  'accountability.wrong-stage': {
    status: 409,
    zh: '案卷现在是“{stage}”，不能这样办',
    en: 'The file is at "{stage}", so this cannot be done',
  },
  'accountability.reason-missing': {
    status: 422,
    zh: '请写明理由',
    en: 'Give the reason',
  },
  'accountability.not-yours': {
    status: 403,
    zh: '这一步由当事人（单位）自己办理',
    en: 'This step is for the subject itself',
  },
  'accountability.wrong-body': {
    status: 403,
    zh: '“{instrument}”由{authority}决定',
    en: '{instrument} is decided by {authorityEn}',
  },
  'accountability.too-few-deciders': {
    status: 422,
    zh: '须由 {needed} 位决定人共同决定，均不得是提出人',
    en: '{needed} persons decide together, none of whom proposed it',
  },
  'accountability.proposer-decides': {
    status: 409,
    zh: '提出处理的人不能作决定',
    en: 'Whoever proposed it does not decide it',
  },
  'accountability.decided-twice': {
    status: 409,
    zh: '您已经表示同意；还须由另一位决定',
    en: 'You have agreed already; another person must agree too',
  },
  'accountability.not-heard': {
    status: 409,
    zh: '陈述申辩期到 {until} 届满，在此以前未听取陈述不能决定',
    en: 'The subject may state a case until {until}; before that nothing is decided unheard',
  },
  'accountability.hearing-due': {
    status: 409,
    zh: '当事人要求听证，听证以前不能决定',
    en: 'A hearing was asked for; it comes before the decision',
  },
  'accountability.no-hearing': {
    status: 409,
    zh: '“{instrument}”没有听证，请以陈述申辩的方式提出',
    en: 'There is no hearing for {instrument}; state the case in writing',
  },
  'accountability.principal-first': {
    status: 409,
    zh: '同一事实正在问主要负责人的责任（{inquiry}），查清以前不能只处理下属',
    en: 'An inquiry asks what the principal answers for in the same facts ({inquiry}); a subordinate alone is not dealt with before',
  },
  'accountability.level-too-wide': {
    status: 422,
    zh: '“{instrument}”最多公开到“{level}”；不得点名的不点名',
    en: '{instrument} is published no further than {levelEn}, and names only where that is allowed',
  },
  'accountability.not-decided': {
    status: 409,
    zh: '案卷 {file} 还没有决定（或者已撤销），不得公布',
    en: 'File {file} is not decided, or no longer stands: nothing of it is published',
  },
  'accountability.future': {
    status: 422,
    zh: '还没有发生的事不能登记：{on} 在今天以后',
    en: 'What has not happened is not entered: {on} is after today',
  },
  'accountability.past': {
    status: 422,
    zh: '日期须在今天以后',
    en: 'The day must be after today',
  },
  'accountability.wrong-way': {
    status: 409,
    zh: '“{instrument}”不是这样执行的',
    en: '{instrument} is not carried out in this way',
  },
  'accountability.extended-already': {
    status: 409,
    zh: '已经延期一次，不得再延；到期未改即升一档',
    en: 'It was extended once and is not extended again; unmet, the next grade follows',
  },
  'accountability.self-verified': {
    status: 403,
    zh: '由发出的单位验收，被处理的单位不能自己验收',
    en: 'The issuer verifies; a unit does not verify itself',
  },
  'accountability.no-proof': {
    status: 422,
    zh: '请附改正的证明材料',
    en: 'Attach proof of what was mended',
  },
  'accountability.text-copied': {
    status: 409,
    zh: '与案卷 {file} 的文字相同 {percent}%，不能接受，请退回重写',
    en: '{percent}% the same as the text of file {file}: send it back',
  },
  'accountability.no-answer': {
    status: 409,
    zh: '还没有收到答复',
    en: 'There is no answer yet',
  },
  'accountability.talk-first': {
    status: 409,
    zh: '还没有谈话，或者已经检查过',
    en: 'The talk was not held yet, or was checked already',
  },
  'accountability.unsigned': {
    status: 422,
    zh: '谈话记录须由当事人签字，并写明出示的事实、作出的承诺和检查日期',
    en: 'The record needs the signature, the facts shown, the promises and the day of the check',
  },
  'accountability.post-missing': {
    status: 422,
    zh: '调整或者调动须写明现任岗位和层次，才看得出是不是平调或者提拔',
    en: 'Say which post and rank the person has now: otherwise nobody sees a sideways move or a promotion',
  },
  'accountability.only-told': {
    status: 422,
    zh: '处理决定须书面送达，口头告知不算',
    en: 'The decision is served in writing; being told by word of mouth is none',
  },
  'accountability.apology-unseen': {
    status: 409,
    zh: '受影响的人没有看到，道歉不算完成',
    en: 'The harmed person did not see it: the apology is not done',
  },
  'accountability.circular-inside': {
    status: 422,
    zh: '通报不能只在被通报单位内部：请发到其他单位',
    en: 'A circular does not stay inside the unit it is about: send it to others',
  },
  'accountability.circular-nameless': {
    status: 422,
    zh: '通报须点明单位“{unit}”',
    en: 'The circular must name the unit "{unit}"',
  },
  'accountability.circular-persons': {
    status: 422,
    zh: '决定没有准许点名，通报里不得出现当事人姓名',
    en: 'The decision does not allow the person to be named: his name is not in the circular',
  },
  'accountability.not-in-reach': {
    status: 404,
    zh: '没有发给本单位的这份通报',
    en: 'There is no such circular to your unit',
  },
  'accountability.appeal-late': {
    status: 409,
    zh: '{step}的期限已于 {until} 届满',
    en: 'The time to ask for {stepEn} ended on {until}',
  },
  'accountability.no-direct-appeal': {
    status: 409,
    zh: '这项决定不能越过复核直接申诉：请先申请复核，或者等复核决定作出后再申诉',
    en: 'This decision cannot be appealed past the review: ask for the review first, or appeal once it is decided',
  },
  'accountability.appeal-open': {
    status: 409,
    zh: '已有一件申诉正在处理',
    en: 'An appeal is under way',
  },
  'accountability.no-appeal': {
    status: 409,
    zh: '没有正在处理的申诉，或者申诉的途径已经用尽',
    en: 'There is no appeal under way, or no further one',
  },
  'accountability.appeal-same-body': {
    status: 403,
    zh: '申诉由提出、决定以外的机构和人员处理',
    en: 'An appeal is decided by others, of another body, than those who proposed and decided',
  },
  'accountability.judge-not-named': {
    status: 403,
    zh: '密封案卷的申诉由指定的人决定',
    en: 'An appeal in a sealed file is decided by whoever is named for it',
  },
  'accountability.not-sealed': {
    status: 409,
    zh: '这份案卷没有密封，申诉由另一机构直接决定，不用指定',
    en: 'This file is not sealed: another body decides the appeal without being named',
  },
  'accountability.sealed': {
    status: 409,
    zh: '案卷 {file} 密封，决定没有准许公开，不得通报或者公布',
    en: 'File {file} is sealed and its decision does not open it: nothing of it is told outside',
  },
  'accountability.not-to-drop': {
    status: 403,
    zh: '尚未决定的处理，由提出人或者有权决定的机关不予处理',
    en: 'What is not decided yet is dropped by whoever proposed it, or by the body that decides it',
  },
  'accountability.withdrawal-not-yours': {
    status: 403,
    zh: '撤回由监察人员或者作出决定的机关提出',
    en: 'A withdrawal is proposed by supervision or by the body that decided',
  },
  'accountability.withdrawal-open': {
    status: 409,
    zh: '已有人提出撤回，正待另一人确认',
    en: 'A withdrawal was proposed already and waits for a second person',
  },
  'accountability.no-withdrawal': {
    status: 409,
    zh: '没有人提出撤回：先由一人提出并写明理由',
    en: 'Nobody has proposed a withdrawal: first somebody does, with a reason',
  },
  'accountability.withdrawal-alone': {
    status: 403,
    zh: '撤回须由作出决定的机关的另一人确认，不能是提出撤回的人、提出处理的人或者当事人',
    en: 'A withdrawal is confirmed by another person of the deciding body: not by whoever proposed it, proposed the measure, or is its subject',
  },
  'accountability.not-served': {
    status: 409,
    zh: '决定还没有送达',
    en: 'The decision was not served yet',
  },
  'accountability.served-before': {
    status: 422,
    zh: '处理决定于 {decided} 作出，送达不能早于这一天',
    en: 'It was decided on {decided} and cannot have been served before',
  },
  'accountability.served-already': {
    status: 409,
    zh: '决定已经送达',
    en: 'The decision was served already',
  },
})
