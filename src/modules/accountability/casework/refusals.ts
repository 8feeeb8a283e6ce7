import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" of casework, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'investigation.not-found': {
    status: 404,
    zh: '没有编号为 {number} 的个案，或者您无权查看',
    en: 'There is no case {number}, or you may not see it',
  },
  'investigation.not-on-it': {
    status: 403,
    zh: '您不在本案承办组内；由承办人办理',
    en: 'You are not on this case; those who handle it do this',
  },
  'investigation.own-unit': {
    status: 403,
    zh: '{account} 是被反映单位的人员，不能承办本案；请换其他单位的人承办',
    en: '{account} is of the unit that the case is about and cannot handle it; name somebody of another unit',
  },
  'investigation.no-such-person': {
    status: 422,
    zh: '没有账号 {account}，或者其不是监察人员或领导，请核对',
    en: 'There is no account {account}, or it is neither supervision nor a leader; please check',
  },
  'investigation.two-people': {
    status: 422,
    zh: '决定人不能是承办人：谁查的案，由另一人决定',
    en: 'Whoever handles the case does not decide on it: name another',
  },
  'investigation.appeal-same-people': {
    status: 422,
    zh: '承办过本案和作出决定的人不能复核申诉，请交另一名领导或监察人员复核',
    en: 'Whoever handled or decided the case does not decide on the appeal: name another leader or supervisor',
  },
  'investigation.not-yours-to-review': {
    status: 403,
    zh: '申诉由指定的复核人（{reviewer}）决定；还没有指定的，由承办人先指定',
    en: 'The appeal is decided by the person named for it ({reviewer}); where nobody is, those on the case name one first',
  },
  'investigation.measure-lifted': {
    status: 409,
    zh: '对 {name} 的处理已经申诉撤销，不能再立卷',
    en: 'The measure against {name} was lifted on appeal and is not filed',
  },
  'investigation.of-the-team': {
    status: 409,
    zh: '{account} 是本案承办人或决定人，不能同时是被查的人；请先换人承办',
    en: '{account} handles or decides this case and cannot be in question in it; change the people first',
  },
  'investigation.wrong-moment': {
    status: 409,
    zh: '本案现在处于“{stageZh}”，不能这样办',
    en: 'The case is at "{stageEn}"; this cannot be done now',
  },
  'investigation.reason-missing': {
    status: 422,
    zh: '请写明{whatZh}（至少五个字）',
    en: 'Please write {whatEn} (five characters at least)',
  },
  'investigation.no-milestone': {
    status: 422,
    zh: '方案至少有一个节点，各有完成日期，不早于今天且不晚于本案期限',
    en: 'A plan has a milestone at least, each with its day, not before today and not after the day the case is due',
  },
  'investigation.unknown-milestone': {
    status: 422,
    zh: '方案中没有节点 {code}，或者已经完成',
    en: 'The plan has no milestone {code}, or it was reached already',
  },
  'investigation.two-interviewers': {
    status: 422,
    zh: '谈话须由本案承办组两人进行',
    en: 'Two people of those on the case hold an interview',
  },
  'investigation.future': { status: 422, zh: '{at} 还没有到', en: '{at} is still to come' },
  'investigation.unknown-node': {
    status: 422,
    zh: '责任链中没有 {node}',
    en: 'There is no {node} in the chain of responsibility',
  },
  'investigation.unknown-evidence': {
    status: 422,
    zh: '没有证据 {evidence}，请先登记证据',
    en: 'There is no evidence {evidence}; enter it first',
  },
  'investigation.document-differs': {
    status: 422,
    zh: '本案没有登记过这份文件的校验值：文件已被改动，或者还没有登记',
    en: 'Nothing of this case was recorded with the fingerprint of this file: it was altered, or was not entered yet',
  },
  'investigation.document-kept': {
    status: 409,
    zh: '这份原件已经入卷，不能替换',
    en: 'This original is in the file already and is not exchanged',
  },
  'investigation.document-altered': {
    status: 422,
    zh: '保存的文件与登记的校验值不符',
    en: 'What is stored is not what its recorded fingerprint says',
  },
  'investigation.no-document': {
    status: 404,
    zh: '这份原件没有入卷，只登记了校验值',
    en: 'This original is not in the file; only its fingerprint is on record',
  },
  'investigation.file-too-large': {
    status: 413,
    zh: '单个文件不得超过 {limit} MB',
    en: 'A file may have {limit} MB at most',
  },
  'investigation.proof-missing': {
    status: 422,
    zh: '还缺证据：{missingZh}；两者齐全才能认定事实',
    en: 'Evidence is missing: {missingEn}; the facts stand only with all of it',
  },
  'investigation.facts-first': {
    status: 409,
    zh: '先查明事实，再认定后果等次',
    en: 'First the facts, then the level of consequence',
  },
  'investigation.damage-labelled-minor': {
    status: 422,
    zh: '按登记的损失和伤害，后果不轻于“{levelZh}”，不能定为更轻的等次',
    en: 'By the loss and harm on record the consequence is no less than "{levelEn}"',
  },
  'investigation.not-heard': {
    status: 409,
    zh: '{name} 还没有陈述申辩；先听取本人意见，放弃的也要记明',
    en: '{name} was not heard yet; hear the person first, and record it if he waives it',
  },
  'investigation.stops-at-first': {
    status: 409,
    zh: '不能只查到 {name}：请查明谁指使、批准，或者以证据说明上面没有人指使、批准',
    en: 'It does not stop at {name}: find who ordered or approved it, or prove that nobody above did',
  },
  'investigation.no-result': {
    status: 409,
    zh: '{name} 还没有结论；责任链上每一个都要有结论',
    en: 'There is no result for {name}; each of the chain gets one',
  },
  'investigation.leader-left-out': {
    status: 409,
    zh: '办件期间有领导的指示或过问（{leader}），须列入责任链，不能只追究经办人',
    en: "A leader's word fell into the time of the case ({leader}): it belongs into the chain, not the officer alone",
  },
  'investigation.only-the-last': {
    status: 409,
    zh: '超时由各环节按停留时间分担：{who} 也占 {share}%，不能只追究最后一人',
    en: 'The delay is shared by how long each held the case: {who} held {share}% of it, so not the last person alone',
  },
  'investigation.officer-swapped': {
    status: 422,
    zh: '受理人员是 {officer}，以受理时的记录为准，不能换人',
    en: 'The accepting officer is {officer}, by the record of the acceptance; nobody takes his place',
  },
  'investigation.applicant-agreed': {
    status: 422,
    zh: '“申请人同意”不能免除受理人员的责任；请写其他依据',
    en: 'That the applicant agreed does not excuse the officer; give another ground',
  },
  'investigation.no-downgrade': {
    status: 422,
    zh: '“{kindZh}”不能改作较轻的问题处理；查不实的，以证据作出不负责任的结论',
    en: '"{kindEn}" is not handled as something lighter; what is not proven ends as such, with evidence',
  },
  'investigation.outside-table': {
    status: 422,
    zh: '对照表为“{gradeZh}”；不按对照表处理的，须写明理由',
    en: 'The table says "{gradeEn}"; another grade needs its reason',
  },
  'investigation.measure-missing': {
    status: 422,
    zh: '每个应负责任的人和单位都要有处理意见，其他的不能有',
    en: 'Everybody who answers for it gets a measure, and nobody else',
  },
  'investigation.no-proposal': { status: 409, zh: '还没有处理意见', en: 'Nothing has been proposed yet' },
  'investigation.not-yours-to-decide': {
    status: 403,
    zh: '由 {decider} 决定，不能由承办人决定',
    en: '{decider} decides on it, and nobody who handles it',
  },
  'investigation.transfer-first': {
    status: 409,
    zh: '应移送纪检机关并取得回执，不能自行了结',
    en: 'It goes to the discipline body, whose receipt is needed; it is not settled here',
  },
  'investigation.refund-missing': {
    status: 409,
    zh: '应退 {due} 元，已有退款凭证 {paid} 元；退清后才能结案',
    en: '{due} yuan are to be paid back and {paid} are proven; the case is closed after the rest',
  },
  'investigation.harmed-not-told': {
    status: 409,
    zh: '还没有把结果告知受害人',
    en: 'The person harmed has not been told the outcome',
  },
  'investigation.result-not-sent-up': {
    status: 409,
    zh: '上级交办的，先报送结果',
    en: 'What was referred down is reported back up first',
  },
  'investigation.upper-refers-down': {
    status: 403,
    zh: '上级监察机构可以查看、交办、听取结果，由本级办理',
    en: 'An office above sees, refers down and gets the result; the level here handles it',
  },
  'investigation.only-upper-refers': {
    status: 403,
    zh: '“上级交办”由上级监察机构的人员登记',
    en: 'What is referred down is entered by the office above',
  },
  'investigation.result-day-missing': {
    status: 422,
    zh: '交办须写明文号和报结果的日期（不早于今天）',
    en: 'What is referred down names its number and the day of its result, not before today',
  },
  'investigation.not-appealable': {
    status: 409,
    zh: '{name} 没有可以申诉的处理，或者已过申诉期限，或者已申诉',
    en: 'There is no measure for {name} to appeal against, or the time for it is over, or it was done',
  },
  'investigation.not-your-unit': {
    status: 403,
    zh: '由被查单位的负责人答复',
    en: 'The head of the unit in question answers',
  },
  'investigation.particulars': {
    status: 422,
    zh: '案由和登记的内容不一致，请核对',
    en: 'What was entered does not fit the kind of case; please check',
  },
  'investigation.answered': {
    status: 409,
    zh: '本单位已经答复；答复不能更换，新的情况请向承办人说明',
    en: 'The unit has answered and the answer stays; tell those who handle the case of anything new',
  },
  'investigation.no-unit': { status: 422, zh: '没有单位 {unit}，请核对', en: 'There is no unit {unit}' },
  'investigation.no-case': { status: 422, zh: '没有办件 {caseNo}，请核对', en: 'There is no file {caseNo}' },
  'typical.not-decided': {
    status: 422,
    zh: '个案 {number} 没有决定，或者是密封的，不能通报',
    en: 'The case {number} is not decided, or sealed: it cannot go into a circular',
  },
  'typical.old-case': {
    status: 422,
    zh: '个案 {number} 已通报过，或者是 {days} 天以前决定的，不能当作典型个案再用',
    en: 'The case {number} was told before, or was decided more than {days} days ago: an old case is not used again',
  },
  'typical.no-unit-named': {
    status: 422,
    zh: '关于个案 {number} 的文字没有点名单位“{unit}”，通报必须点名单位',
    en: 'What is said of {number} does not name the unit "{unit}"; a circular names it',
  },
  'typical.not-addressed': {
    status: 404,
    zh: '没有发到本单位的这份典型个案通报',
    en: 'There is no such circular on typical cases for your unit',
  },
  'talk.not-found': { status: 404, zh: '没有这次提醒谈话', en: 'There is no such reminder talk' },
  'talk.with-himself': {
    status: 403,
    zh: '提醒谈话不能由被谈话人自己登记',
    en: 'Nobody records a reminder talk with himself',
  },
  'talk.held': { status: 409, zh: '已经谈过', en: 'It was held already' },
})
