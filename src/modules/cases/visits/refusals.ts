import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about visits on the spot, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'visit.no-such-step': {
    status: 404,
    zh: '本件没有现场核查环节“{step}”，或者已经办结',
    en: 'The case has no site visit "{step}", or it is done',
  },
  'visit.too-few': {
    status: 422,
    zh: '现场核查应当指派两名以上工作人员，现在只有 {count} 名（行政许可法第三十四条）',
    en: 'Two persons at least are sent to a site visit; there is {count} (行政许可法 art. 34)',
  },
  'visit.same-person': {
    status: 422,
    zh: '{person} 被重复指派；两名以上应是不同的人',
    en: '{person} is named twice; those who go are different people',
  },
  'visit.not-of-unit': {
    status: 422,
    zh: '{person} 不是 {unit} 的在岗人员，不能指派；请从本单位名单中选择',
    en: '{person} does not work in {unit} and cannot be sent; choose from the unit’s list',
  },
  'visit.not-assigned': {
    status: 409,
    zh: '“{step}”还没有指派核查人员，请先指派两名以上工作人员',
    en: 'Nobody has been sent for "{step}" yet; name two persons at least first',
  },
  'visit.not-one-of-them': {
    status: 403,
    zh: '核查情况由到场的人员登记：{people}',
    en: 'What was found is entered by one of those who went: {people}',
  },
  'visit.day-wrong': {
    status: 422,
    zh: '核查日期 {on} 不对：应在指派当日（{from}）到今天之间',
    en: 'The day of the visit {on} cannot be right: it lies between the day people were named ({from}) and today',
  },
  'visit.not-reported': {
    status: 409,
    zh: '“{step}”的现场核查情况还没有登记，不能办结',
    en: 'What was found on the spot for "{step}" has not been entered; the step cannot be finished',
  },
})
