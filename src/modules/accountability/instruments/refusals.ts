import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about the ladder itself. */
export const refuse = defineRefusals({
  'ladder.retroactive': {
    status: 422,
    zh: '阶梯不能从过去的日期（{from}）起生效',
    en: 'A ladder does not hold from a day in the past ({from})',
  },
  'ladder.reason-missing': {
    status: 422,
    zh: '请写明修改的理由',
    en: 'Give the reason for the change',
  },
  'ladder.own-draft': {
    status: 409,
    zh: '须由另一位批准，不能批准自己起草的',
    en: 'Another person approves it; nobody approves his own draft',
  },
  'ladder.no-draft': {
    status: 404,
    zh: '没有待批准的这份草稿',
    en: 'There is no such draft to approve',
  },
  'ladder.twice': {
    status: 422,
    zh: '“{instrument}”出现两次',
    en: '"{instrument}" stands there twice',
  },
  'ladder.nowhere': {
    status: 422,
    zh: '对照表指向的“{instrument}”不在阶梯里，或者不能用于该类对象',
    en: 'The table leads to "{instrument}", which is not on the ladder for such a subject',
  },
  'ladder.bad-period': {
    status: 422,
    zh: '“{instrument}”的期限上下限不对',
    en: 'The bounds of the period of {instrument} do not fit',
  },
})
