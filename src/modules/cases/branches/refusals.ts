import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" of joint approval and of one examiner, one approver, with what to do instead. */
export const refuse = defineRefusals({
  'joint.none': { status: 409, zh: '本件不是联合审批', en: 'This case is not handled jointly' },
  'joint.no-such-branch': {
    status: 404,
    zh: '本件没有分支“{branch}”，或者不由您办理',
    en: 'The case has no branch "{branch}", or it is not yours',
  },
  'joint.not-open': {
    status: 409,
    zh: '联合审批尚未开始：前面的环节还没有办完',
    en: 'Joint handling has not begun: steps before it are open',
  },
  'joint.branch-waiting': {
    status: 409,
    zh: '“{branch}”要等列明的前置：{needs}；它的时限还没有起算',
    en: '"{branch}" waits for what is listed before it: {needs}; its limit has not begun',
  },
  'joint.opinion-given': {
    status: 409,
    zh: '“{branch}”的意见已于 {at} 出具，不能再出一次',
    en: 'The opinion of "{branch}" was given on {at}; it is given once',
  },
  'joint.branch-withdrawn': {
    status: 409,
    zh: '“{branch}”已由申请人撤回',
    en: 'The applicant has withdrawn "{branch}"',
  },
  'joint.assembled': {
    status: 409,
    zh: '牵头部门已于 {at} 汇总意见',
    en: 'The lead department assembled the opinions on {at}',
  },
  'joint.conditions-missing': {
    status: 422,
    zh: '附条件同意，请写明条件',
    en: 'Agreeing with conditions: say which',
  },
  'joint.unlisted-wait': {
    status: 409,
    zh: '“{branch}”没有列明要等“{other}”，不能以等待其他部门为由不办；时限照常计算',
    en: '"{branch}" has no listed dependency on "{other}": it may not wait for it, and its limit runs on',
  },
  'joint.already-waits': {
    status: 409,
    zh: '“{branch}”已列明要等“{other}”，不必再登记',
    en: 'That "{branch}" waits for "{other}" is listed already; nothing needs to be said',
  },
  'joint.applicant-carries': {
    status: 409,
    zh: '一次申请、一个编号：材料由系统和牵头部门流转，不能让申请人自己送；请向牵头部门提出',
    en: 'One application, one number: papers go between departments by themselves, never by the applicant; ask the lead department',
  },
  'joint.absent-objects': {
    status: 409,
    zh: '贵单位 {on} 的{meeting}缺席，会后不能再提异议；同意的意见仍可出具',
    en: 'Your department stayed away from the {meeting} on {on}; it cannot object afterwards, though it may still agree',
  },
  'joint.not-lead': {
    status: 403,
    zh: '由牵头部门办理，参加部门只办自己的分支',
    en: 'This is for the lead department; the others handle their own branch',
  },
  'joint.head-rules': {
    status: 403,
    zh: '意见不一致，由牵头部门负责人或者分管领导裁定',
    en: 'Where opinions conflict, the head of the lead department or a leader rules',
  },
  'joint.unit-not-invited': {
    status: 422,
    zh: '{unit} 没有承办分支或者没有被邀请',
    en: '{unit} has no branch here, or was not invited',
  },
  'joint.nobody-invited': {
    status: 422,
    zh: '请至少邀请两个部门',
    en: 'Invite at least two departments',
  },
  'joint.meeting-past': {
    status: 422,
    zh: '会审日期 {on} 已过，请写今天或以后的日期',
    en: 'The day {on} has passed; name today or a later day',
  },
  'joint.no-such-meeting': {
    status: 404,
    zh: '没有这次会审，或者已经登记结果',
    en: 'There is no such meeting, or its result is entered already',
  },
  'joint.meeting-day-wrong': {
    status: 422,
    zh: '会审日期 {on} 不对：应在通知之日（{from}）到今天之间',
    en: 'The day {on} cannot be right: it lies between the invitation ({from}) and today',
  },
  'joint.attendance-open': {
    status: 422,
    zh: '每个被邀请的部门都要登记到会或者缺席：{units}',
    en: 'Each invited department came or stayed away; not said of: {units}',
  },
  'joint.absent-opinion': {
    status: 422,
    zh: '{unit} 缺席，会上没有它的意见',
    en: '{unit} stayed away and gave no opinion there',
  },
  'joint.no-conflict': {
    status: 409,
    zh: '各部门意见一致，不需要裁定',
    en: 'The opinions do not conflict; nothing is to be ruled',
  },
  'joint.ruled': { status: 409, zh: '已于 {at} 裁定', en: 'It was ruled on {at}' },
  'joint.branches-open': {
    status: 409,
    zh: '还在时限内、尚未出具意见：{branches}',
    en: 'Still within their limits and without an opinion: {branches}',
  },
  'joint.conflict-unruled': {
    status: 409,
    zh: '意见不一致（{objecting} 不同意），请先裁定并说明理由',
    en: 'Opinions conflict ({objecting} object): rule first, with the reason',
  },
  'joint.not-assembled': {
    status: 409,
    zh: '牵头部门还没有汇总各分支意见，不能作出决定',
    en: 'The lead department has not assembled the opinions; nothing can be decided yet',
  },
  'joint.against-ruling': {
    status: 409,
    zh: '裁定是“{ruling}”，决定要与裁定一致',
    en: 'The ruling was "{ruling}"; the decision follows it',
  },
  'joint.all-object': {
    status: 409,
    zh: '各部门一致不同意，不能准予',
    en: 'All departments object; it cannot be granted',
  },
  'joint.last-branch': {
    status: 409,
    zh: '这是最后一个分支；请撤回整件申请',
    en: 'This is the last branch; withdraw the whole application instead',
  },
  'joint.same-person': {
    status: 409,
    zh: '一审一核要两个人：您已作为审查人签字，请由核准人决定',
    en: 'One examiner, one approver: you signed as examiner, so another person approves',
  },
  'joint.third-signature': {
    status: 409,
    zh: '一审一核只有审查和核准两个签字；“{step}”已由 {by} 审查签字',
    en: 'Examiner and approver sign, nobody else; "{step}" was signed by {by}',
  },
})
