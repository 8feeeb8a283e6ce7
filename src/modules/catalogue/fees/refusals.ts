import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about the register of fees. */
export const refuse = defineRefusals({
  'fee.not-found': {
    status: 404,
    zh: '收费目录里没有编码“{fee}”，请核对编码',
    en: 'There is no fee {fee} in the register; check the code',
  },
  'fee.bad-code': {
    status: 422,
    zh: '收费编码“{fee}”不能使用：请用 2 到 60 个小写字母、数字或连字符',
    en: 'The code {fee} cannot be used: 2 to 60 small letters, digits or hyphens',
  },
  'fee.exists': {
    status: 409,
    zh: '编码“{fee}”已经公布，请改为调整其标准或状态',
    en: 'The fee {fee} is published; change its terms instead',
  },
  'fee.other-unit': {
    status: 403,
    zh: '该收费由 {unit} 收取，请由该单位负责人起草',
    en: 'The fee is collected by {unit}, whose head drafts changes',
  },
  'fee.no-basis': {
    status: 422,
    zh: '请写明收费或减免的依据；没有依据的收费不得设立',
    en: 'State the basis: no fee is charged or reduced without one',
  },
  'fee.begins-kept': {
    status: 422,
    zh: '新登记的收费先登记现行标准，再公布降低或取消',
    en: 'Enter the present rate first; reduce or abolish it afterwards',
  },
  'fee.from-order': {
    status: 409,
    zh: '施行日期须晚于上一次的 {latest}',
    en: 'The day must be later than that of the last change, {latest}',
  },
  'fee.not-less': {
    status: 422,
    zh: '新标准没有低于原标准，不能登记为“降低”',
    en: 'The new rate is not lower than the old one, so it is no reduction',
  },
  'fee.raised-without-basis': {
    status: 422,
    zh: '提高标准须有新的依据',
    en: 'A higher rate needs a basis of its own',
  },
  'fee.reduces-nothing': {
    status: 422,
    zh: '减免后应为原标准的 0% 到 99%',
    en: 'A reduction leaves 0 to 99 per cent of the rate',
  },
  'fee.ends-before': {
    status: 422,
    zh: '截止日期 {until} 早于起始日期 {from}',
    en: 'It would end ({until}) before it begins ({from})',
  },
  'fee.eligible-missing': {
    status: 422,
    zh: '请写明哪些项目适用（投资额或项目类型）；减免按条件，不按人',
    en: 'Say which projects are eligible, by investment or kind: reductions go by conditions, not by who asks',
  },
  'fee.no-proposal': {
    status: 409,
    zh: '编码“{fee}”没有待公布的内容',
    en: 'Nothing is proposed for the fee {fee}',
  },
  'fee.own-proposal': {
    status: 403,
    zh: '不能公布自己起草的内容，请由另一人公布',
    en: 'Nobody publishes what he drafted himself',
  },
  'fee.not-before-today': {
    status: 409,
    zh: '先公布，后施行：施行日期最早为 {today} 的次日',
    en: 'First published, then in force: the day after {today} at the earliest',
  },
})
