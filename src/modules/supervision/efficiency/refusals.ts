import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" of the figures of efficiency. */
export const refuse = defineRefusals({
  'efficiency.setting-retroactive': {
    status: 422,
    zh: '设定从 {from} 起算，早于今天：已经统计过的期间不能用新的数值重算',
    en: 'The setting would hold from {from}, before today: spans that were judged are not judged again by new numbers',
  },
  'efficiency.setting-not-per-item': {
    status: 422,
    zh: '“{name}”不能按事项分别设定',
    en: '"{name}" cannot be set for a single item',
  },
  'efficiency.setting-out-of-bounds': {
    status: 422,
    zh: '数值须在 {least} 至 {most} 之间',
    en: 'The value must lie between {least} and {most}',
  },
  'efficiency.setting-regions': {
    status: 422,
    zh: '请填写行政区划代码的前两到四位，用逗号分隔，如 3701,3702',
    en: 'Write the first two to four digits of division codes, by commas, such as 3701,3702',
  },
  'efficiency.span-invalid': {
    status: 422,
    zh: '起止日期不对：{from} 至 {until}。起日不能晚于止日，最长五年',
    en: 'The span from {from} to {until} is not valid: it begins before it ends and is five years long at most',
  },
  'efficiency.no-such-indicator': {
    status: 404,
    zh: '没有名为“{code}”的指标',
    en: 'There is no indicator named "{code}"',
  },
  'efficiency.no-such-case': {
    status: 404,
    zh: '没有编号为 {caseNo} 的办件，或者您无权查看',
    en: 'There is no case {caseNo}, or you may not see it',
  },
  'efficiency.figure-not-from-cases': {
    status: 422,
    zh: '“{code}”不能从办件和公布的事项重算，不能作为改革数字公布',
    en: '"{code}" cannot be computed from cases and published items, so it is no figure of the reform',
  },
  'efficiency.figure-contradicted': {
    status: 409,
    zh: '“{code}”填报 {value}，按办件重算是 {computed}，不予公布',
    en: '"{code}" was told as {value}; recomputed from cases it is {computed}, so it is not published',
  },
  'efficiency.quarter-not-over': {
    status: 409,
    zh: '{quarter} 还没有结束，不能公布',
    en: '{quarter} is not over and cannot be published',
  },
  'efficiency.nothing-new': {
    status: 422,
    zh: '该数值已经如此设定',
    en: 'The value is already set so',
  },
})
