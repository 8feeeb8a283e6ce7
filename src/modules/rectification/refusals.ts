import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about problems and measures, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'problem.not-found': {
    status: 404,
    zh: '没有编号为 {problem} 的问题，或者您无权查看',
    en: 'There is no problem {problem}, or you may not see it',
  },
  'problem.vague': {
    status: 422,
    zh: '“{fact}”过于笼统：请写明哪件事、哪个环节、什么时间、怎么不对',
    en: '"{fact}" is too vague: say which matter, which step, when, and what was wrong',
  },
  'problem.several': {
    status: 422,
    zh: '这里写了 {count} 个问题，请一事一条分别登记',
    en: 'These are {count} problems; enter each as its own',
  },
  'problem.own-unit-only': {
    status: 403,
    zh: '单位只能登记本单位自查出的问题',
    en: 'A unit enters only what its own self-check found',
  },
  'problem.no-such-unit': { status: 422, zh: '没有单位 {unit}', en: 'There is no unit {unit}' },
  'problem.period-unknown': {
    status: 409,
    zh: '活动“{period}”还没有做作风现状分析（基线），不能开始登记',
    en: 'No baseline was taken for "{period}", so it cannot begin',
  },
  'problem.first-later': {
    status: 422,
    zh: '最早登记的日期不能晚于今天',
    en: 'The day of the first entry cannot lie after today',
  },
  'problem.over': {
    status: 409,
    zh: '该问题{state}，不能再作此操作',
    en: 'The problem is {stateEn}; this can no longer be done',
  },
  'problem.sealed': {
    status: 409,
    zh: '该问题尚未对单位公开，公开后才能制定措施',
    en: 'The unit does not know of it yet; it is planned for once it is released',
  },
  'problem.not-closed': { status: 409, zh: '该问题尚未销号', en: 'The problem is not closed out' },
  'problem.reason-missing': {
    status: 422,
    zh: '请写明理由（不少于 {least} 个字）',
    en: 'Give the reason, in {least} signs at least',
  },
  'problem.downgrade-unsigned': {
    status: 403,
    zh: '重症降级须由领导签署理由',
    en: 'Lowering a grave problem takes a leader’s signed reason',
  },
  'problem.no-measure': {
    status: 409,
    zh: '没有整改措施，不能销号',
    en: 'There is no measure, so it cannot be closed out',
  },
  'problem.nothing-since': {
    status: 409,
    zh: '反弹以后没有新的、验收通过的措施，不能再次销号',
    en: 'Nothing new was done and verified since it came back',
  },
  'problem.not-verified': {
    status: 409,
    zh: '措施 {measure} 还没有验收通过，不能销号',
    en: 'Measure {measure} is not verified yet, so it cannot be closed out',
  },
  'problem.no-reply': {
    status: 409,
    zh: '还没有答复反映问题的人，不能只凭单位自己说了销号',
    en: 'Whoever raised it has no reply yet; it is not closed on the unit’s word alone',
  },
  'problem.raiser-waits': {
    status: 409,
    zh: '反映人还没有表态，可在 {until} 之后销号',
    en: 'Whoever raised it has not spoken; it can be closed after {until}',
  },
  'problem.raiser-unsatisfied': {
    status: 409,
    zh: '反映人表示没有解决：请继续整改并再次答复，或者由领导签署理由',
    en: 'Whoever raised it says it is not solved: go on and reply again, or let a leader sign why',
  },
  'problem.only-symptoms': {
    status: 409,
    zh: '反复出现的问题至少要有一条治本措施',
    en: 'A problem that comes back needs at least one measure against its cause',
  },
  'problem.no-change-of-rules': {
    status: 409,
    zh: '顽症须有制度或者流程的修改（写明文件），一次性处理不能销号',
    en: 'A stubborn problem needs a changed rule or process, with its document',
  },
  'problem.no-contract': {
    status: 409,
    zh: '疑难问题须有包案领导和节点，且节点全部完成',
    en: 'A deep-seated problem needs a leader in charge and milestones, all reached',
  },
  'problem.no-milestones': {
    status: 422,
    zh: '包案须列出至少一个有日期的节点',
    en: 'Taking it on needs at least one milestone with a date',
  },
  'problem.no-such-milestone': { status: 404, zh: '没有这个节点', en: 'There is no such milestone' },
  'problem.not-in-charge': {
    status: 403,
    zh: '由包案领导 {leader} 报告',
    en: 'It is for {leader}, who took it on',
  },
  'problem.owner-closes': {
    status: 403,
    zh: '责任人和责任单位不能自己销号',
    en: 'Neither an owner nor the unit closes out its own problem',
  },
  'problem.same-reviewer': {
    status: 403,
    zh: '回头看须由销号人、验收人以外的人进行',
    en: 'The look-back is done by somebody who neither closed nor verified it',
  },
  'problem.look-back-early': {
    status: 409,
    zh: '回头看从 {on} 起进行',
    en: 'The look-back begins on {on}',
  },
  'problem.view-missing': {
    status: 422,
    zh: '请写明反映人的意见；联系不上的写明联系经过',
    en: 'State the view of whoever raised it, or how he was tried to be reached',
  },
  'problem.out-of-order': {
    status: 409,
    zh: '群众更不满意的问题 {problem} 还没有动手；确需先办的请写明理由',
    en: 'Problem {problem}, with which people are less satisfied, is untouched; to go first, give the reason',
  },
  'problem.no-raiser': {
    status: 409,
    zh: '该问题没有登记反映人',
    en: 'Nobody is on record as having raised it',
  },
  'problem.wrong-code': {
    status: 404,
    zh: '没有编号为 {problem} 的问题，或者查询码不对',
    en: 'There is no problem {problem}, or the code is wrong',
  },
  'measure.not-found': {
    status: 404,
    zh: '没有编号为 {measure} 的措施，或者您无权查看',
    en: 'There is no measure {measure}, or you may not see it',
  },
  'measure.no-problem': {
    status: 422,
    zh: '请选择至少一个问题',
    en: 'Name at least one problem',
  },
  'measure.foreign-problem': {
    status: 403,
    zh: '只能为本单位的问题制定措施；共性问题由上一级制定',
    en: 'A unit plans for its own problems; common ones are planned a tier above',
  },
  'measure.nobody-named': {
    status: 422,
    zh: '“{given}”不是责任人：请写明一名负责领导和一名经办人',
    en: '"{given}" is nobody: name one leader and one officer',
  },
  'measure.one-for-both': {
    status: 422,
    zh: '负责领导和经办人须是两个人',
    en: 'Leader and officer are two people',
  },
  'measure.leader-needed': {
    status: 422,
    zh: '急症须由单位负责人或者领导负责',
    en: 'An acute problem is led by the head of the unit or a leader',
  },
  'measure.no-date': {
    status: 422,
    zh: '“{given}”不是期限：请写明日期，“长期”不行',
    en: '"{given}" is no date: write a day; "long-term" will not do',
  },
  'measure.past-class': {
    status: 422,
    zh: '该类问题最迟 {last} 整改完，确需更久的由监察室延期',
    en: 'A problem of this class is mended by {last}; the office may extend it',
  },
  'measure.not-at-once': {
    status: 422,
    zh: '立行立改最迟 {last} 完成',
    en: 'What is mended at once is done by {last}',
  },
  'measure.past': { status: 422, zh: '期限 {given} 已经过去', en: 'The date {given} is over' },
  'measure.owner-fixed': {
    status: 409,
    zh: '期限（{dueOn}）已过，不能更换责任人',
    en: 'The date ({dueOn}) is over; who answers for it is no longer changed',
  },
  'measure.not-owner': {
    status: 403,
    zh: '由该措施的责任人或者单位负责人办理',
    en: 'It is for those who answer for the measure, or the head of the unit',
  },
  'measure.no-proof': {
    status: 409,
    zh: '请先上传证明材料，说改好了不算',
    en: 'Hand in the proof first; saying so does not close anything',
  },
  'measure.not-handed-in': {
    status: 409,
    zh: '该措施还没有报请验收',
    en: 'The measure was not handed in for verification',
  },
  'measure.settled': {
    status: 409,
    zh: '该措施已验收通过，不能再改',
    en: 'The measure is verified and no longer changed',
  },
  'measure.self-verified': {
    status: 403,
    zh: '责任人不能验收自己的措施',
    en: 'Nobody verifies a measure that he answers for',
  },
  'measure.unit-verifies-itself': {
    status: 403,
    zh: '责任单位不能验收本单位的措施，请由其他单位的人验收',
    en: 'A unit does not verify its own measure; somebody of another unit does',
  },
  'measure.no-such-point': {
    status: 404,
    zh: '质量清单上没有这一条',
    en: 'There is no such point on the checklist',
  },
  'measure.no-such-file': { status: 404, zh: '没有这份证明材料', en: 'There is no such file' },
  'measure.file-too-large': {
    status: 413,
    zh: '文件不能超过 {limit} MB',
    en: 'A file holds at most {limit} MB',
  },
  'measure.not-later': {
    status: 422,
    zh: '新期限须晚于 {dueOn}',
    en: 'The new date lies after {dueOn}',
  },
  'measure.not-public': { status: 409, zh: '该措施没有公开', en: 'The measure is not public' },
  'measure.no-such-comment': { status: 404, zh: '没有这条意见', en: 'There is no such comment' },
  'measure.not-drawn': {
    status: 409,
    zh: '该措施没有被这一轮抽中',
    en: 'The measure was not drawn in this round',
  },
  'commitment.not-found': {
    status: 404,
    zh: '没有公开编号为 {measure} 的承诺',
    en: 'No commitment {measure} is public',
  },
  'list.not-the-head': {
    status: 403,
    zh: '由单位负责人签字确认本单位的问题清单',
    en: 'The head of the unit signs its list',
  },
  'round.not-found': { status: 404, zh: '没有抽查 {round}', en: 'There is no round {round}' },
  'round.checked': { status: 409, zh: '该措施这一轮已经查过', en: 'The measure was checked in this round' },
})
